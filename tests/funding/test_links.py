"""A link between a sheet and a project, a story, a piece of news or an event is entered once, on either one,
and shows on both, in both languages."""

import pytest

from cms.models import RelatedPage
from tests.factories import pages

from .test_sheet_page import html_of

pytestmark = pytest.mark.django_db

OTHERS = {
    "project": (pages.project, "projects"),
    "story": (pages.story, "stories"),
    "article": (pages.article, "news"),
    "event": (pages.event, "events"),
}


@pytest.mark.parametrize("entered_on", ["sheet", "other"])
@pytest.mark.parametrize("kind", OTHERS)
def test_one_entry_shows_on_both_sides_and_in_both_languages(make_sheet, tree, client, kind, entered_on):
    make, section = OTHERS[kind]
    sheet = make_sheet(title="Bando", slug="bando")
    other = make(getattr(tree, section), title="Altro", slug="altro")
    page, target = (sheet, other) if entered_on == "sheet" else (other, sheet)
    RelatedPage.objects.create(page=page, target=target)
    english_sheet = pages.translate(sheet, tree.english.locale, title="Call", slug="call")
    assert f'href="{other.url}"' not in html_of(client, english_sheet)  # not in English yet
    english_other = pages.translate(other, tree.english.locale, title="Other", slug="other")
    for one, two in ((sheet, other), (english_sheet, english_other)):
        assert html_of(client, one).count(f'href="{two.url}"') == 1
        assert html_of(client, two).count(f'href="{one.url}"') == 1


@pytest.mark.parametrize("kind", OTHERS)
def test_a_page_that_goes_offline_leaves_the_other_side(make_sheet, tree, client, kind):
    make, section = OTHERS[kind]
    sheet, other = make_sheet(slug="bando"), make(getattr(tree, section), slug="altro")
    RelatedPage.objects.create(page=other, target=sheet)
    other.unpublish()
    assert f'href="{other.url}"' not in html_of(client, sheet)
