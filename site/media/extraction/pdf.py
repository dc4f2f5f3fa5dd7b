"""PDF."""

from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError

from . import MAX_PAGES, Reason, Refused, Text
from .collecting import Collected

HEAD = b"%PDF-"
# What programs put before the head by mistake; anything else there makes it a file of two kinds.
BEFORE_HEAD = b"\xef\xbb\xbf\r\n\t \0"


def read(path: Path) -> Text:
    """The text of the pages, one after the other. A password that only forbids changes is no obstacle."""
    with path.open("rb") as file:
        if not file.read(1024).lstrip(BEFORE_HEAD).startswith(HEAD):
            raise Refused(Reason.MISMATCH)
    reader = PdfReader(path)
    if reader.is_encrypted and not _opened(reader):
        raise Refused(Reason.ENCRYPTED)
    collected = Collected()
    for page in range(_pages(reader)):
        if collected.full:
            return collected.text(cut=True)
        collected.add(reader.pages[page].extract_text() or "")
    return collected.text()


def _opened(reader: PdfReader) -> bool:
    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):  # a cipher that is not known here
        return False


def _pages(reader: PdfReader) -> int:
    try:
        number = len(reader.pages)
    except LimitReachedError as error:
        raise Refused(Reason.TOO_LONG, str(error)) from error
    if number > MAX_PAGES:
        raise Refused(Reason.TOO_LONG, f"{number} pages")
    return number
