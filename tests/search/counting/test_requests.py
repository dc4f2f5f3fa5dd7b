"""Searches are counted without a word about who asked, and without a write during the request."""

import io

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

from delivery.middleware import ON_HIT
from delivery.page_cache import PageCache
from search.counting.counter import tally
from search.counting.requests import count_again
from search.models import ClickCount, SearchCount
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(tree, search_index):
    pages.article(tree.news, title="Tessitura a mano", slug="mano")
    search_index.rebuild()


def counted():
    numbers = tally.take()
    return {
        (language, words): (count, numbers.without_results[day, language, words])
        for (day, language, words), count in numbers.searches.items()
    }


def test_a_search_is_counted_and_whether_it_found_anything(client, site):
    client.get("/it/cerca/", {"q": "Tessitura"})
    client.get("/en/search/", {"q": "qui non ce"})
    client.get("/api/search/", {"q": "Tessitura", "lang": "it"})
    assert counted() == {("it", "tessitura"): (2, 0), ("en", "qui non ce"): (1, 1)}


def test_what_only_corrected_words_have_found_counts_as_nothing_found(client, site):
    answer = client.get("/it/cerca/", {"q": "tesitura"})
    assert answer.context["results"].total == 1
    assert answer.context["results"].corrected_from == "tesitura"
    client.get("/it/cerca/", {"q": "tesitura mano qui"})
    assert counted() == {("it", "tesitura"): (1, 1), ("it", "tesitura mano qui"): (1, 0)}


def test_a_search_writes_nothing(client, site):
    with CaptureQueriesContext(connection) as queries:
        client.get("/it/cerca/", {"q": "tessitura"})
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []


@pytest.mark.parametrize(
    "parameters", [{}, {"q": ""}, {"q": "tessitura", "page": 2}, {"q": "tessitura", "type": "news"}]
)
def test_looking_around_and_further_is_no_new_search(client, site, parameters):
    client.get("/it/cerca/", parameters)
    assert counted() == {}


def test_personal_words_reach_neither_the_counts_nor_a_header(client, site):
    answer = client.get("/it/cerca/", {"q": "mario.rossi@example.com"})
    assert ON_HIT not in answer.headers
    assert counted() == {}


def test_editors_and_robots_are_not_counted(client, site, django_user_model):
    client.get(
        "/it/cerca/", {"q": "tessitura"}, headers={"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}
    )
    client.force_login(django_user_model.objects.create_superuser("ada", password="x"))
    client.get("/it/cerca/", {"q": "tessitura"})
    assert counted() == {}


def ask(cache, query, agent="Mozilla/5.0"):
    answer = {}

    def start_response(status, headers, exc_info=None):
        answer.update(status=status, headers=dict(headers))

    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": "/it/cerca/", "QUERY_STRING": query, "HTTP_HOST": "testserver",
        "SERVER_NAME": "testserver", "SERVER_PORT": "80", "HTTP_USER_AGENT": agent, "wsgi.errors": None,
        "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
    }  # fmt: skip
    b"".join(cache(environ, start_response))
    return answer


def test_a_search_answered_by_the_page_cache_is_counted_too(site):
    calls, application = [], get_wsgi_application()

    def watched(environ, start_response):
        calls.append(environ["QUERY_STRING"])
        return application(environ, start_response)

    cache = PageCache(watched, on_hit=count_again)
    answers = [ask(cache, "q=tessitura") for _ in range(3)]
    ask(cache, "q=tessitura", agent="Examplebot/1.0")
    assert calls == ["q=tessitura"]
    assert counted() == {("it", "tessitura"): (3, 0)}
    assert not any(ON_HIT in answer["headers"] for answer in answers)


def test_nothing_kept_can_tell_who_searched():
    fields = {field.name for model in (SearchCount, ClickCount) for field in model._meta.get_fields()}
    assert fields == {"id", "day", "language", "words", "searches", "without_results", "position", "clicks"}
