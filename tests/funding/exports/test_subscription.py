"""A calendar to subscribe to: what RFC 5545, 5546 and 7986 want of a published one, and the way to it."""

import re
from datetime import date, time
from html import unescape

import pytest
from icalendar import Calendar

from tests.factories import pages
from tests.funding.test_change_log import edit

from .conftest import content

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
# Of each published entry; SEQUENCE is told from its first change on, and here always.
DEMANDED = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "ORGANIZER", "SEQUENCE", "CLASS", "TRANSP", "URL")


def calendar(response) -> Calendar:
    return Calendar.from_ical(content(response) if response.streaming else response.content)


def entry(client, sheet):
    (found,) = [
        one for one in calendar(client.get(f"{sheet.url}calendar.ics")).events if "opening" not in one["UID"]
    ]
    return found


@pytest.mark.parametrize("address", ["calendar.ics?q=teatri&region=ITC4", "{slug}/calendar.ics"])
def test_it_holds_what_the_standards_want_of_a_published_calendar(make_sheet, fetch, address):
    sheet = make_sheet(title="Teatri", regions=["ITC4"], closes_at=time(12))
    address = address.format(slug=sheet.slug)
    found = calendar(fetch(address))
    assert (found["VERSION"], found["METHOD"], found["CALSCALE"]) == ("2.0", "PUBLISH", "GREGORIAN")
    assert found["REFRESH-INTERVAL"].to_ical() == found["X-PUBLISHED-TTL"].to_ical() == b"PT12H"
    assert found["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert found["SOURCE"] == f"{SITE}/it/bandi/{address}"
    assert found["NAME"] == ("Bandi: teatri, Lombardy" if "?" in address else "Teatri")
    for one in found.events:
        assert [name for name in DEMANDED if name not in one] == []
        # A deadline takes no time, so that its day does not count as busy.
        assert one["TRANSP"] == "TRANSPARENT"
        assert "DTEND" not in one or one["DTEND"].dt > one["DTSTART"].dt
    assert len({one["UID"] for one in found.events}) == len(found.events)


def test_an_extension_raises_the_number_of_the_entry(make_sheet, client, tree, today):
    sheet = make_sheet(closes_on=date(2026, 12, 10))
    first = entry(client, sheet)
    edit(sheet, closes_on=date(2027, 1, 15))
    second = entry(client, sheet)
    edit(sheet, summary="Altre parole.")
    third = entry(client, sheet)
    assert first["UID"] == second["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert second["DTSTART"].dt != first["DTSTART"].dt
    assert third["SEQUENCE"] == second["SEQUENCE"]


def test_the_list_counts_the_changes_as_the_sheet_does(make_sheet, client, fetch, today):
    sheet = make_sheet(closes_on=date(2026, 12, 10))
    edit(sheet, closes_on=date(2027, 1, 15))
    listed = {one["UID"]: one["SEQUENCE"] for one in calendar(fetch("calendar.ics")).events}
    assert listed[entry(client, sheet)["UID"]] == entry(client, sheet)["SEQUENCE"] > 0


def offered(client, address: str) -> tuple[str, str, str]:
    """What one subscribes to, the address to copy, and the file to download."""
    html = client.get(address).content.decode()
    webcal = re.search(r'href="(webcal:[^"]+)"', html)[1]
    copied = re.search(r'id="calendar-address"[^>]*value="([^"]+)"', html)[1]
    return unescape(webcal), unescape(copied), html


@pytest.mark.parametrize("query", ["", "?q=teatri&region=ITC4"])
def test_the_finder_offers_a_subscription_to_the_very_list(make_sheet, client, fetch, query):
    make_sheet(title="Teatri", regions=["ITC4"])
    fetch("")
    webcal, copied, html = offered(client, f"/it/bandi/{query}")
    assert copied == f"{SITE}/it/bandi/calendar.ics{query}"
    assert webcal == copied.replace("http:", "webcal:")
    assert f'href="/it/bandi/calendar.ics{query.replace("&", "&amp;")}"' in html
    assert calendar(client.get(copied.removeprefix(SITE)))["SOURCE"] == copied


def test_so_do_a_sheet_an_event_and_the_list_of_events(make_sheet, client, tree):
    sheet = make_sheet()
    event = pages.event(tree.events, start_day=date(2026, 12, 5))
    for address in (sheet.url, event.url, "/it/eventi/"):
        _webcal, copied, _html = offered(client, address)
        assert copied == f"{SITE}{address}calendar.ics"
        assert calendar(client.get(copied.removeprefix(SITE)))["SOURCE"] == copied


def test_an_entry_keeps_its_number_when_its_page_is_renamed(make_sheet, client, today):
    sheet = make_sheet()
    before = entry(client, sheet)["UID"]
    edit(sheet, slug="un-altro-nome")
    renamed = type(sheet).objects.get(pk=sheet.pk)
    assert renamed.url != sheet.url
    assert entry(client, renamed)["UID"] == before


def test_the_panel_says_what_the_calendar_holds_beside_the_list(make_sheet, client, search_index):
    make_sheet()
    search_index.rebuild()
    page = " ".join(client.get("/it/bandi/?status=closing").content.decode().split())
    assert "it keeps the calls that closed in the last 30 days or are suspended" in page
    assert "it keeps the calls" not in client.get("/it/eventi/").content.decode()
