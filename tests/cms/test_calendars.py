"""A calendar file says the right day and hour to every calendar program."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from cms.constants import ROME
from cms.formats.calendars import CalendarEvent, calendar_response


def entries(*events):
    response = calendar_response(events, "eventi.ics", name="Eventi")
    return Calendar.from_ical(response.content), response


def test_is_a_file_named_and_typed_as_a_calendar():
    parsed, response = entries()
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="eventi.ics"'
    assert parsed["X-WR-CALNAME"] == "Eventi"


def test_days_are_told_without_hours_and_the_last_one_is_included():
    parsed, _ = entries(CalendarEvent("a@x", "Fiera", date(2026, 12, 5), date(2026, 12, 7)))
    (entry,) = parsed.events
    assert entry["DTSTART"].dt == date(2026, 12, 5)
    assert entry["DTEND"].dt == date(2026, 12, 8)


def test_hours_are_those_of_rome_in_a_zone_that_the_file_explains():
    start = datetime(2026, 7, 5, 8, 0, tzinfo=UTC)
    parsed, response = entries(CalendarEvent("a@x", "Fiera", start, start.replace(hour=11)))
    assert b"DTSTART;TZID=Europe/Rome:20260705T100000" in response.content
    assert b"DTEND;TZID=Europe/Rome:20260705T130000" in response.content
    assert not parsed.get_missing_tzids()


@pytest.mark.parametrize(
    ("moment", "hours"),
    [
        (datetime(2026, 3, 29, 1, 59), 1),
        (datetime(2026, 3, 29, 3, 0), 2),
        (datetime(2040, 7, 1, 12, 0), 2),
        (datetime(2040, 12, 1, 12, 0), 1),
    ],
)
def test_the_zone_in_the_file_knows_both_clock_changes_in_any_year(moment, hours):
    parsed, _ = entries()
    zone = parsed.timezones[0].to_tz(lookup_tzid=False)
    assert moment.replace(tzinfo=zone).utcoffset().total_seconds() == hours * 3600


def test_a_deadline_has_no_length():
    moment = datetime(2026, 12, 12, 12, 0, tzinfo=ROME)
    parsed, _ = entries(CalendarEvent("a@x", "Scade", moment))
    assert "DTEND" not in parsed.events[0]


def test_the_same_content_gives_the_same_file():
    event = CalendarEvent("a@x", "Scade", date(2026, 12, 12), updated=datetime(2026, 1, 1, 9, tzinfo=ROME))
    assert entries(event)[1].content == entries(event)[1].content
    assert b"DTSTAMP:20260101T080000Z" in entries(event)[1].content
    assert b"LAST-MODIFIED:20260101T080000Z" in entries(event)[1].content


def test_signs_of_the_format_inside_words_do_no_harm():
    parsed, _ = entries(
        CalendarEvent("a@x", "Uno; due, tre\nquattro", date(2026, 12, 12), location="Sala, A")
    )
    assert str(parsed.events[0]["SUMMARY"]) == "Uno; due, tre\nquattro"
    assert str(parsed.events[0]["LOCATION"]) == "Sala, A"
