"""The test suite: quick, closed to the network, and independent of anything under var/."""

import os
import tempfile

os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="intreccio-test-")

from .base import *  # noqa: F403
from .base import INSTALLED_APPS, MIDDLEWARE

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
INSTALLED_APPS = ["portal.demo", *INSTALLED_APPS]
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
SEARCH_SELF_REPAIR = False
