"""An opened result is counted by its position, without a cookie and without a detour."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from search.counting import clicks
from search.counting.counter import tally
from tests.factories import pages
from tests.markup import without_layout

pytestmark = pytest.mark.django_db

ADDRESS = "/api/search/click"
CLICK = {"words": "Museo", "lang": "it", "position": "3"}


def counted():
    return {key[1:]: count for key, count in tally.take().clicks.items()}


def test_a_click_is_counted_by_words_and_position(client):
    answer = client.post(ADDRESS, CLICK)
    assert answer.status_code == 204
    assert not answer.cookies
    assert counted() == {("it", "museo", 3): 1}


def test_it_needs_no_token_and_writes_nothing():
    with CaptureQueriesContext(connection) as queries:
        assert Client(enforce_csrf_checks=True).post(ADDRESS, CLICK).status_code == 204
    assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []


@pytest.mark.parametrize(
    "wrong",
    [{"lang": "xx"}, {"lang": ""}]
    + [{"position": text} for text in ("", "0", "-1", "201", "abc", "1e3", "²", "9" * 5000, "1.5")],
)
def test_what_makes_no_sense_is_refused(client, wrong):
    answer = client.post(ADDRESS, CLICK | wrong)
    assert answer.status_code in (400, 413)
    assert counted() == {}


def test_personal_words_are_accepted_and_forgotten(client):
    assert client.post(ADDRESS, CLICK | {"words": "333 1234567"}).status_code == 204
    assert counted() == {}


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}]
)
def test_another_site_cannot_count(client, headers):
    assert client.post(ADDRESS, CLICK, headers=headers).status_code == 403
    assert counted() == {}


def test_the_sites_own_pages_can(client):
    own = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
    assert client.post(ADDRESS, CLICK, headers=own).status_code == 204


def test_a_flood_is_not_counted(client, monkeypatch):
    monkeypatch.setattr(clicks, "MAX_A_MINUTE", 2)
    assert [client.post(ADDRESS, CLICK).status_code for _ in range(4)].count(429) >= 1


def test_a_long_body_is_not_read(client):
    assert client.post(ADDRESS, CLICK | {"words": "x" * 5000}).status_code == 413


def test_reading_it_is_not_possible(client):
    assert client.get(ADDRESS).status_code == 405


def test_the_page_tells_its_script_the_words_and_the_first_position(client, tree, search_index):
    for number in range(12):
        pages.article(tree.news, title=f"Telaio {number}")
    search_index.rebuild()
    page = without_layout(client.get("/it/cerca/", {"q": "telaio", "page": 2}).content.decode())
    assert f'data-clicks="{ADDRESS}" data-words="telaio" data-lang="it" data-first="11"' in page
    assert "data-clicks" not in client.get("/it/cerca/", {"type": "news"}).content.decode()
