"""A public server. Refuses to start until what nobody can guess is set."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

from portal.log_privacy import sentry_options

from .base import *  # noqa: F403
from .base import BASE_URL, LOG_FORMAT, env, environment

MIN_KEY_CHARACTERS = 20

_required = ("SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "EMAIL_URL")
_missing = [name for name in _required if not env(name, default="")]
if _missing:
    raise ImproperlyConfigured(f"Set these environment variables before starting: {', '.join(_missing)}")

if env.email("EMAIL_URL")["EMAIL_BACKEND"].rpartition(".")[0].endswith((".console", ".dummy", ".locmem")):
    raise ImproperlyConfigured(
        "EMAIL_URL must name a mail server, such as smtp+tls://user:password@mail.example.org:587. "
        "Mails hold links for new passwords and what visitors have written: they do not belong into a log."
    )

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
if len(SECRET_KEY) < MIN_KEY_CHARACTERS:
    raise ImproperlyConfigured(
        "SECRET_KEY is too short: give 50 random characters or more, such as those of "
        "python -c 'import secrets; print(secrets.token_urlsafe(60))'."
    )
# Older keys, while a new one takes over: sessions and links stay good.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = environment.host_names("ALLOWED_HOSTS", [])
CSRF_TRUSTED_ORIGINS = [BASE_URL]
_host = urlsplit(BASE_URL).hostname
if not validate_host(_host, ALLOWED_HOSTS):
    raise ImproperlyConfigured(f"BASE_URL has the host {_host}, which ALLOWED_HOSTS does not name: add it.")

# A proxy in front ends TLS and sets these headers. Without one nobody is believed.
TRUSTED_PROXIES = environment.whole_number("TRUSTED_PROXIES", 1, low=0, high=10)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_SSL_REDIRECT = environment.flag("SECURE_SSL_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = environment.whole_number("SECURE_HSTS_SECONDS", 31_536_000, low=0, high=10**9)
SECURE_HSTS_INCLUDE_SUBDOMAINS = environment.flag("SECURE_HSTS_INCLUDE_SUBDOMAINS", True)
SECURE_HSTS_PRELOAD = environment.flag("SECURE_HSTS_PRELOAD", True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

# Wagtail shows previews in a frame of the same site.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

if sentry_dsn := env("SENTRY_DSN", default=""):
    import sentry_sdk  # only where it is used

    try:
        sentry_sdk.init(sentry_dsn, **sentry_options())
    except sentry_sdk.utils.BadDsn as reason:
        message = "SENTRY_DSN cannot be read: it must look like https://key@sentry.example.org/1."
        raise ImproperlyConfigured(message) from reason

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {"format": "{asctime} {levelname} {name} [{request_id}] {message}", "style": "{"},
        "json": {"()": "portal.logs.JsonLines"},
    },
    "filters": {
        "request": {"()": "portal.logs.RequestId"},
        "secrets": {"()": "portal.log_privacy.HideSecrets"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": LOG_FORMAT,
            "filters": ["request", "secrets"],
        },
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    # Several lines for each change, and one for each address that is not there.
    "loggers": {"django_tasks": {"level": "WARNING"}, "django.request": {"level": "ERROR"}},
}
