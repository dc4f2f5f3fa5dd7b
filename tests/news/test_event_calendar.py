"""Events go into a calendar program with the right days and hours, and only where these are known."""

from datetime import date, datetime, time

import pytest
from icalendar import Calendar

from cms.constants import ROME
from tests.factories import pages

from .conftest import topic

pytestmark = pytest.mark.django_db


def entries(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content).events


def test_an_event_with_hours(client, fair):
    (entry,) = entries(client, f"{fair.url}calendar.ics")
    assert entry["DTSTART"].dt == datetime(2026, 12, 5, 10, tzinfo=ROME)
    assert entry["DTEND"].dt == datetime(2026, 12, 7, 13, tzinfo=ROME)
    assert str(entry["LOCATION"]) == "Sala Grande, Via Roma 1, Bologna"
    assert entry["URL"] == f"http://testserver{fair.url}"


def test_an_event_without_hours_takes_whole_days(client, tree):
    event = pages.event(tree.events, start_day=date(2026, 3, 28), end_day=date(2026, 3, 29))
    (entry,) = entries(client, f"{event.url}calendar.ics")
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2026, 3, 28), date(2026, 3, 30))


def test_an_event_of_which_only_the_start_is_known_has_no_end(client, tree):
    event = pages.event(tree.events, start_day=date(2026, 3, 28), start_time=time(18))
    (entry,) = entries(client, f"{event.url}calendar.ics")
    assert "DTEND" not in entry


def test_the_page_leads_to_the_calendar(client, fair):
    assert f'href="{fair.url}calendar.ics"' in client.get(fair.url).content.decode()


@pytest.mark.parametrize("fields", [{}, {"start_day": date(2012, 12, 5), "year_known": False}])
def test_without_a_known_day_and_year_there_is_no_calendar(client, tree, fields):
    event = pages.event(tree.events, **fields)
    assert client.get(f"{event.url}calendar.ics").status_code == 404
    assert "calendar.ics" not in client.get(event.url).content.decode()


def test_the_list_goes_into_a_calendar_under_its_choices(client, tree, fair, mission):
    other = pages.event(tree.events, title="Altro", start_day=date(2027, 1, 1))
    topic(other, "cinema")
    assert [str(entry["SUMMARY"]) for entry in entries(client, "/it/eventi/calendar.ics")] == [
        "Fiera della rete",
        "Altro",
    ]
    for query in ("month=2027-01", "topic=cinema"):
        (entry,) = entries(client, f"/it/eventi/calendar.ics?{query}")
        assert str(entry["SUMMARY"]) == "Altro"
    html = client.get("/it/eventi/?topic=cinema").content.decode()
    assert 'href="/it/eventi/calendar.ics?topic=cinema"' in html


def test_an_empty_calendar_is_still_one_but_no_page_leads_there(client, tree, mission):
    assert entries(client, "/it/eventi/calendar.ics") == []
    assert "calendar.ics" not in client.get("/it/eventi/").content.decode()


def test_an_event_keeps_its_name_in_the_calendar_when_it_changes(client, fair):
    (before,) = entries(client, f"{fair.url}calendar.ics")
    fair.title = "Fiera rinviata"
    fair.save_revision().publish()
    (after,) = entries(client, f"{fair.url}calendar.ics")
    assert before["UID"] == after["UID"]
