"""The finder can be followed in a feed reader: new sheets, extensions and other changes, under any filter."""

import html
from datetime import date, timedelta
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from funding.models import SheetChange
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from tests.factories import pages

from .test_change_log import edit

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client, search_index):
    """The items of a feed as dictionaries, with the index brought up to date."""

    def get(query: str = "", path: str = "/it/bandi/"):
        search_index.rebuild()
        return read_again(client, query, path)

    return get


def read_again(client, query: str = "", path: str = "/it/bandi/") -> list[dict[str, str]]:
    response = client.get(f"{path}feed.rss?{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    channel = ElementTree.fromstring(response.content).find("channel")
    return [{child.tag: child.text for child in item} for item in channel.iter("item")]


def titles(items) -> list[str]:
    return [item["title"] for item in items]


def test_new_sheets_come_newest_first_whatever_their_own_days(make_sheet, read, today):
    make_sheet(title="Prima", opens_on=date(2026, 11, 20), summary="Per i teatri.")
    today.shift(timedelta(hours=1))
    second = make_sheet(title="Seconda")
    items = read()
    assert titles(items) == ["Seconda", "Prima"]
    assert items[0]["link"] == f"http://testserver{second.url}"
    assert items[0]["guid"] == f"{second.translation_key}-it"
    assert items[0]["pubDate"] == "Mon, 23 Nov 2026 10:00:00 +0000"
    assert items[1]["description"] == "Open · Closes: 31 dicembre 2026 · Who gives: MiC. Per i teatri."


@pytest.mark.parametrize(
    ("values", "line"),
    [
        (
            {"opens_on": date(2026, 12, 1), "closes_on": date(2026, 12, 18)},
            "Forthcoming · Opens: 1 dicembre 2026 · Closes: 18 dicembre 2026",
        ),
        (
            {"opens_on": date(2027, 4, 1), "opening_month_only": True, "closes_on": None},
            "Forthcoming · Opens: aprile 2027",
        ),
        ({"closes_on": date(2026, 11, 26)}, "Closing soon · Closes: 26 novembre 2026"),
        ({"opens_on": date(2023, 9, 1), "closes_on": date(2024, 3, 31)}, "Closed: 31 marzo 2024"),
        (
            {"closes_on": date(2026, 12, 20), "closed_early_on": date(2026, 11, 2)},
            "Closed: 2 novembre 2026",
        ),
        (
            {"closes_on": date(2026, 10, 1), "results_awaited": True},
            "Under evaluation · Closed: 1 ottobre 2026",
        ),
        ({"closes_on": None, "no_deadline": True}, "Open · No deadline"),
        ({"closes_on": None}, "Deadline not indicated"),
        ({"suspended": True}, "Suspended"),
    ],
)
def test_an_item_tells_the_status_and_its_days(make_sheet, read, values, line):
    make_sheet(**values)
    assert read("status=any")[0]["description"].startswith(f"{line} · Who gives: MiC.")


def test_the_description_names_what_was_chosen(make_sheet, client, search_index):
    index = make_sheet(title="Teatri").get_parent().specific
    index.summary = "Tutti i bandi."
    index.save()
    text = client.get("/it/bandi/feed.rss?q=teatri").content.decode()
    assert "<description>Tutti i bandi. Only: teatri.</description>" in text


def test_an_extension_is_an_item_of_its_own(make_sheet, read, client, today):
    sheet = make_sheet(title="Teatri", closes_on=date(2026, 12, 3))
    make_sheet(title="Musei")
    today.shift(timedelta(days=1))
    edit(sheet, closes_on=date(2026, 12, 17), change_note="Per il maltempo.")
    items = read()
    assert len(items) == 3
    item = items[0]
    assert item["title"] == "Extended to 17 dicembre 2026: Teatri"
    assert item["description"] == "was: 3 dicembre 2026; now: 17 dicembre 2026. Per il maltempo."
    assert item["link"] == f"http://testserver{sheet.url}"
    assert item["pubDate"] == "Tue, 24 Nov 2026 09:00:00 +0000"
    guid = item["guid"]
    today.shift(timedelta(days=1))
    edit(sheet, title="I teatri", budget=Decimal(1000))
    items = read()
    assert [item["guid"] for item in items][1] == guid
    assert items[0]["title"] == "Update, Budget of the call: I teatri"
    assert items[1]["title"] == "Extended to 17 dicembre 2026: I teatri"


def test_the_feed_has_the_parameters_of_the_finder(make_sheet, read, client):
    theatre = make_sheet(title="Teatri", regions=["ITC4"], grant_max=Decimal(5000))
    museum = make_sheet(title="Musei", regions=["ITI4"])
    make_sheet(title="Chiuso", closes_on=date(2026, 11, 1))
    for sheet in (theatre, museum):
        edit(sheet, closes_on=date(2027, 1, 31))
    assert {title[-6:] for title in titles(read("region=ITC4"))} == {"Teatri"}
    assert len(read_again(client, "region=ITC4&region=ITI4")) == 4
    assert titles(read_again(client, "status=closed")) == ["Chiuso"]
    assert len(read_again(client, "q=musei")) == 2
    assert len(read_again(client, "amount=4000")) == 2
    assert read_again(client, "region=ITF1") == []
    assert len(read_again(client, "region=nowhere&page=7&sort=title&per=1")) == 4


def test_a_slip_is_corrected_as_in_the_list(make_sheet, read, client):
    make_sheet(title="Editoria per ragazzi")
    make_sheet(title="Teatro di strada")
    assert titles(read("q=edittoria")) == ["Editoria per ragazzi"]
    assert titles(read_again(client, "q=strada+xyzzy")) == ["Teatro di strada"]


def test_each_language_has_its_feed_and_both_tell_the_change(make_sheet, read, client, tree):
    sheet = make_sheet(title="Teatri")
    pages.translate(sheet, tree.english.locale, title="Theatres", slug="theatres")
    edit(sheet, closes_on=date(2027, 1, 31))
    assert "Extended to 31 gennaio 2027: Teatri" in titles(read())
    english = read_again(client, path="/en/funding/")
    assert "Extended to 31 January 2027: Theatres" in titles(english)
    assert len(english) == 2


def test_a_sheet_that_goes_offline_leaves_with_its_changes(make_sheet, read):
    sheet = edit(make_sheet(), closes_on=date(2027, 1, 31))
    assert len(read()) == 2
    sheet.unpublish()
    assert read() == []


def test_hostile_text_stays_inside_its_element(make_sheet, read):
    hostile = "</title><script>alert(1)</script>]]>&\x0b\ufffe<b>"
    sheet = make_sheet(title=hostile, summary=hostile)
    edit(sheet, closes_on=date(2027, 1, 31), change_note=hostile)
    shown = hostile.replace("\x0b", " ").replace("\ufffe", "")
    changed, new = sorted(read(), key=lambda item: "Extended" not in item["title"])
    assert new["title"] == shown and html.unescape(new["description"]).endswith(f"Who gives: MiC. {shown}")
    assert "<" not in new["description"] + changed["description"]
    assert changed["title"].endswith(shown)
    assert html.unescape(changed["description"]).endswith(shown)


def test_the_feed_stays_short_and_cheap_however_much_there_is(
    make_sheet, read, client, django_assert_max_num_queries
):
    for number in range(35):
        sheet = make_sheet(title=f"Bando {number}", slug=f"bando-{number}")
        SheetChange.objects.create(
            sheet_key=sheet.translation_key,
            kind="dates",
            field="closes",
            before="2026-12-01",
            after="2026-12-31",
            day=date(2026, 11, 23),
            noted_at=timezone.now(),
        )
    read()
    with django_assert_max_num_queries(12):
        assert len(read_again(client)) == 30


def test_without_the_search_the_feed_still_tells_what_is_not_closed(make_sheet, read, client, monkeypatch):
    make_sheet(title="Aperto")
    make_sheet(title="Chiuso", closes_on=date(2026, 11, 1))
    read()

    def down(self, query):
        raise EngineUnavailable

    monkeypatch.setattr(type(get_engine()), "search", down)
    assert titles(read_again(client, "region=ITC4")) == ["Aperto"]


def test_the_list_and_the_footer_lead_to_the_feed(make_sheet, client, search_index):
    make_sheet()
    search_index.rebuild()
    html = client.get("/it/bandi/?region=ITC4&sort=title&page=1").content.decode()
    assert html.count('href="/it/bandi/feed.rss?region=ITC4"') == 2
    assert '<link rel="alternate" type="application/rss+xml"' in html
    assert 'href="/it/bandi/feed.rss" type="application/rss+xml"' in html
