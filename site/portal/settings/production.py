"""A public server. Refuses to start until the three things that nobody can guess are set."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import env

_required = ("SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL")
_missing = [name for name in _required if not env(name, default="")]
if _missing:
    raise ImproperlyConfigured(f"Set these environment variables before starting: {', '.join(_missing)}")

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [env("BASE_URL")]

# Behind a proxy that ends TLS and sets this header.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

# Wagtail shows previews in a frame of the same site.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

if sentry_dsn := env("SENTRY_DSN", default=""):
    import sentry_sdk  # only where it is used

    # Errors only, without who the visitor was.
    sentry_sdk.init(sentry_dsn, send_default_pii=False, traces_sample_rate=0)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
