"""What readers need of a page is there when it is published; a draft may go without."""

import pytest
from wagtail.models import get_page_models
from wagtail.test.utils.form_data import querydict_from_html

from cms.pages import BasePage
from tests.factories import pages
from tests.factories.media import picture

from .open_forms import OpenForm, edit_address

pytestmark = pytest.mark.django_db


def test_the_kinds_that_are_listed_need_one():
    needing = {model.__name__ for model in get_page_models() if getattr(model, "needs_summary", False)}
    assert needing == {"ArticlePage", "EventPage", "ProjectPage", "StoryPage"}  # of a sheet, see its form
    assert not BasePage.needs_summary


def open_form(anna, page) -> OpenForm:
    html = anna.get(edit_address(page)).content.decode()
    data = querydict_from_html(html, form_id="page-edit-form").dict() | {"body-count": "0"}
    return OpenForm(anna, page, data)


@pytest.mark.parametrize("action", ["action-publish", "action-submit"])
def test_an_article_without_a_summary_is_a_draft_only(anna, tree, action):
    page = pages.article(tree.news, title="Concerto", slug="concerto", live=False)
    page.save_revision()
    form = open_form(anna, page)
    assert form.autosave(title="Un concerto").status_code == 200
    refused = form.submit(action, summary=" ")
    assert set(refused.context["form"].errors) == {"summary"}
    page.refresh_from_db()
    assert not page.live
    assert form.submit(action, summary="In piazza, domani.").status_code == 302


def test_the_picture_of_a_page_is_described(anna, tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.", live=False)
    page.save_revision()
    form = open_form(anna, page)
    assert form.autosave(picture=str(picture().pk)).status_code == 200
    assert set(form.submit("action-publish").context["form"].errors) == {"picture_alt"}
    assert form.submit("action-publish", picture_alt="Il molo di sera").status_code == 302
