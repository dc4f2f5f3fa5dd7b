"""Questions to the database about sheets."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import (
    Count,
    ExpressionWrapper,
    F,
    JSONField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextField,
)
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from cms.models import PageTopic

from ..domain.status import (
    CAN_APPLY,
    DATE_FIELDS,
    FAR_OFF,
    PLACEHOLDER_YEARS,
    Dates,
    Status,
    days_left,
    next_change,
    status_of,
)
from ..presentation.closing_threshold import closing_days
from ..presentation.note_doubts import open_doubt
from ..presentation.reopening import HINTS, open_reopening, read_steps
from .sheet import FundingSheet
from .sheet_change import SheetChange


def sheet_pages() -> QuerySet[FundingSheet]:
    """All pages of sheets. Their class stands above what reads them, so it is asked for by name."""
    return apps.get_model("funding", "FundingSheetPage").objects.all()


def sheets_by_id(ids: Iterable[int]) -> list[FundingSheet]:
    """Live sheets in the order of ``ids``, in one query; one that has just gone is left out."""
    ids = list(ids)
    found = _for_lists().visible().filter(pk__in=ids).in_bulk()
    return [found[pk] for pk in ids if pk in found]


def sheets_for_exports(ids: Iterable[int], lists: Iterable[str] = ()) -> list[FundingSheet]:
    """Live sheets in the order of ``ids`` with their bodies and topics, in two queries; without the text.

    The ``lists`` among their fields come as plain data named ``raw_…``: the values that Wagtail makes of
    them refer to each other, so that memory would fill up with them until somebody collects the garbage.
    """
    ids = list(ids)
    raw = {f"raw_{name}": ExpressionWrapper(F(name), JSONField()) for name in lists}
    topics = Prefetch("topic_links", PageTopic.objects.filter(topic__live=True).select_related("topic"))
    changes = SheetChange.objects.filter(sheet_key=OuterRef("translation_key"), kind=SheetChange.Kind.DATES)
    counted = changes.order_by().values("sheet_key").annotate(number=Count("pk")).values("number")
    sheets = sheet_pages().defer_streamfields().prefetch_related(topics)
    sheets = sheets.annotate(date_changes=Coalesce(Subquery(counted), 0), **raw)
    sheets = sheets.select_related("grantor", "managing_body", "locale")
    found = sheets.visible().filter(pk__in=ids).in_bulk()
    return [found[pk] for pk in ids if pk in found]


def live_sheets(locale) -> QuerySet[FundingSheet]:
    """What the public sees in one language."""
    return sheet_pages().visible().filter(locale=locale)


def ids_by_status(sheets: QuerySet[FundingSheet], statuses: Iterable[Status]) -> list[int]:
    """Sheets by status without the search, the nearest deadline first: for when no engine answers, and for
    editors, who look at drafts too. It reads the dates of every sheet, so it is not for every day.
    """
    now, days, accepted = timezone.now(), closing_days(), set(statuses)
    chosen = [
        (dates.closes or FAR_OFF, pk)
        for pk, dates in _dated(sheets)
        if status_of(dates, now, days) in accepted
    ]
    return [pk for _closes, pk in sorted(chosen)]


def not_closed(sheets: QuerySet[FundingSheet]) -> QuerySet[FundingSheet]:
    """Those of ``sheets`` that are not closed now."""
    # No other fact outweighs the deadline of these.
    over = deadline_passed() & Q(suspended=False, results_awaited=False)
    return sheets.filter(pk__in=ids_by_status(sheets.exclude(over), set(Status) - {Status.CLOSED}))


def under_evaluation(sheets: QuerySet[FundingSheet]) -> QuerySet[FundingSheet]:
    """Those of ``sheets`` whose deadline has passed and whose results are awaited."""
    pending = sheets.filter(results_awaited=True, results_published_on=None)
    return sheets.filter(pk__in=ids_by_status(pending, [Status.EVALUATION]))


def closing_within(sheets: QuerySet[FundingSheet], days: int) -> QuerySet[FundingSheet]:
    """Those of ``sheets`` whose last day comes in the next ``days``; also those that are yet to open."""
    now, today = timezone.now(), timezone.localdate()
    near = (today, today + timedelta(days=days + 1))  # midnight and an early end belong to the day before
    candidates = sheets.filter(Q(closes_on__range=near) | Q(closed_early_on__range=near))
    chosen = [
        pk
        for pk, dates in _dated(candidates)
        if status_of(dates, now) in (*CAN_APPLY, Status.FORTHCOMING)
        and (left := days_left(dates, now)) is not None
        and left <= days
    ]
    return sheets.filter(pk__in=chosen)


def in_doubt(sheets: QuerySet[FundingSheet]) -> QuerySet[FundingSheet]:
    """Those of ``sheets`` whose note on dates contradicts their deadline, or that open again by their steps;
    not what closed over a year ago."""
    lately = Q(closes_on=None) | Q(closes_on__gte=timezone.localdate() - timedelta(days=365))
    stepped = reduce(or_, (Q(steps_text__icontains=hint) for hint in HINTS))
    noted = sheets.annotate(steps_text=Cast("steps", TextField())).filter(lately).order_by()
    noted = noted.filter(~Q(dates_note="") | stepped)
    now = timezone.now()
    rows = noted.values_list("pk", "dates_note", "steps", *DATE_FIELDS)
    found = ((pk, Dates(*dates), note, steps) for pk, note, steps, *dates in rows)
    return sheets.filter(
        pk__in=[
            pk
            for pk, dates, note, steps in found
            if open_doubt(dates, note, now) or open_reopening(dates, read_steps(steps), now)
        ]
    )


def deadline_passed() -> Q:
    """Most of the deadlines that have passed for sure, so that the rule need not read them: none stands for
    "no deadline"."""
    today = timezone.localdate()
    recent = today.replace(day=1) - timedelta(days=365 * (PLACEHOLDER_YEARS - 1))
    return Q(closes_on__lt=today, opens_on__gte=recent)


def _dated(sheets: QuerySet[FundingSheet]) -> Iterator[tuple[int, Dates]]:
    rows = sheets.order_by().values_list("pk", *DATE_FIELDS)
    return ((pk, Dates(*values)) for pk, *values in rows)


def next_status_change(locale, now: datetime) -> datetime | None:
    """The next moment before midnight at which any live sheet of ``locale`` changes its status.

    Only sheets that open, close or come near their deadline today are read: at midnight every page that
    counts days is made anew anyway.
    """
    today, days = timezone.localdate(now), closing_days()
    near = [today + timedelta(days=days + offset) for offset in (-1, 0, 1)]
    near_a_date = Q(opens_on=today) | Q(closes_on__in=[today, *near])
    rows = live_sheets(locale).filter(near_a_date).values_list(*DATE_FIELDS)
    changes = (next_change(Dates(*values), now, days) for values in rows)
    return min((change for change in changes if change), default=None)


def _for_lists():
    """Without texts and lists but for the steps, as plain data: they tell when a call opens again."""
    steps = ExpressionWrapper(F("steps"), JSONField())
    sheets = sheet_pages().defer_streamfields().annotate(raw_steps=steps)
    return sheets.select_related("grantor", "locale")
