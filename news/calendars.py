"""Events as calendar programs take them."""

from datetime import date, datetime, time

from cms.addresses import absolute
from cms.constants import ROME
from cms.formats.calendars import CalendarEvent

from .facts import non_empty


def calendar_entry(event) -> CalendarEvent:
    """The entry of an event whose day and year are known: whole days unless the hour is known too.

    One that waits for a new day keeps the old one, void: programs take such an entry away or cross it out.
    """
    start, end = _void_days(event) if event.awaits_day else _days(event)
    void = event.cancelled or event.awaits_day
    return CalendarEvent(
        uid=f"{event.translation_key}@{absolute('/').split('/')[2]}",
        title=event.display_title,
        start=start,
        end=end,
        summary="\n".join(non_empty(event.state_note, event.summary)),
        url=absolute(event.url),
        location=_location(event),
        updated=event.last_published_at,
        status="CANCELLED" if void else "CONFIRMED",
        sequence=event.calendar_sequence,
    )


def _location(event) -> str:
    location = ", ".join(non_empty(event.place_name, event.address, event.town))
    if event.online_only:
        return event.online_link
    return location or event.online_link


def _days(event) -> tuple[date | datetime, date | datetime | None]:
    if event.start_time:
        return _moment(event.start_day, event.start_time), _end(event)
    return event.start_day, event.end_day or event.start_day


def _void_days(event) -> tuple[date | datetime, date | datetime | None]:
    first, last = event.previous_start_day, event.previous_end_day
    if event.previous_start_time:
        return _moment(first, event.previous_start_time), _moment(last, time(23, 59)) if last else None
    return first, last or first


def _end(event) -> datetime | None:
    """The moment of the end; the end of the last day where only the day is known to differ."""
    last = event.end_day or event.start_day
    if event.end_time:
        return _moment(last, event.end_time)
    return _moment(last, time(23, 59)) if last != event.start_day else None


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=ROME)
