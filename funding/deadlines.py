"""Deadlines for one's own calendar."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext as _
from portal.core.addresses import absolute
from portal.core.calendars import CalendarEvent

ALARMS = (timedelta(days=14), timedelta(days=3))


def events(sheets: Iterable) -> list[CalendarEvent]:
    """One entry a sheet that closes on a known day: the whole day where the hour is not known."""
    return [_event(sheet) for sheet in sheets if sheet.dates.closes is not None]


def _event(sheet) -> CalendarEvent:
    hour_known = sheet.closes_at is not None
    start = sheet.dates.closes if hour_known else sheet.closes_on
    return CalendarEvent(
        uid=f"funding-{sheet.translation_key}@intreccio",
        title=_("Deadline: %(title)s") % {"title": sheet.title},
        start=start,
        summary=_description(sheet),
        url=absolute(sheet.url),
        alarms=ALARMS,
        updated=sheet.last_published_at,
    )


def _description(sheet) -> str:
    """The sentence of the sheet, its address, and that a suspended call may change."""
    lines = [sheet.summary, absolute(sheet.url)]
    if sheet.suspended:
        lines.insert(0, _("Suspended: the deadline may change."))
    return "\n".join(line for line in lines if line)
