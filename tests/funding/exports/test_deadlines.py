"""The calendar of a list: every deadline on its day and hour, with time to act."""

from datetime import date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from cms.constants import ROME

from .conftest import content, entries

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


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
    late = make_sheet(title="Scaduto prima", closes_on=date(2026, 12, 10))
    type(late).objects.filter(pk=late.pk).update(**early)  # as older versions took it
    make_sheet(title="Non si sa quando", closes_on=date(2026, 12, 31), concluded=True)
    found = {
        str(entry["summary"]): (entry["dtstart"].dt, "Fondi esauriti." in entry["description"])
        for entry in entries(fetch("calendar.ics?status=any"))
    }
    assert found == {
        "Closes early: Con scadenza": (date(2026, 12, 19), True),
        "Closes early: A sportello": (date(2026, 12, 19), True),
        "Closes: Scaduto prima": (date(2026, 12, 10), False),
    }


def told(fetch, address: str = "calendar.ics") -> dict:
    """What programs read of the closing of the only sheet."""
    (entry,) = (one for one in entries(fetch(address)) if not one["uid"].endswith("-opening@intreccio"))
    return {
        "title": str(entry["summary"]),
        "day": entry["dtstart"].dt,
        "status": entry["status"],
        "sequence": entry["sequence"],
        "alarms": len(entry.walk("VALARM")),
    }


def test_a_call_that_has_closed_early_says_so_on_the_day_that_its_page_shows(make_sheet, fetch, client):
    sheet = make_sheet(title="Teatri", closes_on=date(2026, 12, 31), closes_at=time(12))
    before = told(fetch)
    sheet.closed_early_on, sheet.closed_early_reason = TODAY - timedelta(days=3), "Fondi esauriti."
    sheet.save()
    after = told(fetch)
    assert after["title"] == "Closed early: Teatri"
    assert after["day"] == sheet.closed_early_on == sheet.key_date
    assert (after["alarms"], after["status"]) == (0, "CONFIRMED")
    assert after["sequence"] > before["sequence"]
    own = Calendar.from_ical(client.get(f"{sheet.url}calendar.ics").content).walk("VEVENT")[-1]
    assert (str(own["summary"]), own["dtstart"].dt) == (after["title"], after["day"])
    assert "It closed before its time." in own["description"]


def test_an_early_closing_that_was_announced_is_news_again_when_it_comes(make_sheet, fetch, today):
    sheet = make_sheet(title="Teatri", closes_on=date(2026, 12, 31))
    sheet.closed_early_on = TODAY + timedelta(days=2)
    sheet.save()
    announced = told(fetch)
    today.move_to(datetime.combine(sheet.closed_early_on, time(9), ROME))
    come = told(fetch)
    sheet.closed_early_on = None
    sheet.save()
    taken_back = told(fetch)
    titles = [one["title"].partition(":")[0] for one in (announced, come, taken_back)]
    assert titles == ["Closes early", "Closed early", "Closes"]
    assert announced["sequence"] < come["sequence"] < taken_back["sequence"]


def test_a_suspended_call_is_void_in_calendars_until_it_goes_on(make_sheet, fetch):
    sheet = make_sheet(title="Teatri", closes_on=date(2026, 12, 31))
    before = told(fetch)
    sheet.suspended = True
    sheet.save()
    suspended = told(fetch)
    sheet.suspended = False
    sheet.save()
    after = told(fetch)
    assert [one["title"] for one in (before, suspended, after)] == [
        "Closes: Teatri",
        "Suspended: Teatri",
        "Closes: Teatri",
    ]
    assert [one["status"] for one in (before, suspended, after)] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert suspended["alarms"] == 0 < after["alarms"]
    assert before["sequence"] < suspended["sequence"] < after["sequence"]
