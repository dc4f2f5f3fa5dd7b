"""A developer's machine, and `make run`: nothing to set, the demonstration content at hand."""

import os
from contextlib import suppress

from django.core.management.utils import get_random_secret_key

from .base import *  # noqa: F403
from .base import DATA_DIR, INSTALLED_APPS, env, environment


def _kept_secret_key() -> str:
    """A random key, made at the first start and kept, so that sessions outlive a restart."""
    path = DATA_DIR / "secret-key"
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    # Whole and closed to others from its first moment; of two processes that begin at once, one makes it.
    if not path.exists():
        own = path.with_suffix(f".{os.getpid()}")
        own.touch(0o600)
        own.write_text(get_random_secret_key())
        with suppress(FileExistsError):
            path.hardlink_to(own)
        own.unlink()
    return path.read_text()


SECRET_KEY = env("SECRET_KEY", default="") or _kept_secret_key()
ALLOWED_HOSTS = environment.host_names("ALLOWED_HOSTS", ["*"])
INSTALLED_APPS = ["demo", *INSTALLED_APPS]

# A mistake is told on the console, also where no debug page shows it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secrets": {"()": "portal.log_privacy.HideSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["secrets"]}},
    "loggers": {
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "portal.access": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
