"""The frame of every page, and the pages that stand in for one."""

import re

import pytest
from django.template.loader import render_to_string

from tests.factories import pages as make
from tests.markup import without_layout

pytestmark = pytest.mark.django_db


def get(client, path, status=200) -> str:
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def test_the_frame_names_language_sections_and_ways_on(client, tree):
    html = without_layout(get(client, "/it/notizie/"))
    assert '<html lang="it">' in html
    assert 'href="#main"' in html
    assert '<a href="/it/notizie/" aria-current="page">Notizie</a>' in html
    assert re.search(r'<a href="/en/news/" lang="en" hreflang="en"', html)
    assert 'hreflang="x-default"' in html
    assert 'rel="license"' in html


def test_a_language_is_named_in_full_to_those_who_listen(client, tree):
    assert '<span class="visually-hidden">English</span>' in get(client, "/it/")


def test_nothing_is_inline_that_the_policy_forbids(client, tree):
    for path in ("/it/", "/it/notizie/", "/it/nessuna/"):
        html = client.get(path).content.decode()
        assert " style=" not in html
        assert "<style" not in html
        assert not re.search(r"\son\w+=", html)
        assert not re.search(r"<script(?![^>]*(?:src=|ld\+json))", html)


def test_a_missing_page_offers_search_and_sections_in_the_visitors_language(client, tree):
    italian, english = get(client, "/it/nessuna/", 404), get(client, "/en/none/", 404)
    assert '<html lang="it">' in italian
    assert '<html lang="en">' in english
    assert 'action="/en/search/"' in english
    assert "This page is not here" in english
    assert 'href="/en/funding/"' in english
    assert "noindex" in english


def test_the_page_for_our_own_faults_needs_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        html = render_to_string("500.html")
    assert "<h1>" in html
    assert "</html>" in html


def test_a_page_that_is_not_translated_says_so_and_leads_to_the_one_that_is(client, tree):
    article = make.article(tree.news, title="Solo in italiano")
    html = without_layout(get(client, f"/en/not-translated/{article.pk}/"))
    assert "not available in this language" in html
    assert f'href="{article.url}" lang="it" hreflang="it">Solo in italiano' in html


def test_what_editors_type_cannot_break_the_head(client, tree):
    make.article(tree.news, title='"><script>alert(1)</script>', slug="x", summary='"><b>')
    assert "<script>alert" not in get(client, "/it/notizie/x/")
