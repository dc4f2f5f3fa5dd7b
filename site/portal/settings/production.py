"""A public server. Refuses to start until what nobody can guess is set."""

from django.core.exceptions import ImproperlyConfigured

from portal.log_privacy import sentry_options

from .base import *  # noqa: F403
from .base import EMAIL_BACKEND, LOG_FORMAT, env

_required = ("SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "EMAIL_URL")
_missing = [name for name in _required if not env(name, default="")]
if _missing:
    raise ImproperlyConfigured(f"Set these environment variables before starting: {', '.join(_missing)}")

if EMAIL_BACKEND.rpartition(".")[0].endswith((".console", ".dummy", ".locmem")):
    raise ImproperlyConfigured(
        "EMAIL_URL must name a mail server, such as smtp+tls://user:password@mail.example.org:587. "
        "Mails hold links for new passwords and what visitors have written: they do not belong into a log."
    )

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
# Older keys, while a new one takes over: sessions and links stay good.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [env("BASE_URL")]

# A proxy in front ends TLS and sets these headers. Without one nobody is believed.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=1)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

# Wagtail shows previews in a frame of the same site.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

if sentry_dsn := env("SENTRY_DSN", default=""):
    import sentry_sdk  # only where it is used

    sentry_sdk.init(sentry_dsn, **sentry_options())

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
