"""The test suite: quick, closed to the network, and independent of anything under var/."""

import os
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="intreccio-test-")

from .base import *  # noqa: F403
from .base import DATA_DIR, INSTALLED_APPS, LIMITS, MIDDLEWARE, ROOT

SECRET_KEY = "only-for-tests"
BUILD_DIR = DATA_DIR
SEARCH_WORDS_DIR = BUILD_DIR / "words"
ALLOWED_HOSTS = ["*"]
BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
INSTALLED_APPS = ["demo", *INSTALLED_APPS]
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
_AT_ONCE = {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}
TASKS = {"default": _AT_ONCE, "background": _AT_ONCE}
CACHE_VERSION_SECONDS = None  # the tests of that look by themselves; the others count queries
SEARCH_SELF_REPAIR = False
# The tests of a limit set it.
LIMITS = dict.fromkeys(LIMITS, 0)
ELASTICSEARCH_URL = ""


def _addresses_only() -> Path:
    """A folder of catalogues with the translated addresses and nothing else.

    Tests name the texts of the sources, so that a better wording of a translation breaks none of them;
    that the translations are complete is for `make check`, and a real browser reads them.
    """
    folder = DATA_DIR / "locale"
    for path in (ROOT / "site" / "locale").glob("*/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            whole = read_po(file, locale=path.parts[-3])
        addresses = Catalog(locale=whole.locale)
        for message in whole:
            if isinstance(message.id, str) and message.id.endswith("/"):
                addresses.add(message.id, message.string)
        target = folder / path.parts[-3] / "LC_MESSAGES" / "django.mo"
        target.parent.mkdir(parents=True)
        with target.open("wb") as file:
            write_mo(file, addresses)
    return folder


LOCALE_PATHS = [_addresses_only()]

# Databases and engines of the tests run as other users than the one who begins the tests.
os.umask(0o022)
