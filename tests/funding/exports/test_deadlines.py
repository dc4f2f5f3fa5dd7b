"""The calendar of a list: every deadline on its day and hour, with time to act."""

from datetime import date, time, timedelta

import pytest
from icalendar import Calendar

from .conftest import content, entries

pytestmark = pytest.mark.django_db


def test_deadlines_with_their_hour_or_as_whole_days_and_two_alarms(make_sheet, fetch):
    make_sheet(title="A ore", closes_on=date(2026, 12, 1), closes_at=time(12))
    make_sheet(title="A giornata", closes_on=date(2026, 12, 2))
    make_sheet(title="A sportello", closes_on=None, no_deadline=True)
    raw = content(fetch("calendar.ics"))
    hour, day = Calendar.from_ical(raw).walk("VEVENT")
    assert b"DTSTART;TZID=Europe/Rome:20261201T120000\r\n" in raw
    assert b"DTSTART;VALUE=DATE:20261202\r\n" in raw
    assert day["dtstart"].dt == date(2026, 12, 2)
    for entry in (hour, day):
        triggers = [alarm["trigger"].dt for alarm in entry.walk("VALARM")]
        assert triggers == [-timedelta(days=14), -timedelta(days=3)]


def test_is_rfc_5545_with_the_zone_explained(make_sheet, fetch):
    make_sheet(title="Teatri, “sale” e cinema; " * 6, summary="è" * 200, closes_at=time(12))
    raw = content(fetch("calendar.ics"))
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    calendar = Calendar.from_ical(raw)
    assert [zone["tzid"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Rome"]
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    assert calendar["x-wr-calname"] == "Bandi"
    (entry,) = calendar.walk("VEVENT")
    assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(entry)


def test_an_entry_keeps_its_name_so_that_a_calendar_replaces_it(make_sheet, fetch):
    sheet = make_sheet()
    (before,) = entries(fetch("calendar.ics"))
    sheet.closes_on = date(2027, 1, 31)
    sheet.save()
    (after,) = entries(fetch("calendar.ics"))
    assert before["uid"] == after["uid"]
    assert after["dtstart"].dt == date(2027, 1, 31)


def test_a_call_that_closes_early_ends_on_its_last_day(make_sheet, fetch):
    early = {"closed_early_on": date(2026, 12, 20), "closed_early_reason": "Fondi esauriti."}
    make_sheet(title="Con scadenza", closes_on=date(2026, 12, 31), closes_at=time(12), **early)
    make_sheet(title="A sportello", closes_on=None, no_deadline=True, **early)
    make_sheet(title="Scaduto prima", closes_on=date(2026, 12, 10), **early)
    make_sheet(title="Non si sa quando", closes_on=date(2026, 12, 31), concluded=True)
    found = {
        str(entry["summary"]).partition(": ")[2]: (
            entry["dtstart"].dt,
            "Fondi esauriti." in entry["description"],
        )
        for entry in entries(fetch("calendar.ics?status=any"))
    }
    assert found == {
        "Con scadenza": (date(2026, 12, 19), True),
        "A sportello": (date(2026, 12, 19), True),
        "Scaduto prima": (date(2026, 12, 10), False),
    }
