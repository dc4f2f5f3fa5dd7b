"""Rows of a JSON file: an array of records, or a search reply that nests it in ``response.docs``.

The records are decoded one at a time from the text, which costs a third of the memory of decoding it whole.
"""

import json
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..errors import FileError
from .rows import SourceRow
from .source_file import SourceFile

BLANK = re.compile(r"[ \t\n\r]*")
NEST = ("response", "docs")


class _Text:
    """A JSON text and a place in it."""

    def __init__(self, text: str):
        self.text = text
        self.at = 0
        # Numbers stay text: amounts are exact, and a number of a million digits costs nothing.
        self.decoder = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=str)
        self._counted, self._line = 0, 1

    @property
    def line(self) -> int:
        """The line of the place, counted on from the last time."""
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def peek(self) -> str:
        """The next sign that is no blank; empty at the end."""
        self.at = BLANK.match(self.text, self.at).end()
        return self.text[self.at : self.at + 1]

    def take(self, sign: str) -> None:
        if self.peek() != sign:
            raise self.error(_("expected “%(sign)s”.") % {"sign": sign})
        self.at += 1

    def value(self):
        self.peek()
        try:
            value, self.at = self.decoder.raw_decode(self.text, self.at)
        except json.JSONDecodeError as error:
            self.at = error.pos
            raise self.error(_reason(error.msg)) from error
        except RecursionError as error:
            raise self.error(_("it is nested too deeply.")) from error
        return value

    def error(self, reason: str) -> FileError:
        self.at = min(self.at, len(self.text))
        column = self.at - self.text.rfind("\n", 0, self.at)
        if self.at >= len(self.text.rstrip()):
            reason = _("the file breaks off in the middle.")
        return FileError(_("This JSON cannot be read: %(reason)s") % {"reason": reason}, self.line, column)


def _reason(message: str) -> str:
    """What Python's reader tells, in the language of whoever imports."""
    if message.startswith("Unterminated"):
        return _("the text that begins here has no end: the file probably breaks off.")
    if message.startswith("Expecting property name"):
        return _("expected a name in quotation marks.")
    if message.startswith("Expecting") and (sign := re.search("'(.)'", message)):
        return _("expected “%(sign)s”.") % {"sign": sign[1]}
    if "\\" in message:
        return _("the backslash does not fit the sign that follows.")
    return _("expected a value.")


def json_rows(source: SourceFile) -> Iterator[SourceRow]:
    """The records, each with the line it begins on."""
    with source.open() as file:
        text = _Text(file.read())
    closing = _go_to_records(text)
    text.take("[")
    while text.peek() != "]":
        line = _line_of_next(text)
        record = text.value()
        if not isinstance(record, dict):
            text.at -= 1
            raise text.error(_("expected a record in curly brackets."))
        yield SourceRow(line, record)
        if text.peek() != "]":
            text.take(",")
    text.take("]")
    _finish(text, closing)


def _line_of_next(text: _Text) -> int:
    text.peek()
    return text.line


def _go_to_records(text: _Text) -> int:
    """Step to the array; returns how many objects enclose it."""
    if text.peek() == "[":
        return 0
    for key in NEST:
        text.take("{")
        if not _skip_to(text, key):
            message = _("expected an array of records, or “%(nest)s”.") % {"nest": ".".join(NEST)}
            raise text.error(message)
    return len(NEST)


def _skip_to(text: _Text, key: str) -> bool:
    """Past the members of an object until the value of ``key``."""
    while text.peek() not in ("}", ""):
        name = text.value()
        text.take(":")
        if name == key:
            return True
        text.value()
        if text.peek() == ",":
            text.at += 1
    return False


def _finish(text: _Text, depth: int) -> None:
    """The rest must be whole as well: a file that breaks off may lack more than its end."""
    for _object in range(depth):
        while text.peek() == ",":
            text.at += 1
            text.value()
            text.take(":")
            text.value()
        text.take("}")
    if text.peek():
        raise text.error(_("something follows after the end."))
