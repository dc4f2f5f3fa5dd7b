"""The list of translations that the public reads although their original is not public any more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from cms import cache_version
from editors.reports.left_behind import left_behind
from tests.editors.accounts.conftest import stored
from tests.factories import pages

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/reports/translations-left/"


def _states() -> dict:
    cache_version.bump()
    return {page.title: page.state for page in left_behind()}


def test_nothing_is_left_where_all_originals_are_public(site):
    assert _states() == {}


def test_a_withdrawn_and_a_restricted_original(site, translator):
    site.article.unpublish()
    PageViewRestriction.objects.create(page=site.funding, restriction_type="login")
    assert _states() == {"Piece of news": "withdrawn", "Funding": "restricted", "Call": "restricted"}
    html = translator.get(ADDRESS).content.decode()
    assert "not published" in html
    assert "Piece of news" in html
    assert "Translations whose original is no longer public (3)" in translator.get("/admin/").content.decode()


def test_a_deleted_original(site):
    from translation.draft_creator import submit

    article = pages.article(site.news, title="Concerto")
    submit(article, [site.english.locale])
    Page.objects.get(
        translation_key=article.translation_key, locale=site.english.locale
    ).specific.save_revision().publish()
    stored(article).delete()
    assert _states() == {"Concerto": "gone"}


def test_a_deleted_original_of_a_translation_that_a_program_made(site):
    story = pages.translate(site.story, site.english.locale, title="Story", slug="story")
    stored(site.story).delete()
    assert _states() == {"Story": "gone"}
    actions = PageLogEntry.objects.filter(page=story.pk).values_list("action", flat=True)
    assert "portal.original_deleted" in actions


def test_a_deleted_section_leaves_its_translations_behind(site):
    stored(site.news).delete()
    assert _states() == {"News": "gone", "Piece of news": "gone"}


def test_a_translation_that_is_not_public_is_not_listed(site):
    site.article.unpublish()
    site.english_article.unpublish()
    assert _states() == {}


def test_a_page_that_was_never_translated_is_not_listed(site):
    pages.article(site.english.news, title="English only")
    assert _states() == {}


def test_the_list_takes_the_same_queries_however_long_it_is(site, chief):
    counts = []
    for _ in range(2):
        for _number in range(3):
            article = pages.article(site.news)
            pages.translate(article, site.english.locale)
            stored(article).unpublish()
        chief.get(ADDRESS)
        with CaptureQueriesContext(connection) as queries:
            chief.get(ADDRESS)
        counts.append(len(queries))
    assert counts[0] == counts[1]
