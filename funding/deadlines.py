"""Deadlines for one's own calendar."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from portal.core.addresses import absolute
from portal.core.calendars import CalendarEvent

ALARMS = (timedelta(days=14), timedelta(days=3))


def events(sheets: Iterable) -> list[CalendarEvent]:
    """One entry a sheet that closes on a known day: the whole day where the hour is not known."""
    ends = ((sheet, _end(sheet)) for sheet in sheets)
    return [_event(sheet, end) for sheet, end in ends if end is not None]


def _end(sheet) -> date | datetime | None:
    """The deadline, or the last day before an earlier end; None where no source gives the day."""
    dates = sheet.dates
    if dates.concluded:
        return None
    hour_known = sheet.closes_at is not None and not dates.early
    return dates.closes if hour_known else dates.last_day


def _event(sheet, end: date | datetime) -> CalendarEvent:
    return CalendarEvent(
        uid=f"funding-{sheet.translation_key}@intreccio",
        title=_("Deadline: %(title)s") % {"title": sheet.title},
        start=end,
        summary=_description(sheet),
        url=absolute(sheet.url),
        alarms=ALARMS,
        updated=sheet.last_published_at,
    )


def _description(sheet) -> str:
    """The sentence of the sheet, its address, and what is out of the ordinary about the day."""
    lines = [sheet.summary, absolute(sheet.url)]
    if sheet.dates.early:
        lines[:0] = [_("It closes before its time."), sheet.closed_early_reason]
    if sheet.suspended:
        lines.insert(0, _("Suspended: the deadline may change."))
    return "\n".join(line for line in lines if line)
