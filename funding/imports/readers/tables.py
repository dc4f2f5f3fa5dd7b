"""Rows of a CSV file: whatever its delimiter, with or without a BOM."""

import csv
from collections.abc import Iterable, Iterator
from itertools import islice

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..errors import FileError
from ..values.text import normalise_space, truncate
from .rows import SourceRow
from .source_file import SourceFile

DELIMITERS = (",", ";", "\t", "|")
MAX_COLUMNS = 200
MAX_CELL_LENGTH = 1_000_000
Misfit = tuple[int, str]


def table_rows(
    source: SourceFile, columns: Iterable[str], required: Iterable[str]
) -> Iterator[SourceRow | Misfit]:
    """The rows by column name; a row that does not fit the header comes as its line and the reason.

    ``columns`` are the names that the source is known by; a missing ``required`` one refuses the file.
    """
    csv.field_size_limit(MAX_CELL_LENGTH)
    known = {heading(name): name for name in columns}
    with source.open() as file:
        delimiter = _delimiter(source, known)
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        lines = _lines(reader)
        _line, header = next(lines, (1, []))
        names = _names(header, known, required)
        numbers = {name: number for number, name in enumerate(names, 1)}
        for line, cells in lines:
            if len(cells) != len(names):
                yield line, _wrong_width(len(cells), len(names))
            else:
                yield SourceRow(line, dict(zip(names, cells, strict=True)), numbers)


def heading(name: str) -> str:
    """A column's name for comparison: blanks, capitals and kinds of apostrophe do not matter."""
    return normalise_space(name).replace("’", "'").casefold()


def _delimiter(source: SourceFile, known: dict[str, str]) -> str:
    """The one that finds most of the known names in the first line."""
    with source.open() as file:
        first = file.readline(MAX_CELL_LENGTH)

    def names_found(delimiter: str) -> int:
        cells = next(csv.reader([first], delimiter=delimiter), [])
        return sum(heading(cell) in known for cell in islice(cells, MAX_COLUMNS))

    return max(DELIMITERS, key=names_found)


def _lines(reader) -> Iterator[tuple[int, list[str]]]:
    """The rows with the line each begins on; empty lines are passed over."""
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            reason, here = _damage(str(error))
            raise FileError(reason, line if here else max(reader.line_num, line), 1) from error
        if any(cell.strip() for cell in cells):
            yield line, cells


def _damage(message: str) -> tuple[str, bool]:
    """What Python's reader tells, in words, and whether the line on which the row begins is the place."""
    if "unexpected end" in message:
        return _("a cell of the row that begins here is put in quotation marks and never closed."), True
    if "field limit" in message:
        return _("a cell is too long: a quotation mark is probably missing."), True
    if "expected after" in message:
        return _("a quotation mark stands inside a cell and is not doubled."), False
    return _("the table is damaged."), False


def _names(header: list[str], known: dict[str, str], required: Iterable[str]) -> list[str]:
    if len(header) > MAX_COLUMNS:
        counts = {"count": len(header), "limit": MAX_COLUMNS}
        message = _("the header has %(count)d columns; at most %(limit)d are expected.") % counts
        raise FileError(message, 1, MAX_COLUMNS + 1)
    names = [known.get(heading(name), normalise_space(name)) for name in header]
    if missing := [name for name in required if name not in names]:
        found = ", ".join(truncate(name, 40) for name in names[:6] if name) or "–"
        details = {"missing": ", ".join(missing), "found": found}
        raise FileError(_("the columns %(missing)s are missing; found: %(found)s.") % details, 1, 1)
    for number, name in enumerate(names, 1):
        if name and name in names[: number - 1]:
            raise FileError(_("the column “%(name)s” comes twice.") % {"name": truncate(name, 40)}, 1, number)
    return names


def _wrong_width(cells: int, columns: int) -> str:
    counted = ngettext("The row has %(cells)d cell", "The row has %(cells)d cells", cells) % {"cells": cells}
    return _("%(counted)s, the header %(columns)d columns.") % {"counted": counted, "columns": columns}
