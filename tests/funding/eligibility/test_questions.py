"""The questions about the applicant, for the catalogue and beside a sheet."""

import re
from urllib.parse import parse_qsl

import pytest

from funding.catalogue.eligibility.address import profile_pairs
from tests.factories import pages

from .conftest import ASK, WE, html_of
from .profiles import COOPERATIVE

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", [ASK, "/en/funding/does-it-fit/"])
def test_the_questions_need_no_account_and_nothing_has_to_be_answered(client, tree, path):
    page = html_of(client.get(path))
    assert f'<form method="get" action="{path}"' in page
    assert "required" not in page.partition("<form method")[2].partition("</form>")[0]
    assert not client.cookies


def test_answers_lead_to_the_finder_with_what_fits_first(client, tree):
    response = client.get(f"{ASK}?{WE}&show=1")
    assert response.status_code == 302
    assert response.url.startswith("/it/bandi/?")
    assert dict(parse_qsl(response.url.partition("?")[2]))["sort"] == "fit"
    assert set(profile_pairs(COOPERATIVE)) < set(parse_qsl(response.url.partition("?")[2]))


def test_what_was_chosen_in_the_finder_is_kept_on_the_way(client, tree):
    response = client.get(f"{ASK}?region=ITF4&q=teatro&per=25&page=3&{WE}&show=1")
    assert {("region", "ITF4"), ("q", "teatro"), ("per", "25")} < set(
        parse_qsl(response.url.partition("?")[2])
    )
    assert "page=" not in response.url
    page = html_of(client.get(f"{ASK}?region=ITF4&q=teatro&{WE}"))
    assert '<input type="hidden" name="region" value="ITF4">' in page
    assert '<input type="hidden" name="q" value="teatro">' in page


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


def test_no_answer_at_all_is_told(client, tree):
    response = client.get(f"{ASK}?kind=&form=&need=&show=1")
    assert response.context["notices"]
    assert client.get(ASK).context["notices"] == []


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


def test_the_pages_that_ask_cost_few_queries(client, full_sheet, django_assert_max_num_queries):
    for path in (f"{ASK}?{WE}", f"{full_sheet.url}fa-per-noi/?{WE}"):
        client.get(path)
        with django_assert_max_num_queries(12):
            client.get(path)
