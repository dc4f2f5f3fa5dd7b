"""The list as CSV (RFC 4180), which spreadsheets open with the right letters, numbers and days."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.formats.plain_text import one_line
from cms.formats.spreadsheets import defused
from funding.presentation.sheet_fields import EXPORT_FIELDS

from .batches import batches
from .clock import Clock
from .export_request import ExportRequest

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Layout:
    """What parts cells, and what parts whole from decimals."""

    delimiter: str = ","
    decimal: str = "."


COMMAS = Layout()
# Excel reads a file by the customs of its country: in Italy commas belong to numbers.
SEMICOLONS = Layout(";", ",")


def table(export: ExportRequest, layout: Layout = COMMAS) -> Iterator[bytes]:
    """The file in pieces. The call itself fails when the search cannot answer."""
    return _pieces(export, export.ids(), layout)


def _pieces(export: ExportRequest, ids: Iterator[int], layout: Layout) -> Iterator[bytes]:
    with override(export.language):
        head = BOM + _lines([headings()], layout)
    yield head
    for sheets in batches(ids):
        with override(export.language):
            piece = _lines((cells(sheet, export.clock) for sheet in sheets), layout)
        yield piece


def headings() -> list[str]:
    """The column names in the active language; a column of words has a column of codes beside it."""
    made = []
    for field in EXPORT_FIELDS:
        title = capfirst(str(field.title))
        made.append(title)
        if field.kind.with_codes:
            made.append(_("%(title)s (code)") % {"title": title})
    return made


def cells(sheet, clock: Clock) -> list[Any]:
    """One row, as plain values."""
    return [cell for field in EXPORT_FIELDS for cell in field.kind.cells(field.value(sheet, clock))]


def _lines(rows, layout: Layout) -> bytes:
    text = StringIO()
    writer = csv.writer(text, delimiter=layout.delimiter, lineterminator="\r\n")
    writer.writerows([_written(cell, layout) for cell in row] for row in rows)
    return text.getvalue().encode()


def _written(cell: Any, layout: Layout) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return f"{cell:.2f}".rstrip("0").replace(".", layout.decimal)
    return defused(one_line(cell), layout.delimiter)
