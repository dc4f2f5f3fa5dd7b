"""The opening and closing days of the list as a calendar to subscribe to."""

from collections.abc import Iterator

from django.utils.translation import override

from cms.formats.calendars import calendar_parts, entries
from funding.presentation.calendar_entries import events

from .batches import batches
from .export_request import ExportRequest


def deadlines(export: ExportRequest) -> Iterator[bytes]:
    """The file in pieces. The call itself fails when the search cannot answer."""
    return _pieces(export, export.calendar_ids())


def _pieces(export: ExportRequest, ids: Iterator[int]) -> Iterator[bytes]:
    with override(export.language):
        head, end = calendar_parts(export.name, export.calendar_address)
    yield head
    for sheets in batches(ids):
        with override(export.language):
            piece = b"".join(entries(events(sheets)))
        yield piece
    yield end
