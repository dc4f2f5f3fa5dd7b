"""Opening and closing days for one's own calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.addresses import absolute
from cms.constants import ROME
from cms.formats.calendars import CalendarEvent

from ..domain.status import Dates

ALARMS = (timedelta(days=14), timedelta(days=3))
RETENTION = timedelta(days=30)  # what a subscriber has looked at does not go the day after


def events(sheets: Iterable) -> list[CalendarEvent]:
    """The opening and the closing of each sheet, as far as their days are known, from a month ago on: the
    whole day where the hour is not known."""
    since = timezone.localdate() - RETENTION
    return [event for sheet in sheets for event in _events(sheet) if _day(event.start) >= since]


def _events(sheet) -> Iterator[CalendarEvent]:
    dates = sheet.dates
    if dates.opening_day:
        opens = dates.opens if sheet.opens_at is not None else dates.opening_day
        yield _event(sheet, opens, _("Opens: %(title)s"), "-opening")
    if (end := _end(sheet)) is not None:
        yield _event(sheet, *end)


def _end(sheet) -> tuple[date | datetime, str] | None:
    """When it ends, as its page shows it, and the title; None where no source gives the day."""
    dates = sheet.dates
    if dates.concluded:
        return None
    if _has_closed_early(dates):
        return dates.early, _("Closed early: %(title)s")
    if dates.early:
        return dates.last_day, _("Closes early: %(title)s")
    if dates.closing_day is None:
        return None
    hour_known = sheet.closes_at is not None and not dates.until_midnight
    return dates.closes if hour_known else dates.closing_day, _("Closes: %(title)s")


def _has_closed_early(dates: Dates) -> bool:
    return dates.early is not None and dates.early <= timezone.localdate()


def _day(start: date | datetime) -> date:
    return start.astimezone(ROME).date() if isinstance(start, datetime) else start


def _event(sheet, start: date | datetime, title: str, which: str = "") -> CalendarEvent:
    """The entry of a sheet. While a call is suspended its entry is cancelled."""
    title = _("Suspended: %(title)s") if sheet.suspended else title
    over = sheet.suspended or _has_closed_early(sheet.dates)
    return CalendarEvent(
        uid=f"funding-{sheet.translation_key}{which}@intreccio",
        title=title % {"title": sheet.title},
        start=start,
        summary=_description(sheet),
        url=absolute(sheet.url),
        alarms=() if over else ALARMS,
        updated=sheet.last_published_at,
        status="CANCELLED" if sheet.suspended else "CONFIRMED",
        sequence=_sequence(sheet),
        transparent=True,
    )


def _sequence(sheet) -> int:
    """Rises with every change of the days, and once more when an early closing that was announced comes."""
    return 2 * sheet.date_changes + _has_closed_early(sheet.dates)


def _description(sheet) -> str:
    """The sentence of the sheet, its address, and what is out of the ordinary about the day."""
    lines = [sheet.summary, absolute(sheet.url)]
    if sheet.dates.early:
        closed = _has_closed_early(sheet.dates)
        notice = _("It closed before its time.") if closed else _("It closes before its time.")
        lines[:0] = [notice, sheet.closed_early_reason]
    if sheet.suspended:
        lines.insert(0, _("Suspended: the deadline may change."))
    return "\n".join(line for line in lines if line)
