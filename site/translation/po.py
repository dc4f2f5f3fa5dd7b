"""PO files that come back from a translator: read whole, or refused whole with the lines that are wrong."""

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
from django.utils.translation import gettext as _

from .markup import mistake

MAX_BYTES = 5 * 1024 * 1024
OWNER = "X-WagtailLocalize-TranslationID"


class RefusedError(Exception):
    """``lines`` say what is wrong, each with its place."""

    def __init__(self, *lines: str):
        super().__init__(*lines)
        self.lines = lines


def read(content: bytes) -> polib.POFile:
    """The file as entries. Raises ``RefusedError`` where it is no PO file."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RefusedError(_at(line, _("the file must be saved as UTF-8."))) from error
    # polib takes a text for a file's name if there is such a file; so it gets a file.
    with TemporaryDirectory() as folder:
        path = Path(folder) / "upload.po"
        path.write_text(text, encoding="utf-8", newline="")
        try:
            return polib.pofile(str(path), encoding="utf-8")
        except (OSError, UnicodeDecodeError, ValueError) as error:
            match = re.search(r"line (\d+)", str(error))
            line = int(match[1]) if match else 1
            raise RefusedError(_at(line, _("this is not how a PO file is written."))) from error


def renew_names(po: polib.POFile, names: Mapping[str, str]) -> None:
    """Give a file from before a field was renamed its present name; ``names`` are keyed by former ones."""
    for entry in po:
        field, dot, rest = (entry.msgctxt or "").partition(".")
        if field in names:
            entry.msgctxt = names[field] + dot + rest


def check(po: polib.POFile, owner: str, texts: Mapping[tuple[str, str], object], content: bytes) -> list[str]:
    """Lines to tell about entries that the page has no more; ``texts`` are its pairs of place and text.

    Raises ``RefusedError`` for a file of another page, and where a translation has broken its text.
    """
    if po.metadata.get(OWNER) != owner:
        message = _("this file was made for another page or language.")
        raise RefusedError(_at(_line_of(OWNER, content), message))
    wrong, unknown = [], []
    for entry in po:
        if not entry.msgstr or entry.obsolete:
            continue
        if (entry.msgctxt or "", entry.msgid) not in texts:
            unknown.append(_at(entry.linenum, _("the page does not have this text any more.")))
        elif said := mistake(entry.msgid, entry.msgstr):
            wrong.append(_at(entry.linenum, said))
    if wrong:
        raise RefusedError(*wrong)
    return unknown


def _at(line: int, message: str) -> str:
    return _("Line %(line)d: %(message)s") % {"line": line, "message": message}


def _line_of(words: str, content: bytes) -> int:
    """Where the words stand; the first line if nowhere."""
    before, found, _after = content.partition(words.encode())
    return before.count(b"\n") + 1 if found else 1
