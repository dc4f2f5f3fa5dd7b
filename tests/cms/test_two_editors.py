"""Two people at one page or term: the second is told, and nothing of either is lost."""

import pytest
from wagtail.test.utils.form_data import nested_form_data

from cms.models import Topic
from funding.models import FundingSheetPage
from tests.factories import pages
from tests.funding.test_admin import form_data
from tests.translation.conftest import article_form

from .open_forms import TOLD, edit_address, opened

pytestmark = pytest.mark.django_db


def test_the_second_is_told_and_keeps_what_was_typed(anna, bruno, article):
    first, second = opened(anna, article), opened(bruno, article)
    anna.post(edit_address(article), article_form(article, summary="Di Anna.") | first)
    answer = bruno.post(edit_address(article), article_form(article, summary="Di Bruno.") | second)
    text = answer.content.decode()
    assert f"Anna {TOLD}" in text
    assert "Di Bruno." in text
    article.refresh_from_db()
    assert article.summary == "Di Anna."


def test_who_was_told_may_save_and_the_other_version_stays_in_the_history(anna, bruno, article):
    first, second = opened(anna, article), opened(bruno, article)
    anna.post(edit_address(article), article_form(article, summary="Di Anna.") | first)
    answer = bruno.post(edit_address(article), article_form(article, summary="Di Bruno.") | second)
    again = {"loaded_revision_id": str(answer.context["page"].latest_revision_id)}
    assert (
        bruno.post(edit_address(article), article_form(article, summary="Di Bruno.") | again).status_code
        == 302
    )
    article.refresh_from_db()
    assert article.summary == "Di Bruno."
    assert "Di Anna." in {each.content["summary"] for each in article.revisions.all()}


def test_nobody_is_told_without_need(anna, article):
    for text in ("Una volta.", "Due volte."):
        answer = anna.post(edit_address(article), article_form(article, summary=text) | opened(anna, article))
        assert answer.status_code == 302


def test_a_sheet_says_so_beside_its_own_mistakes(anna, bruno, tree):
    sheet = pages.sheet(tree.funding, title="Bando", slug="bando", summary="Una frase.", no_deadline=True)
    sheet.save_revision().publish()
    first, second = opened(anna, sheet), opened(bruno, sheet)
    form = form_data(title="Bando", slug="bando", summary="Di Anna.", no_deadline="on", closes_on="")
    anna.post(edit_address(sheet), form | first)
    assert FundingSheetPage.objects.get(pk=sheet.pk).get_latest_revision_as_object().summary == "Di Anna."
    answer = bruno.post(edit_address(sheet), form | {"summary": "Di Bruno.", "action-publish": "1"} | second)
    assert f"Anna {TOLD}" in answer.content.decode()
    assert FundingSheetPage.objects.get(pk=sheet.pk).get_latest_revision_as_object().summary == "Di Anna."


def test_a_term_is_kept_as_safe(anna, bruno, tree):
    topic = Topic.objects.create(name="Musica", slug="musica")
    topic.save_revision()
    first, second = opened(anna, topic), opened(bruno, topic)
    data = {"name": "Musica di Anna", "slug": "musica", "action-publish": "1"}
    anna.post(edit_address(topic), nested_form_data(data) | first)
    answer = bruno.post(edit_address(topic), data | {"name": "Musica di Bruno"} | second)
    assert f"Anna {TOLD}" in answer.content.decode()
    assert "Musica di Bruno" in answer.content.decode()
    topic.refresh_from_db()
    assert topic.name == "Musica di Anna"


def test_what_a_program_has_made_is_safe_from_its_firstedit_address(anna, bruno, tree):
    """It has no version before, and so the form names none."""
    topic = Topic.objects.create(name="Musica", slug="musica")
    data = {"slug": "musica", "action-publish": "1"}
    first, second = opened(anna, topic), opened(bruno, topic)
    anna.post(edit_address(topic), data | {"name": "Musica di Anna"} | first)
    answer = bruno.post(edit_address(topic), data | {"name": "Musica di Bruno"} | second)
    assert f"Anna {TOLD}" in answer.content.decode()
    topic.refresh_from_db()
    assert topic.name == "Musica di Anna"


def test_each_sees_that_the_other_has_it_open(anna, bruno, article):
    anna.post(anna.get(edit_address(article)).context["editing_sessions"].ping_url)
    answer = bruno.post(bruno.get(edit_address(article)).context["editing_sessions"].ping_url)
    assert "Anna" in answer.json()["html"]
