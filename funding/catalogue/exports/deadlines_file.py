"""The opening and closing days of the list as a calendar to subscribe to."""

from collections.abc import Iterator

from django.utils.translation import override

from cms.formats.calendars import calendar_parts, entries
from funding.presentation.deadlines import events

from .batches import batches
from .question import ExportRequest


def deadlines(asked: ExportRequest) -> Iterator[bytes]:
    """The file in pieces. The call itself fails when the search cannot answer."""
    return _pieces(asked, asked.calendar_ids())


def _pieces(asked: ExportRequest, ids: Iterator[int]) -> Iterator[bytes]:
    with override(asked.language):
        head, end = calendar_parts(asked.name, asked.calendar_address)
    yield head
    for sheets in batches(ids):
        with override(asked.language):
            piece = b"".join(entries(events(sheets)))
        yield piece
    yield end
