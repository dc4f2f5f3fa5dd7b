"""The questions of the eligibility check, and its answer over the catalogue."""

import re
from urllib.parse import parse_qsl

import pytest

from funding.catalogue.eligibility.result import headline
from funding.domain.eligibility.verdict import OVERALL
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from tests.factories import pages

from .asking import ASK, BY_FIT, WE, html_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", [ASK, "/en/funding/does-it-fit/"])
def test_the_questions_need_no_account_and_nothing_has_to_be_answered(client, tree, path):
    page = html_of(client.get(path))
    assert f'<form method="get" action="{path}"' in page
    assert "required" not in page.partition("<form method")[2].partition("</form>")[0]
    assert not client.cookies


def test_the_answer_over_the_catalogue_says_how_many_and_which(client, catalogue, make_sheet, search_index):
    make_sheet(title="Sospeso", suspended=True)
    search_index.rebuild()
    response = client.get(f"{ASK}?{WE}&show=1")
    page = html_of(response)
    headline = "1 call fits you, 3 to be checked, 1 does not"
    assert f"<title>{headline} · Intreccio</title>" in page
    assert re.search(rf'<h1[^>]* tabindex="-1" autofocus>{headline}</h1>', page)
    groups = {group.code: [sheet.title for sheet in group.sheets] for group in response.context["groups"]}
    assert groups == {"fits": BY_FIT[:1], "check": BY_FIT[1:4], "unfit": BY_FIT[4:]}
    assert re.findall(r'<rect class="(\w+)" x="(\d+)" width="(\d+)"', page) == [
        ("fits", "0", "1"),
        ("check", "1", "3"),
        ("unfit", "4", "1"),
    ]
    assert "Altrove" in page.partition('<details class="facet"')[2].partition("</details>")[0]
    assert f'href="{ASK}?{WE.replace("&", "&amp;")}"' in page
    assert dict(parse_qsl(response.context["finder_url"].partition("?")[2]))["sort"] == "fit"
    assert "no-store" in response["Cache-Control"]


def test_what_was_chosen_in_the_finder_is_kept_on_the_way(client, tree):
    response = client.get(f"{ASK}?region=ITF4&q=teatro&per=25&page=3&{WE}&show=1")
    url = response.context["finder_url"]
    assert {("region", "ITF4"), ("q", "teatro"), ("per", "25")} < set(parse_qsl(url.partition("?")[2]))
    assert "page=" not in url
    page = html_of(client.get(f"{ASK}?region=ITF4&q=teatro&{WE}"))
    assert '<input type="hidden" name="region" value="ITF4">' in page
    assert '<input type="hidden" name="q" value="teatro">' in page


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((0, 0, 0), "No call is open now"),
        ((0, 3, 20), "No call fits you for certain, 3 to be checked, 20 do not"),
        ((2, 0, 1), "2 calls fit you, 1 does not"),
        ((1, 0, 0), "1 call fits you"),
    ],
)
def test_the_headline_names_what_there_is(counts, words):
    assert headline(dict(zip(OVERALL, counts, strict=True))) == words


def test_without_the_search_the_answer_is_still_there(client, catalogue, search_index, monkeypatch):
    def fail(*args):
        raise EngineUnavailable

    monkeypatch.setattr(type(get_engine()), "search", fail)
    response = client.get(f"{ASK}?{WE}&show=1")
    assert response.context["headline"] == "1 call fits you, 3 to be checked, 1 does not"


def test_the_check_is_in_the_menu_at_the_foot_and_on_the_home_page(client, tree):
    for path, times in (("/it/", 4), ("/it/bandi/", 4)):
        assert html_of(client.get(path)).count(f'href="{ASK}"') == times, path


def test_the_answers_of_an_address_are_in_the_form(client, tree):
    page = html_of(client.get(f"{ASK}?{WE}"))
    assert '<option value="ITF4" selected>' in page
    assert re.search(r'name="field" value="culture"[^>]* checked', page)
    assert 'name="need" value="40000"' in page


def test_an_answer_that_makes_no_sense_is_told_at_its_field_and_stays_there(client, tree):
    response = client.get(f"{ASK}?home=ITF4&need=much&show=1")
    page = html_of(response)
    assert 'name="need" value="much"' in page
    field = re.search(r'<input[^>]* name="need"[^>]*>', page)[0]
    assert 'aria-invalid="true"' in field and 'aria-describedby="fit-need_error"' in field
    assert 'id="fit-need_error"' in page
    assert '<option value="ITF4" selected>' in page
    assert response.context["ordered_url"] == "/it/bandi/?home=ITF4&sort=fit"


@pytest.mark.parametrize(
    "query",
    [
        "need=%00&kind=%ff%fe",
        "kind=<script>alert(1)</script>&show=1",
        "&".join(f"field=x{number}" for number in range(5_000)) + "&show=1",
        "&".join(f"foo={number}" for number in range(5_000)),
        "home=" + "a" * 20_000,
    ],
)
def test_no_address_breaks_the_pages(client, fitting, search_index, query):
    for path in (ASK, f"/it/bandi/{fitting.slug}/fa-per-noi/", "/it/bandi/", f"/it/bandi/{fitting.slug}/"):
        assert "<script>alert" not in html_of(client.get(f"{path}?{query}"))


def test_the_other_language_asks_the_same_with_the_same_answers(client, tree, fitting, settings):
    pages.translate(fitting, tree.english.locale, title="Fitting", slug="fitting")
    assert 'href="/en/funding/does-it-fit/?home=ITF4"' in html_of(client.get(f"{ASK}?home=ITF4"))
    page = html_of(client.get(f"/it/bandi/{fitting.slug}/fa-per-noi/?home=ITF4"))
    assert 'href="/en/funding/fitting/does-it-fit/?home=ITF4"' in page
    questions = html_of(client.get(f"/it/bandi/{fitting.slug}/fa-per-noi/"))
    assert f'hreflang="en" href="{settings.BASE_URL}/en/funding/fitting/does-it-fit/"' in questions


def test_nothing_about_the_visitor_is_kept(catalogue, search_index, client, fitting):
    search_index.rebuild()
    for path in ("/it/bandi/", ASK, fitting.url, f"{fitting.url}fa-per-noi/"):
        response = client.get(f"{path}?{WE}")
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies
        assert "no-store" not in client.get(path)["Cache-Control"]


def test_the_pages_that_ask_cost_few_queries(client, full_sheet, django_assert_max_num_queries):
    for path in (f"{ASK}?{WE}", f"{full_sheet.url}fa-per-noi/?{WE}"):
        client.get(path)
        with django_assert_max_num_queries(12):
            client.get(path)


def test_the_menu_marks_one_place_only(client, tree):
    head = client.get(ASK).content.decode().partition("<main")[0].partition("<nav")[2].partition("</nav>")[0]
    assert head.count("aria-current") == 1
    assert re.search(r'fa-per-noi/"\s+aria-current="page"', head)
