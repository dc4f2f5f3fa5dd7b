"""The navigation of every page: sections, languages, alternates, breadcrumbs."""

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from delivery.page_context import PageContext
from tests.factories.pages import article, translate

pytestmark = pytest.mark.django_db


def page_context_of(chain, language="it", query=""):
    request = RequestFactory().get(chain[-1].url + query)
    request.page_chain = chain
    with override(language):
        page_context = PageContext(request)
        return page_context, page_context.languages


def test_sections_are_those_of_the_language_and_mark_where_one_is(tree):
    page_context, _languages = page_context_of([tree.home, tree.news])
    with override("it"):
        assert [(link.url, link.current) for link in page_context.sections][:2] == [
            ("/it/notizie/", True),
            ("/it/eventi/", False),
        ]
    page_context, _languages = page_context_of([tree.english.home], language="en")
    assert "/en/news/" in [link.url for link in page_context.sections]


def test_the_language_switch_leads_to_the_same_page(tree):
    page = article(tree.news)
    english = translate(page, tree.english.locale, title="In English", slug="in-english")
    page_context, languages = page_context_of([tree.home, tree.news, page], query="?page=2")
    assert [(link.code, link.exists) for link in languages] == [("it", True), ("en", True)]
    assert languages[1].url == english.url + "?page=2"
    page_context, _languages = page_context_of([tree.home, tree.news, page])
    assert {link.code for link in page_context.alternates} == {"it", "en", "x-default"}


def test_where_there_is_no_translation_the_switch_leads_to_a_page_that_says_so(client, tree):
    page = article(tree.news)
    page_context, languages = page_context_of([tree.home, tree.news, page])
    assert not languages[1].exists
    assert page_context.alternates == []
    response = client.get(languages[1].url)
    assert response.status_code == 200
    assert page.url in response.content.decode()
    assert 'lang="en"' in response.content.decode()


def test_that_page_leads_on_once_there_is_a_translation(client, tree):
    page = article(tree.news)
    english = translate(page, tree.english.locale, title="In English", slug="in-english")
    assert client.get(f"/en/not-translated/{page.pk}/").url == english.url


def test_it_tells_nothing_of_drafts(client, tree):
    page = article(tree.news)
    page.unpublish()
    assert client.get(f"/en/not-translated/{page.pk}/").status_code == 404
