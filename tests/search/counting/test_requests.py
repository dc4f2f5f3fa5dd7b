"""Searches are counted without a word about who asked, and without a write before the answer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from delivery.middleware import AFTER_RESPONSE, INTERNAL_HEADERS
from search.models import SearchCount
from tests.factories import pages

pytestmark = pytest.mark.django_db

IT, EN, API = "/it/cerca/", "/en/search/", "/api/search/"


@pytest.fixture(autouse=True)
def site(tree, search_index):
    pages.article(tree.news, title="Tessitura a mano", slug="mano")
    search_index.rebuild()


def test_a_search_is_counted_and_whether_it_found_anything(visit, counted):
    visit(IT, "q=Tessitura")
    visit(EN, "q=qui+non+ce")
    visit(API, "q=Tessitura&lang=it")
    assert counted() == {("it", "tessitura"): (2, 0), ("en", "qui non ce"): (1, 1)}


def test_what_only_corrected_words_have_found_counts_as_nothing_found(visit, counted):
    visit(IT, "q=tesitura")
    visit(IT, "q=tesitura+mano+qui")
    assert counted() == {("it", "tesitura"): (1, 1), ("it", "tesitura mano qui"): (1, 0)}


def test_the_answer_itself_writes_nothing(client):
    with CaptureQueriesContext(connection) as queries:
        client.get(IT, {"q": "tessitura"})
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []


@pytest.mark.parametrize("query", ["", "q=", "q=tessitura&page=2", "q=tessitura&type=news"])
def test_looking_around_and_further_is_no_new_search(visit, counted, query):
    visit(IT, query)
    assert counted() == {}


def test_personal_words_reach_neither_the_counts_nor_a_header(client, visit, counted):
    assert AFTER_RESPONSE not in client.get(IT, {"q": "mario.rossi@example.com"}).headers
    visit(IT, "q=mario.rossi%40example.com")
    assert counted() == {}


def test_editors_are_not_counted(visit, counted):
    visit(IT, "q=tessitura", HTTP_COOKIE="sessionid=x")
    assert counted() == {}


def test_a_search_answered_by_the_page_cache_is_counted_too(visit, counted):
    for _time in range(2):  # what has parameters is kept from the second time on
        visit(IT, "q=tessitura")
    with CaptureQueriesContext(connection) as queries:
        visit(IT, "q=tessitura")
    assert len([one for one in queries if not one["sql"].startswith("PRAGMA")]) == 1  # the UPDATE
    visit(IT, "q=tessitura", HTTP_USER_AGENT="Examplebot/1.0")
    assert counted() == {("it", "tessitura"): (3, 0)}


@pytest.mark.parametrize(
    "environ", [{}, {"REQUEST_METHOD": "HEAD"}, {"QUERY_STRING": "q=tessitura&x=" + "y" * 600}]
)
def test_what_to_count_never_leaves_the_server(visit, counted, environ):
    status, headers = visit(IT, "q=tessitura", **environ)
    assert status == "200 OK"
    assert not INTERNAL_HEADERS & set(headers)
    assert counted() == {("it", "tessitura"): (1, 0)}


def test_nothing_kept_can_tell_who_searched():
    fields = {field.name for field in SearchCount._meta.get_fields()}
    assert fields == {"id", "day", "language", "words", "searches", "without_results"}
