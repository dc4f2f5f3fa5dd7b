"""Pages of text."""

import pytest

from home.models import StandardPage
from tests.factories import pages as make

pytestmark = pytest.mark.django_db


def page(tree, headings: int) -> StandardPage:
    body = [("heading", f"Parte {number}") for number in range(headings)]
    return make.add(StandardPage, tree.home, title="Chi siamo", slug="chi-siamo", summary="Noi", body=body)


def test_a_long_page_opens_with_its_contents(client, tree):
    page(tree, 3)
    html = client.get("/it/chi-siamo/").content.decode()
    assert '<a href="#parte-2">Parte 2</a>' in html
    assert 'id="parte-2"' in html


def test_a_short_page_needs_none(client, tree):
    page(tree, 2)
    assert 'class="contents' not in client.get("/it/chi-siamo/").content.decode()


def test_it_asks_at_most_twelve_questions(client, tree, django_assert_max_num_queries):
    page(tree, 5)
    client.get("/it/notizie/")  # what all pages share is read once a generation
    with django_assert_max_num_queries(12):
        client.get("/it/chi-siamo/")
