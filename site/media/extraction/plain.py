"""Plain text and HTML."""

import codecs
from pathlib import Path

from bs4 import BeautifulSoup

from . import MAX_CHARACTERS, Reason, Refused, Text
from .collecting import Collected

# Markup may be several times as long as its text.
MAX_READ = 10 * MAX_CHARACTERS
BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"MZ",
    b"GIF8",
    b"\x89PNG",
    b"\xff\xd8\xff",
)
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
UNSEEN = ("script", "style", "template", "noscript", "head")


def read_text(path: Path) -> Text:
    """The text as it stands: UTF-8 or UTF-16, otherwise what Windows writes in western Europe."""
    raw, cut = _read(path)
    collected = Collected()
    collected.add(_decoded(raw, cut))
    return collected.text(cut)


def read_html(path: Path) -> Text:
    """What a browser would show."""
    raw, cut = _read(path)
    if b"<" not in raw:
        raise Refused(Reason.MISMATCH)
    page = BeautifulSoup(raw, "lxml")
    for element in page(UNSEEN):
        element.decompose()
    collected = Collected()
    collected.add(page.get_text("\n"))
    return collected.text(cut)


def _read(path: Path) -> tuple[bytes, bool]:
    with path.open("rb") as file:
        raw = file.read(MAX_READ + 1)
    if raw.startswith(BINARY) or (b"\0" in raw and not raw.startswith(WIDE)):
        raise Refused(Reason.MISMATCH)
    return raw[:MAX_READ], len(raw) > MAX_READ


def _decoded(raw: bytes, cut: bool) -> str:
    if raw.startswith(WIDE):
        return raw.decode("utf-16", "replace")
    try:
        # Cut in the middle of a letter it is still UTF-8.
        return codecs.getincrementaldecoder("utf-8-sig")().decode(raw, final=not cut)
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
