"""Opens a file as text: sees what it really is, in which encoding, and refuses what cannot be a table.

The bytes are looked through once before anything is read as rows, so that a bad byte at the end of a file
is known before its first row counts.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from ..errors import FileError

MAX_BYTES = 64 * 1024 * 1024  # bytes; the whole catalogue of incentives is a third of it
CHUNK = 1 << 20
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NOT_TEXT = (
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "Excel"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)
FALLBACK = "cp1252"


@dataclass(frozen=True)
class SourceFile:
    """A readable text file: its encoding, whether it is JSON, and what the reader should be told."""

    path: Path
    encoding: str
    is_json: bool
    notices: tuple[str, ...] = ()

    def open(self) -> TextIOWrapper:
        """The text, line ends as they are (a cell may hold one)."""
        return self.path.open(encoding=self.encoding, newline="")


def look_at(path: Path) -> SourceFile:
    """What ``path`` is. Raises ``FileError`` for what cannot be a table of calls."""
    if not path.is_file():
        raise FileError(_("There is no file “%(name)s”.") % {"name": path.name})
    size = path.stat().st_size
    if size > MAX_BYTES:
        limit = {"size": filesizeformat(size), "limit": filesizeformat(MAX_BYTES)}
        raise FileError(_("The file has %(size)s; at most %(limit)s can be read.") % limit)
    with path.open("rb") as file:
        head = file.read(4096)
    _refuse_other_kinds(head)
    encoding, notices = _encoding(path, head)
    first = head.decode(encoding.removesuffix("-sig"), errors="ignore").lstrip("\ufeff \t\r\n")[:1]
    if first == "<":
        raise FileError(_("This is a web page or XML, not a table: download the data file itself."), 1, 1)
    if not first:
        raise FileError(_("The file is empty."))
    return SourceFile(path, encoding, first in "[{", notices)


def _refuse_other_kinds(head: bytes) -> None:
    for mark, kind in NOT_TEXT:
        if head.startswith(mark):
            raise FileError(_("This is a %(kind)s file: expected CSV or JSON as text.") % {"kind": kind})


def _encoding(path: Path, head: bytes) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in BOMS:
        if head.startswith(bom):
            _check(path, encoding)
            return encoding, ()
    try:
        _check(path, "utf-8")
        return "utf-8", ()
    except FileError as error:
        _check(path, FALLBACK)
        notice = _("Not UTF-8 (%(place)s): read as Windows-1252, the old encoding of Western Europe.")
        where = {"place": f"{error.line}:{error.column}"}
        return FALLBACK, (notice % where,)


def _check(path: Path, encoding: str) -> None:
    """Decode everything once. The first byte that does not fit, or is no text, ends it."""
    line, column = 1, 1
    decoder = codecs.getincrementaldecoder(encoding)()
    for chunk, last in _chunks(path):
        try:
            text = decoder.decode(chunk, final=last)
        except UnicodeDecodeError as error:
            # The error holds what the decoder had kept back together with this chunk.
            before = error.object[: error.start].decode(encoding, errors="ignore")
            line, column = _after(before, line, column)
            message = _("there is a byte that is not %(encoding)s.") % {"encoding": encoding.upper()}
            raise FileError(message, line, column) from error
        if (at := text.find("\0")) >= 0:
            line, column = _after(text[:at], line, column)
            raise FileError(_("there is a zero byte: this is not a text file."), line, column)
        line, column = _after(text, line, column)


def _chunks(path: Path) -> Iterator[tuple[bytes, bool]]:
    with path.open("rb") as file:
        chunk = file.read(CHUNK)
        while chunk:
            following = file.read(CHUNK)
            yield chunk, not following
            chunk = following


def _after(text: str, line: int, column: int) -> tuple[int, int]:
    """Line and column behind ``text`` that begins at ``line`` and ``column``."""
    breaks = text.count("\n")
    return (line, column + len(text)) if not breaks else (line + breaks, len(text) - text.rfind("\n"))
