"""Calendar files (RFC 5545) of events and deadlines. Hours are Europe/Rome, with the zone's own rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from django.http import HttpResponse
from icalendar import Alarm, Calendar, Event, Timezone, vCalAddress, vDuration, vUri

from cms.constants import ROME

from ..addresses import absolute
from .plain_text import one_line, printable

# How often programs ask again for a calendar that somebody has subscribed to.
REFRESHED = timedelta(hours=12)

# The rule of the European Union since 1996: short, and true for every year to come.
ROME_RULES = """BEGIN:VTIMEZONE
TZID:Europe/Rome
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True)
class CalendarEvent:
    """One entry. ``start`` and ``end`` are days (``end`` included) or moments with a zone, both alike.

    Without ``end`` a day lasts that day and a moment has no length, which is what a deadline is.
    """

    uid: str
    title: str
    start: date | datetime
    end: date | datetime | None = None
    summary: str = ""
    url: str = ""
    location: str = ""
    categories: tuple[str, ...] = ()
    alarms: tuple[timedelta, ...] = ()  # how long before the start to remind
    updated: datetime | None = None
    status: str = ""  # CONFIRMED or CANCELLED; empty where there is none to tell
    sequence: int | None = None  # rises with every change that subscribers must notice
    transparent: bool = False  # takes no time of whoever keeps it, such as a deadline


def calendar_response(
    events: Iterable[CalendarEvent], filename: str, name: str = "", address: str = ""
) -> HttpResponse:
    """A calendar file to download or to subscribe to; ``address`` is the whole one of the file itself."""
    text = calendar(events, name, address).to_ical()
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def calendar_parts(name: str, address: str = "") -> tuple[bytes, bytes]:
    """What stands before and after the entries of a calendar that is written piece by piece."""
    head, end = calendar([], name, address).to_ical(), b"END:VCALENDAR\r\n"
    return head.removesuffix(end), end


def entries(events: Iterable[CalendarEvent]) -> Iterator[bytes]:
    """The entries themselves, one piece each."""
    return (_entry(event).to_ical() for event in events)


def calendar(events: Iterable[CalendarEvent], name: str = "", address: str = "") -> Calendar:
    """A calendar of ``events``, which may be none, as RFC 7986 describes one to subscribe to."""
    result = Calendar()
    result.add("version", "2.0")
    result.add("prodid", "-//Intreccio//intreccio//IT")
    result.add("calscale", "GREGORIAN")
    result.add("method", "PUBLISH")
    if name := one_line(name):
        result.add("name", name)
        result.add("x-wr-calname", name)
    result.add("x-wr-timezone", ROME.key)
    result.add("refresh-interval", vDuration(REFRESHED), parameters={"value": "DURATION"})
    result.add("x-published-ttl", vDuration(REFRESHED))
    if address:
        result.add("source", vUri(address), parameters={"value": "URI"})
    result.add_component(_rome())
    for event in events:
        result.add_component(_entry(event))
    return result


@cache
def _rome() -> Timezone:
    return Timezone.from_ical(ROME_RULES)


def _entry(event: CalendarEvent) -> Event:
    entry = Event()
    entry.add("uid", event.uid)
    # The stamp is the entry's own age, not the clock: the same content gives the same file.
    entry.add("dtstamp", event.updated or datetime(2000, 1, 1, tzinfo=ROME))
    if event.updated:
        entry.add("last-modified", event.updated)
    entry.add("summary", printable(event.title))
    entry.add("dtstart", _point(event.start))
    end = _end(event)
    if end is not None:
        entry.add("dtend", end)
    for key, value in (("description", event.summary), ("location", event.location)):
        if value:
            entry.add(key, printable(value))
    entry.add("class", "PUBLIC")
    # A published entry names who publishes it (RFC 5546, 3.2.1): the site, which is nobody to be answered.
    entry.add("organizer", vCalAddress(absolute("/")), parameters={"cn": "Intreccio"})
    if event.transparent:
        entry.add("transp", "TRANSPARENT")
    if event.status:
        entry.add("status", event.status)
    if event.sequence is not None:
        entry.add("sequence", event.sequence)
    if event.url:
        entry.add("url", event.url)
    if event.categories:
        entry.add("categories", list(event.categories))
    for before in event.alarms:
        entry.add_component(_alarm(event, before))
    return entry


def _alarm(event: CalendarEvent, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", printable(event.title))
    alarm.add("trigger", -before)
    return alarm


def _end(event: CalendarEvent) -> date | datetime | None:
    """The end as the format wants it: a day is told by the one after it, and no end is no line."""
    if isinstance(event.start, datetime):
        return _point(event.end) if event.end and event.end > event.start else None
    return (event.end or event.start) + timedelta(days=1)


def _point(moment: date | datetime) -> date | datetime:
    return moment.astimezone(ROME) if isinstance(moment, datetime) else moment
