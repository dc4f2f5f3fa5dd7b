"""What single settings of the environment say; a value that makes no sense is told in one line.

Needs no settings of Django: the server and the set-up read these before there are any.
"""

import os
import warnings
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]
# What may come as a file, by NAME_FILE.
SECRETS = (
    "SECRET_KEY",
    "SECRET_KEY_FALLBACKS",
    "DATABASE_URL",
    "DATABASE_PASSWORD",
    "CACHE_URL",
    "CACHE_PASSWORD",
    "ELASTICSEARCH_URL",
    "EMAIL_URL",
    "MEDIA_URL_STORAGE",
    "SENTRY_DSN",
    "DEEPL_KEY",
    "LIBRETRANSLATE_KEY",
)
_from_files: set[str] = set()  # the settings are read again by some programs
TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")


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
    return text in TRUE if text else default


def choice(name: str, default: str, known: tuple[str, ...]) -> str:
    """One of ``known``. Raises ImproperlyConfigured."""
    text = os.environ.get(name, "").strip() or default
    if text not in known:
        raise ImproperlyConfigured(f"{name} is {text!r}: give {' or '.join(known)}.")
    return text


def read_secret_files() -> None:
    """Put the content of the file that ``NAME_FILE`` names where ``NAME`` is read. Raises
    ImproperlyConfigured."""
    for name in SECRETS:
        path = os.environ.get(f"{name}_FILE")
        if not path:
            continue
        try:
            text = Path(path).read_text().strip()
        except (OSError, UnicodeError) as reason:
            raise ImproperlyConfigured(f"{name}_FILE cannot be read: {reason}.") from reason
        if not text:
            raise ImproperlyConfigured(f"{name}_FILE names an empty file: {path}.")
        # A process that this one starts has both, and both say the same.
        if os.environ.get(name, text) not in ("", text) and name not in _from_files:
            raise ImproperlyConfigured(f"{name} and {name}_FILE are both set: give one of them.")
        os.environ[name] = text
        _from_files.add(name)


def parsed(name: str, parse: Callable[[], dict], key: str, known: tuple[str, ...], example: str) -> dict:
    """What ``parse`` makes of an address; ``known`` are the backends (``key``) that it may name, or the ends
    of their names. Raises ImproperlyConfigured, without the value: it may hold a password."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            made = parse()
    except Exception as reason:
        raise ImproperlyConfigured(f"{name} cannot be read: it must look like {example}.") from reason
    if not str(made.get(key, "")).endswith(known):
        raise ImproperlyConfigured(f"{name} cannot be used: it must look like {example}.")
    return made


def password(name: str, address: str, needs_one: bool, held: str) -> str:
    """The password ``name``, apart from the ``address``, another setting, whose own is ``held``. Raises
    ImproperlyConfigured."""
    given = os.environ.get(name, "").strip()
    if given and not needs_one:
        raise ImproperlyConfigured(f"{name} is set, but {address} names no server: give that as well.")
    if given and held:
        raise ImproperlyConfigured(f"{name} and {address} both hold a password: give one of them.")
    return given or held


def web_address(name: str, default: str) -> str:
    """Scheme and host, without a path. Raises ImproperlyConfigured."""
    text = os.environ.get(name, "").strip() or default
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        good = False
    if not good or parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise ImproperlyConfigured(
            f"{name} is {text!r}: give scheme and host, such as https://www.example.org."
        )
    return text.rstrip("/")


def host_names(name: str, default: list[str]) -> list[str]:
    """Names separated by commas. Raises ImproperlyConfigured."""
    names = [each.strip() for each in os.environ.get(name, "").split(",") if each.strip()] or default
    wrong = [each for each in names if "/" in each or " " in each]
    if wrong:
        raise ImproperlyConfigured(f"{name} holds {wrong[0]!r}: give host names, such as www.example.org.")
    return names


def data_dir() -> Path:
    """``DATA_DIR``: all state that lies on this machine."""
    return Path(os.environ.get("DATA_DIR") or ROOT / "var").resolve()


def build_dir() -> Path:
    """``BUILD_DIR``: what is made from the code of this release, such as fonts and collected static files."""
    return Path(os.environ.get("BUILD_DIR") or ROOT / "build").resolve()
