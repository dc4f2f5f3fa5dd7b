"""The finder: one query for list, filters and counts; any address is answered with a page."""

from datetime import date, time
from decimal import Decimal

import pytest

from search.engines import get_engine
from search.engines.base import EngineUnavailable
from tests.factories import pages

from .asking import ask_again, counts, titles

pytestmark = pytest.mark.django_db

NATIONAL = {"whole_country": True}


@pytest.fixture
def catalogue(make_sheet):
    """One sheet of each status, and two that differ in everything else."""
    make_sheet(title="In arrivo", opens_on=date(2026, 12, 1), regions=["ITC4"])
    make_sheet(
        title="Aperto", closes_on=date(2026, 12, 30), beneficiaries=["cooperative"], whole_country=True
    )
    make_sheet(
        title="In chiusura",
        closes_on=date(2026, 12, 1),
        closes_at=time(12),
        regions=["ITI4"],
        grant_max=Decimal(50_000),
        beneficiaries=["cooperative", "enterprise"],
        measure="M1C3I1.3",
    )
    make_sheet(title="In valutazione", closes_on=date(2026, 10, 1), results_awaited=True)
    make_sheet(title="Sospeso", suspended=True)
    make_sheet(title="Chiuso", closes_on=date(2026, 10, 1), regions=["ITC4"])
    make_sheet(title="Concluso", concluded=True, closes_on=None)


def test_closed_calls_are_left_out_unless_asked_for(catalogue, ask, client):
    assert set(titles(ask())) == {"In arrivo", "Aperto", "In chiusura", "In valutazione", "Sospeso"}
    assert set(titles(ask_again(client, "status=closed"))) == {"Chiuso", "Concluso"}
    assert len(titles(ask_again(client, "status=any"))) == 7


def test_what_closes_first_comes_first(catalogue, ask):
    assert titles(ask())[:2] == ["In chiusura", "Aperto"]


QUESTIONS = [
    ("status=open&status=closing", {"Aperto", "In chiusura"}),
    ("beneficiary=enterprise", {"In chiusura"}),
    ("beneficiary=enterprise&beneficiary=cooperative", {"Aperto", "In chiusura"}),
    ("region=ITC4", {"In arrivo", "Aperto"}),
    ("region=ITI4&region=ITC4", {"In arrivo", "Aperto", "In chiusura"}),
    ("region=IT", {"Aperto"}),
    ("amount=40000", {"In chiusura"}),
    ("amount=60000", set()),
    ("measure=M1C3I1.03.00", {"In chiusura"}),
    ("component=M1C3", {"In chiusura"}),
    ("mission=M1", {"In chiusura"}),
    ("closes_before=2026-12-01&status=closing", {"In chiusura"}),
    ("closes_before=2026-11-30&status=closing", set()),
    ("closes_after=2026-12-02&status=open&status=closing", {"Aperto"}),
    ("opens_after=2026-12-01", {"In arrivo"}),
    ("q=chiusura", {"In chiusura"}),
    ("grantor=ministero-della-cultura&status=open", {"Aperto"}),
    ("grantor=nessuno&status=open", {"Aperto"}),
]


def test_every_parameter_filters(catalogue, search_index, client):
    search_index.rebuild()
    for query, found in QUESTIONS:
        assert set(titles(ask_again(client, query))) == found, query


def test_a_count_is_that_of_the_other_filters(catalogue, ask, client):
    context = ask("status=open&region=ITC4")
    assert counts(context, "status") == {
        "forthcoming": 1,
        "open": 1,
        "closing": 0,
        "undated": 0,
        "evaluation": 0,
        "suspended": 0,
        "closed": 1,
        "any": 3,
    }
    assert counts(context, "region")["ITI4"] == 1
    for value, count in counts(context, "status").items():
        assert ask_again(client, f"region=ITC4&status={value}")["total"] == count


def test_what_is_chosen_can_be_dropped_one_by_one(catalogue, ask, client):
    context = ask("q=chiusura&status=closing&region=ITI4&region=ITC4&amount=10&closes_before=2026-12-24")
    assert len(context["chips"]) == 6
    for chip in context["chips"]:
        fewer = client.get(chip.remove_url)
        assert fewer.status_code == 200
        assert len(fewer.context["chips"]) == 5
    assert ask_again(client, "")["chips"] == []


def test_nothing_found_says_which_filter_to_drop(catalogue, ask, client):
    context = ask("status=open&beneficiary=enterprise")
    assert context["total"] == 0
    assert [one["total"] for one in context["suggestions"]] == [1, 1]
    for suggestion in context["suggestions"]:
        assert client.get(suggestion["url"]).context["total"] == suggestion["total"]


def test_pages_and_sizes(make_sheet, ask, client):
    for number in range(12):
        make_sheet(title=f"Bando {number:02}")
    context = ask("sort=title")
    assert titles(context) == [f"Bando {number:02}" for number in range(10)]
    assert context["pager"].pages == 2
    assert titles(client.get(context["pager"].next_url).context) == ["Bando 10", "Bando 11"]
    assert len(titles(ask_again(client, "per=25"))) == 12
    beyond = ask_again(client, "page=99")
    assert beyond["pager"].page == 2
    assert beyond["notices"]


def test_what_makes_no_sense_is_told_on_a_normal_page(catalogue, search_index, client):
    search_index.rebuild()
    for query in (
        "status=strange",
        "region=Atlantis&region=ITC4",
        "closes_before=2026-02-30",
        "opens_after=9999-12-31",
        "amount=-1",
        "page=0",
        "per=7",
        "sort=random",
        "topic=nothing",
        "grantor=nobody",
    ):
        assert len(ask_again(client, query)["notices"]) == 1, query


def test_no_address_breaks_the_finder(catalogue, search_index, client):
    search_index.rebuild()
    for query in (
        "q=" + "%F0%9F%8E%AD" * 200,
        "q=%00%ED%A0%80%22-*:(",
        "q=" + "a" * 10_000,
        "&".join(f"beneficiary=x{number}" for number in range(10_000)),
        "&".join(f"foo={number}" for number in range(20_000)),
        "%ff%fe=%ff",
    ):
        ask_again(client, query)


def test_words_are_shown_as_words(catalogue, ask, client, search_index):
    search_index.rebuild()
    page = client.get("/it/bandi/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page


def test_each_language_has_its_own_list(catalogue, ask, tree, make_sheet):
    sheet = make_sheet(title="Teatri")
    pages.translate(sheet, tree.english.locale, title="Theatres", slug="theatres")
    assert titles(ask("", "/en/funding/")) == ["Theatres"]


def test_without_the_search_there_is_still_a_list(catalogue, tree, client, monkeypatch):
    def fail(*args):
        raise EngineUnavailable

    monkeypatch.setattr(type(get_engine()), "search", fail)
    context = ask_again(client, "status=closing&status=open&region=ITI4&q=teatro")
    assert titles(context) == ["In chiusura", "Aperto"]
    assert len(context["notices"]) == 1
    assert [chip.label for chip in context["chips"]] != []


def test_a_page_of_many_sheets_costs_no_more_queries_than_one_of_few(
    make_sheet, client, search_index, django_assert_max_num_queries
):
    query = "per=50&grantor=ministero-della-cultura&region=IT"
    make_sheet(whole_country=True)
    search_index.rebuild()
    ask_again(client, query)
    with django_assert_max_num_queries(12) as few:
        ask_again(client, query)
    for _ in range(30):
        make_sheet(whole_country=True)
    search_index.rebuild()
    ask_again(client, query)
    with django_assert_max_num_queries(12) as many:
        assert len(titles(ask_again(client, query))) == 31
    assert len(many) == len(few)


def test_the_page_lives_until_the_next_status_changes(make_sheet, client, search_index, today):
    make_sheet(closes_on=date(2026, 11, 23), closes_at=time(15))
    make_sheet(opens_on=date(2026, 11, 23), opens_at=time(12))
    search_index.rebuild()
    request = client.get("/it/bandi/").wsgi_request
    assert request._expires_at.isoformat() == "2026-11-23T11:00:00+00:00"
    today.move_to("2026-11-23T12:30:00+01:00")
    request = client.get("/it/bandi/?region=ITC4").wsgi_request
    assert request._expires_at.isoformat() == "2026-11-23T14:00:01+00:00"
    today.move_to("2026-11-23T20:00:00+01:00")
    request = client.get("/it/bandi/").wsgi_request
    assert request._expires_at.isoformat() == "2026-11-24T00:00:00+01:00"


def test_the_form_works_without_javascript(catalogue, ask, client):
    ask("status=closing")
    page = client.get("/it/bandi/?status=closing").content.decode()
    assert '<form method="get" action="/it/bandi/"' in page
    assert 'name="status" value="closing" checked' in page


def test_the_finder_and_the_search_of_the_site_find_the_same_sheets(ask, client, make_sheet):
    make_sheet(title="Cooperative di comunità", closes_on=date(2026, 12, 30))
    make_sheet(title="Start-up della cultura", closes_on=date(2026, 10, 1))
    make_sheet(title="Altro", summary="per una coop", whole_country=True)
    for words in ("coop", "startup", "cooperativa", "quali bandi per cooperative?", "coperative"):
        as_words = "literal=coop&literal=cooperativa&literal=cooperative"
        found = titles(ask(f"q={words}&status=any&{as_words}"))
        hits = client.get("/it/cerca/", {"q": words, "type": "funding"}).context["hits"]
        assert sorted(found) == sorted(result.hit.title for result in hits) != []


def test_words_that_find_nothing_are_put_right_at_once_and_it_is_said(ask, make_sheet):
    make_sheet(title="Cooperative di comunità", closes_on=date(2026, 12, 30))
    context = ask("q=coperative")
    assert titles(context) == ["Cooperative di comunità"]
    assert "No call has “coperative”: these are the results for “cooperative”." in context["notices"]
