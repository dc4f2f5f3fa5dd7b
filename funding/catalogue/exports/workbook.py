"""The list as a workbook (XLSX), which a spreadsheet opens as it is meant: codes and telephone numbers are
text like all other words, amounts are numbers, days are days."""

from collections.abc import Iterator
from datetime import date
from tempfile import SpooledTemporaryFile
from typing import Any

from django.utils.translation import override
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from cms.formats.plain_text import one_line
from funding.presentation import field_types
from funding.presentation.sheet_fields import EXPORT_FIELDS

from .batches import batches
from .clock import Clock
from .export_request import ExportRequest
from .table import headings

IN_MEMORY = 1_000_000  # bytes; what is longer waits on disk
PIECE = 65_536  # bytes
MAX_CELL_CHARACTERS = 32_767  # characters that a cell holds
ELLIPSIS = " […]"
WIDTH = 24  # characters


def workbook(export: ExportRequest) -> Iterator[bytes]:
    """The file in pieces. The call itself fails when the search cannot answer."""
    return _pieces(export, export.ids())


def _pieces(export: ExportRequest, ids: Iterator[int]) -> Iterator[bytes]:
    """A workbook is an archive, so that all of it is made before its first piece; it waits on disk."""
    with SpooledTemporaryFile(max_size=IN_MEMORY) as file:
        _book(export, ids).save(file)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _book(export: ExportRequest, ids: Iterator[int]) -> Workbook:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(export.index.title[:31].translate(dict.fromkeys(map(ord, "[]:*?/\\"), " ")))
    sheet.freeze_panes = "B2"
    with override(export.language):
        names = headings()
        for number in range(1, len(names) + 1):
            sheet.column_dimensions[get_column_letter(number)].width = WIDTH
        sheet.append([_text(sheet, name, bold=True) for name in names])
    for some in batches(ids):
        with override(export.language):
            for each in some:
                sheet.append(_row(sheet, each, export.clock))
    return book


def _row(sheet, each, clock: Clock) -> list[Any]:
    return [
        _cell(sheet, value, field.kind is field_types.DAY)
        for field in EXPORT_FIELDS
        for value in field.kind.cells(field.value(each, clock))
    ]


def _cell(sheet, value: Any, is_day: bool) -> Any:
    if value is None or isinstance(value, int | float):
        return value
    return date.fromisoformat(value) if is_day else _text(sheet, value)


def _text(sheet, value: str, bold: bool = False) -> WriteOnlyCell:
    """Text whatever it begins with: a sign of equality makes no formula of it."""
    text = one_line(value)
    if len(text) > MAX_CELL_CHARACTERS:
        text = text[: MAX_CELL_CHARACTERS - len(ELLIPSIS)] + ELLIPSIS
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
