"""After an extension that is published in Italian, everything that the English finder gives away holds the
new day at once, whether an editor or an import has moved it."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from funding.imports.apply import apply_plan
from funding.imports.plan import make_plan
from funding.imports.readers import read_file
from funding.models import FundingSheetPage, SheetChange
from search.models import OutboxEntry
from tests.factories import pages
from tests.funding.imports.bringing import source  # noqa: F401
from tests.funding.test_change_log import edit
from tests.funding.test_feed import read_again, titles

from .conftest import cells, data, entries, rows

pytestmark = pytest.mark.django_db

BASE = "/en/funding/"
OLD, NEW = date(2027, 1, 15), date(2027, 1, 29)


def extended_by_hand(make_sheet, **kwargs):
    sheet = edit(make_sheet(title="Teatri", closes_on=OLD))
    return sheet, lambda: edit(sheet, closes_on=NEW)


def bring_in(path, publish=True):
    return apply_plan(make_plan(read_file("incentivi", path, date(2026, 11, 23)), publish), publish)


def extended_by_import(source, **kwargs):  # noqa: F811
    bring_in(source({"2": {"Data_chiusura": f"{OLD}T00:00:00"}}))
    sheet = FundingSheetPage.objects.get(source_id="2")
    return sheet, lambda: bring_in(source({"2": {"Data_chiusura": f"{NEW}T00:00:00"}}))


@pytest.fixture(params=[extended_by_hand, extended_by_import], ids=["by hand", "by import"])
def extended(request, make_sheet, source, tree, today):  # noqa: F811
    """The English version of a sheet that was extended a day ago in Italian."""
    sheet, extend = request.param(make_sheet=make_sheet, source=source)
    english = pages.translate(sheet, tree.english.locale, title="Theatres", slug="theatres")
    today.shift(timedelta(days=1))
    OutboxEntry.objects.all().delete()
    extend()
    return english


def test_the_page_the_feed_and_the_calendar_say_so_in_english(extended, fetch, client):
    page = client.get(extended.url).content.decode()
    assert "extended: was 15 January 2027" in page and "29 Jan" in page
    assert SheetChange.objects.get(field="closes").is_extension
    calendar = fetch("calendar.ics", BASE)
    (entry,) = (each for each in entries(calendar) if each["SUMMARY"] == "Closes: Theatres")
    assert entry["DTSTART"].dt == NEW
    assert entry["SEQUENCE"] > 0
    assert "Extended to 29 January 2027: Theatres" in titles(read_again(client, path=BASE))


def test_the_search_hears_of_both_languages(extended):
    told = set(OutboxEntry.objects.values_list("page_id", "language"))
    assert (extended.pk, "en") in told
    assert len({language for _page, language in told}) == 2


def test_each_file_of_the_english_finder_holds_the_new_day(extended, fetch):
    (row,) = (each for each in rows(fetch("export.csv", BASE)) if each["title"] == "Theatres")
    assert row["closes_on"] == NEW.isoformat()
    (record,) = (each for each in data(fetch("export.json", BASE))["records"] if each["title"] == "Theatres")
    assert record["closes_on"] == NEW.isoformat()
    assert any("Theatres" in line and NEW in _days(line) for line in cells(fetch("export.xlsx", BASE)))


def _days(line) -> list[date]:
    return [cell.date() if hasattr(cell, "date") else cell for cell in line]


def test_the_english_list_finds_it_by_its_new_day(extended, fetch):
    query = f"closes_after={OLD + timedelta(days=1)}&closes_before={NEW}"
    assert [row["title"] for row in rows(fetch(f"export.csv?{query}", BASE))] == ["Theatres"]
    assert rows(fetch(f"export.csv?closes_before={OLD}", BASE)) == []


def test_the_calendar_of_the_sheet_follows_too(extended, client):
    events = Calendar.from_ical(client.get(f"{extended.url}calendar.ics").content).walk("VEVENT")
    assert {event["DTSTART"].dt for event in events} >= {NEW}
    assert OLD not in {event["DTSTART"].dt for event in events}
