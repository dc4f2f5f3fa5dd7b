"""Addresses lead to pages, in few queries and in the right language."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories.pages import article

pytestmark = pytest.mark.django_db


def test_the_way_in_follows_the_visitors_language(client, tree):
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="en;q=0.9").url == "/en/"
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="ja").url == "/it/"


def test_pages_of_both_languages_have_their_own_slugs(client, tree):
    assert client.get("/it/notizie/").status_code == 200
    assert client.get("/en/news/").status_code == 200
    assert client.get("/en/notizie/").status_code == 404


def test_depth_costs_no_further_queries(client, tree, django_assert_max_num_queries):
    page = article(tree.news)
    client.get(page.url)
    with django_assert_max_num_queries(12):
        assert client.get(page.url).status_code == 200


def test_a_draft_is_not_found(client, tree):
    page = article(tree.news)
    page.unpublish()
    assert client.get(page.url).status_code == 404


def test_a_restricted_section_asks_for_its_password(client, tree):
    page = article(tree.news)
    PageViewRestriction.objects.create(
        page=tree.news, restriction_type=PageViewRestriction.PASSWORD, password="segreto"
    )
    response = client.get(page.url)
    assert page.title not in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    "path", ["/it/manca/", "/it/notizie/manca/", "/it/" + "a/" * 30, "/it/notizie/feed.exe"]
)
def test_unknown_addresses_are_not_found(client, tree, path):
    assert client.get(path).status_code == 404
