"""The test suite: quick, closed to the network, and independent of anything under var/."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import INSTALLED_APPS

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
INSTALLED_APPS = ["portal.demo", *INSTALLED_APPS]

_scratch = Path(tempfile.mkdtemp(prefix="intreccio-test-"))
MEDIA_ROOT = _scratch / "media"
SEARCH_INDEX_DIR = _scratch / "search"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
