"""Events as calendar programs take them."""

from datetime import date, datetime, time

from portal.core.addresses import absolute
from portal.core.calendars import ROME, CalendarEvent

from .facts import told


def calendar_entry(event) -> CalendarEvent:
    """The entry of an event whose day and year are known: whole days unless the hour is known too."""
    start, end = event.start_day, event.end_day or event.start_day
    if event.start_time:
        start, end = _moment(start, event.start_time), _end(event)
    return CalendarEvent(
        uid=f"{event.translation_key}@{absolute('/').split('/')[2]}",
        title=event.title,
        start=start,
        end=end,
        summary=event.summary,
        url=absolute(event.url),
        location=", ".join(told(event.place_name, event.address, event.town)) or event.online_link,
        updated=event.last_published_at,
    )


def _end(event) -> datetime | None:
    """The moment of the end; the end of the last day where only the day is known to differ."""
    last = event.end_day or event.start_day
    if event.end_time:
        return _moment(last, event.end_time)
    return _moment(last, time(23, 59)) if last != event.start_day else None


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=ROME)
