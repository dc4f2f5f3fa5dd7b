"""Filters heard in the words of a question: which sheets they find, what a person sees, how it is undone."""

import json
from datetime import date
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest

from search.engines.tantivy import TantivyEngine

from .asking import ask_again, counts, titles

pytestmark = pytest.mark.django_db
ASKED = "q=cooperative+a+Taranto+sopra+30mila+euro"


@pytest.fixture
def sheets(make_sheet, search_index):
    make_sheet(
        title="Palchi pugliesi",
        slug="palchi",
        regions=["ITF4"],
        beneficiaries=["cooperative"],
        grant_max=Decimal(50_000),
    )
    make_sheet(
        title="Tende per tutti",
        slug="tende",
        whole_country=True,
        beneficiaries=["cooperative", "enterprise"],
        grant_max=Decimal(30_000),
        closes_on=date(2027, 1, 20),
    )
    make_sheet(title="Piccoli aiuti", regions=["ITF4"], beneficiaries=["cooperative"], grant_max=Decimal(900))
    make_sheet(title="Lombardia in scena", regions=["ITC4"], beneficiaries=["cooperative"])
    make_sheet(title="Resto al Sud", regions=["ITF3"], beneficiaries=["enterprise"])
    search_index.rebuild()


def labels(context) -> list[str]:
    return [chip.label for chip in context["heard"]]


def test_words_are_the_filters_that_they_say(sheets, client):
    context = ask_again(client, ASKED)
    same = ask_again(client, "region=ITF4&beneficiary=cooperative&amount=30000")
    assert titles(context) == titles(same) == ["Palchi pugliesi", "Tende per tutti"]
    assert labels(context) == [
        "Cooperatives and non-profit associations",
        "Apulia (Taranto)",
        "at least 30.000\xa0€",
    ]
    assert counts(context, "region") == counts(same, "region")
    assert context["chips"] == []


def test_the_page_says_what_was_understood_and_marks_it_among_the_filters(sheets, client):
    page = client.get(f"/it/bandi/?{ASKED}").content.decode()
    assert "Understood as:" in page
    assert 'value="cooperative a Taranto sopra 30mila euro"' in page
    assert page.count("from your words") == 2


def test_a_chip_turns_a_filter_back_into_words(sheets, client):
    context = ask_again(client, "q=cooperative+palchi+a+Taranto")
    assert titles(context) == ["Palchi pugliesi"]
    undo = next(chip.undo_url for chip in context["heard"] if chip.label.startswith("Apulia"))
    assert parse_qs(urlsplit(undo).query) == {"q": ["cooperative palchi a Taranto"], "literal": ["taranto"]}
    again = client.get(undo).context
    assert labels(again) == ["Cooperatives and non-profit associations"]
    assert again["parameters"].meant.words == "palchi a Taranto"
    assert 'name="literal" value="taranto"' in client.get(undo).content.decode()


def test_a_refusal_goes_with_its_words(sheets, client):
    assert "literal" not in ask_again(client, "q=palchi&literal=taranto")["address"]


def test_a_filter_that_is_chosen_counts_before_one_that_is_said(sheets, client):
    context = ask_again(client, "q=cooperative+Puglia&region=ITC4")
    assert "Lombardia in scena" in titles(context)
    assert "Palchi pugliesi" not in titles(context)
    assert labels(context) == ["Cooperatives and non-profit associations"]
    assert any("Puglia" in notice for notice in context["notices"])
    assert not any("Puglia" in notice for notice in ask_again(client, "q=Puglia&region=ITF4")["notices"])


def test_a_name_is_found_as_a_name(sheets, client):
    context = ask_again(client, "q=resto+al+sud")
    assert (titles(context), labels(context)) == (["Resto al Sud"], [])


def test_the_words_that_are_left_can_be_dropped_alone(sheets, client):
    context = ask_again(client, "q=tende+cooperative")
    assert [chip.label for chip in context["chips"]] == ["“tende”"]
    left = client.get(context["chips"][0].remove_url).context
    assert labels(left) == ["Cooperatives and non-profit associations"]
    assert len(titles(left)) == 4


def test_where_no_call_has_the_other_words_it_is_said_and_plain_words_are_offered(sheets, client):
    context = ask_again(client, "q=Lombardia+palchi")
    assert titles(context) == ["Lombardia in scena", "Tende per tutti"]
    assert context["loose_words"] == "palchi"
    [offered] = context["suggestions"]
    assert offered["total"] == 2
    plain = client.get(offered["url"]).context
    assert labels(plain) == []
    assert sorted(titles(plain)) == ["Lombardia in scena", "Palchi pugliesi"]
    assert "palchi" in client.get("/it/bandi/?q=Lombardia+palchi").content.decode().split("relaxed")[1]


def test_where_nothing_passes_what_was_heard_the_reading_can_be_undone(sheets, client):
    context = ask_again(client, "q=cooperative+tende+sopra+3+milioni")
    assert titles(context) == []
    offered = {one["text"]: one["total"] for one in context["suggestions"]}
    assert offered["without “at least 3.000.000\xa0€”"] == 1
    assert offered["“cooperative tende sopra 3 milioni” as plain words"] >= 1


def test_calls_that_have_the_words_heard_come_first(sheets, make_sheet, client, search_index):
    for number in range(3):
        make_sheet(title=f"Spettacolo {number}", regions=["ITF4"], beneficiaries=["cooperative"])
    make_sheet(
        title="Cooperative che coltivano",
        regions=["ITF4"],
        beneficiaries=["cooperative"],
        summary="Per le cooperative.",
    )
    search_index.rebuild()
    context = ask_again(client, "q=cooperative&sort=relevance")
    assert titles(context)[0] == "Cooperative che coltivano"
    assert len(titles(context)) == 8


@pytest.mark.parametrize(("asked", "heard"), [("30mila euro", True), ("50.000 euro", False)])
def test_an_amount_alone_is_a_filter_unless_a_call_names_it(
    sheets, make_sheet, client, search_index, asked, heard
):
    make_sheet(title="Cinquanta", summary="Si danno 50.000 euro.", grant_max=Decimal(10))
    search_index.rebuild()
    context = ask_again(client, f"q={asked.replace(' ', '+')}")
    assert bool(labels(context)) is heard
    assert ("Cinquanta" in titles(context)) is not heard


@pytest.mark.parametrize(
    ("query", "most"),
    [("amount_max=30000", ["Piccoli aiuti", "Tende per tutti"]), ("q=fino+a+1000+euro", ["Piccoli aiuti"])],
)
def test_a_most_amount(sheets, client, query, most):
    assert sorted(titles(ask_again(client, query))) == most


def test_files_and_feed_hold_the_same_sheets(sheets, client):
    data = json.loads(b"".join(client.get(f"/it/bandi/export.json?{ASKED}").streaming_content))
    rows = next(value for value in data.values() if isinstance(value, list) and value and "title" in value[0])
    assert [row["title"] for row in rows] == ["Palchi pugliesi", "Tende per tutti"]
    feed = client.get(f"/it/bandi/feed.rss?{ASKED}").content.decode()
    assert "Palchi pugliesi" in feed
    assert "Piccoli aiuti" not in feed


def test_contradictions_and_impossible_days_are_told(sheets, client):
    assert any("30/02/2026" in notice for notice in ask_again(client, "q=entro+30/02/2026")["notices"])
    context = ask_again(client, "q=aperti+chiusi")
    assert len(labels(context)) == 2
    assert len(titles(context)) == 5


def test_nothing_is_asked_of_the_engine_for_it(sheets, client, monkeypatch):
    """A question that is all filters costs as much as the filters."""
    asked = []
    search = TantivyEngine.search
    monkeypatch.setattr(TantivyEngine, "search", lambda *args: asked.append(1) or search(*args))
    ask_again(client, ASKED)
    assert len(asked) == 1


def test_names_are_read_once_for_each_state_of_the_site(sheets, client, django_assert_num_queries):
    from funding.catalogue.understanding.lexicon import _read, lexicon
    from funding.catalogue.understanding.tables import table_of

    with django_assert_num_queries(2):  # what is closed to the public, and the names
        _read("it", table_of("it"))
    lexicon("it")
    with django_assert_num_queries(0):
        lexicon("it")


def test_the_search_of_the_site_leads_to_the_finder(sheets, client):
    context = client.get("/it/cerca/", {"q": "cooperative Abruzzo"}).context
    [offer] = context["section_offers"]
    assert offer.url.startswith("/it/bandi/?q=cooperative+Abruzzo")
    assert offer.text.startswith("1 ")
    assert titles(client.get(offer.url).context) == ["Tende per tutti"]
    assert client.get("/it/cerca/", {"q": "palchi"}).context["section_offers"] == []
    assert client.get("/it/cerca/", {"q": "Molise cooperative 2 milioni"}).context["section_offers"] == []
