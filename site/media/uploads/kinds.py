"""Whether a document is what its name says, by its content. No Django."""

import zipfile
from collections.abc import Callable
from enum import StrEnum
from io import BytesIO

MAX_UNPACKED = 1024 * 1024 * 1024  # bytes of all parts of an archive
MAX_TIMES = 200  # how many times its own size an archive may unpack to, once it is large
LARGE = 80 * 1024 * 1024


class FileProblem(StrEnum):
    """Why a document is refused."""

    MISMATCH = "mismatch"
    POLYGLOT = "polyglot"
    BROKEN = "broken"
    BOMB = "bomb"


def wrong_with(content: bytes, extension: str) -> FileProblem | None:
    """What is wrong with a file of this name's ending (lower case, without the dot); None if nothing is."""
    looks_right = FILE_KINDS.get(extension)
    if looks_right is None:
        return None
    if content.startswith(b"PK\x03\x04") and extension in ZIPPED:
        return _wrong_with_archive(content, looks_right)
    if not looks_right(content):
        return FileProblem.MISMATCH
    return FileProblem.POLYGLOT if zipfile.is_zipfile(BytesIO(content)) else None


def _wrong_with_archive(content: bytes, looks_right: Callable[[bytes], bool]) -> FileProblem | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return FileProblem.BROKEN
    if unpacked > MAX_UNPACKED or (unpacked > LARGE and unpacked > MAX_TIMES * len(content)):
        return FileProblem.BOMB
    return None if looks_right(content) else FileProblem.MISMATCH


def _is_pdf(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-")


def _is_rtf(content: bytes) -> bool:
    return content.startswith(b"{\\rtf")


_OTHERS = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"MZ", b"\x7fELF", b"#!")
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<?php", b"<script", b"<svg", b"<body", b"<iframe")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def _is_plain(content: bytes) -> bool:
    """Text or a table of text: no other kind's beginning, no markup, no zero bytes."""
    if content.startswith(_OTHERS) or content.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return False
    return content.startswith(_UTF_16) or b"\0" not in content


def _office(folder: str) -> Callable[[bytes], bool]:
    """Microsoft's: a list of contents, and the part that makes it a text or a sheet."""

    def looks_right(content: bytes) -> bool:
        names = _names(content)
        return "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)

    return looks_right


def _open_document(kind: str) -> Callable[[bytes], bool]:
    """OASIS's: the kind stands in a part of its own."""
    expected = f"application/vnd.oasis.opendocument.{kind}".encode()

    def looks_right(content: bytes) -> bool:
        if not content.startswith(b"PK\x03\x04"):
            return False
        with zipfile.ZipFile(BytesIO(content)) as archive:
            try:
                return archive.open("mimetype").read(100).strip() == expected
            except (KeyError, zipfile.BadZipFile, RuntimeError):
                return False

    return looks_right


def _names(content: bytes) -> list[str]:
    if not content.startswith(b"PK\x03\x04"):
        return []
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.namelist()


FILE_KINDS: dict[str, Callable[[bytes], bool]] = {
    "csv": _is_plain,
    "docx": _office("word/"),
    "ods": _open_document("spreadsheet"),
    "odt": _open_document("text"),
    "pdf": _is_pdf,
    "rtf": _is_rtf,
    "txt": _is_plain,
    "xlsx": _office("xl/"),
    "zip": lambda content: bool(_names(content)),
}
ZIPPED = {"docx", "ods", "odt", "xlsx", "zip"}
