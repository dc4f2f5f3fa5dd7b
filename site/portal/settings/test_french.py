"""The test suite with a third language: one line more, and the real catalogues instead of addresses only."""

from .test import *  # noqa: F403
from .test import LANGUAGES, ROOT

LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [*LANGUAGES, ("fr", "Français")]
LOCALE_PATHS = [ROOT / "site" / "locale", ROOT / "site" / "wagtail_locale"]
