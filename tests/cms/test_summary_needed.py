"""What lists and searches show of a page is there when it is published; a draft may go without."""

import pytest
from wagtail.models import get_page_models
from wagtail.test.utils.form_data import querydict_from_html

from cms.pages import BasePage
from tests.factories import pages

from .open_forms import OpenForm, edit_address

pytestmark = pytest.mark.django_db


def test_the_kinds_that_are_listed_need_one():
    needing = {model.__name__ for model in get_page_models() if getattr(model, "needs_summary", False)}
    assert needing == {"ArticlePage", "EventPage", "ProjectPage", "StoryPage"}  # of a sheet, see its form
    assert not BasePage.needs_summary


@pytest.mark.parametrize("action", ["action-publish", "action-submit"])
def test_an_article_without_a_summary_is_a_draft_only(anna, tree, action):
    page = pages.article(tree.news, title="Concerto", slug="concerto", live=False)
    page.save_revision()
    html = anna.get(edit_address(page)).content.decode()
    data = querydict_from_html(html, form_id="page-edit-form").dict() | {"body-count": "0"}
    form = OpenForm(anna, page, data)
    assert form.autosave(title="Un concerto").status_code == 200
    refused = form.submit(action, summary=" ")
    assert set(refused.context["form"].errors) == {"summary"}
    page.refresh_from_db()
    assert not page.live
    assert form.submit(action, summary="In piazza, domani.").status_code == 302
