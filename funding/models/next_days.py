"""Which calls close next, and which open next, without reading all that there are.

The database orders the calls by their days as they are written; ``funding.domain.status`` decides
call by call, until enough are found.
"""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import count, islice

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from cms.constants import ROME

from ..domain.status import CAN_APPLY, DATE_FIELDS, FAR_OFF, Dates, Status, end_of, status_of
from ..presentation.closing_threshold import closing_days
from .queries import deadline_passed
from .sheet import FundingSheet

SLICE = 50  # rows that are read at once
ROW = ("pk", *DATE_FIELDS)


def next_deadlines(sheets: QuerySet[FundingSheet], limit: int) -> list[int]:
    """At most ``limit`` of ``sheets`` that one can apply for: the nearest end first, none last."""
    now, days = timezone.now(), closing_days()
    never = Value(FAR_OFF.date())
    written = Least(Coalesce("closes_on", never), Coalesce("closed_early_on", never))
    rows = _perhaps_open(sheets).annotate(written_end=written).order_by("written_end", "pk")
    found: list[tuple[datetime, int]] = []
    for written_end, pk, *values in _by_slices(rows.values_list("written_end", *ROW)):
        if len(found) >= limit and _is_later(written_end, found[limit - 1][0]):
            break
        dates = Dates(*values)
        if status_of(dates, now, days) in CAN_APPLY:
            found.append((end_of(dates) or FAR_OFF, pk))
            found.sort()
    return [pk for _end, pk in found[:limit]]


def next_openings(sheets: QuerySet[FundingSheet], limit: int) -> list[int]:
    """At most ``limit`` of ``sheets`` that are to open, the nearest day first."""
    now, days = timezone.now(), closing_days()
    # Of a call whose month alone is known the day may be any of that month.
    rows = sheets.filter(opens_on__gte=timezone.localdate().replace(day=1)).order_by("opens_on", "pk")
    coming = (
        pk
        for pk, *dates in _by_slices(rows.values_list(*ROW))
        if status_of(Dates(*dates), now, days) is Status.FORTHCOMING
    )
    return list(islice(coming, limit))


def _perhaps_open(sheets: QuerySet[FundingSheet]) -> QuerySet[FundingSheet]:
    """Without most of those that one cannot apply for."""
    today = timezone.localdate()
    begun = Q(opens_on=None) | Q(opens_on__lte=today)
    undated = Q(no_deadline=False, closes_on=None, closed_early_on=None)
    over = deadline_passed() | Q(closed_early_on__lte=today) | undated
    return sheets.filter(begun, suspended=False, concluded=False).exclude(over)


def _is_later(written_end: date, end: datetime) -> bool:
    """Whether nothing that is written to end on ``written_end``, or later, ends before ``end``. Midnight and
    an early closing are the last second of the day before: no end of that day is later."""
    return written_end == FAR_OFF.date() or written_end > end.astimezone(ROME).date()


def _by_slices(rows: QuerySet) -> Iterator[tuple]:
    """The rows, so many at a time, and no further than they are asked for."""
    for start in count(0, SLICE):
        found = list(rows[start : start + SLICE])
        yield from found
        if len(found) < SLICE:
            return
