"""What single settings of the environment say; a value that makes no sense is told in one line.

Needs no settings of Django: the server and the set-up read these before there are any.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]
TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")


# Settings that hold a secret: the text may lie in a file, whose path is in the setting with _FILE at its end.
SECRETS = (
    "SECRET_KEY",
    "SECRET_KEY_FALLBACKS",
    "DATABASE_URL",
    "CACHE_URL",
    "ELASTICSEARCH_URL",
    "EMAIL_URL",
    "MEDIA_URL_STORAGE",
    "SENTRY_DSN",
    "LIBRETRANSLATE_KEY",
    "DEEPL_KEY",
)


def read_secret_files() -> None:
    """Set each secret that is given as a file. Raises ImproperlyConfigured where it cannot be read."""
    for name in SECRETS:
        path = os.environ.get(f"{name}_FILE", "")
        if not path:
            continue
        try:
            os.environ[name] = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(f"{name}_FILE is {path!r}, which cannot be read: {error}.") from None


def whole_number(name: str, default: int, low: int, high: int) -> int:
    """A number from ``low`` to ``high``. Raises ImproperlyConfigured."""
    text = os.environ.get(name, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdecimal() and low <= int(text) <= high):
        raise ImproperlyConfigured(f"{name} is {text!r}: give a whole number from {low} to {high}.")
    return int(text)


def flag(name: str, default: bool) -> bool:
    """1 or 0, also as true, yes, on. Raises ImproperlyConfigured."""
    if name not in os.environ:
        return default
    text = os.environ[name].strip().lower()
    if text not in TRUE + FALSE:
        raise ImproperlyConfigured(f"{name} is {os.environ[name]!r}: give 1 or 0.")
    return text in TRUE


def choice(name: str, default: str, known: tuple[str, ...]) -> str:
    """One of ``known``. Raises ImproperlyConfigured."""
    text = os.environ.get(name, "").strip() or default
    if text not in known:
        raise ImproperlyConfigured(f"{name} is {text!r}: give {' or '.join(known)}.")
    return text


def data_dir() -> Path:
    """``DATA_DIR``: all state that lies on this machine."""
    return Path(os.environ.get("DATA_DIR") or ROOT / "var").resolve()


def build_dir() -> Path:
    """``BUILD_DIR``: what is made from the code of this release, such as fonts and collected static files."""
    return Path(os.environ.get("BUILD_DIR") or ROOT / "build").resolve()
