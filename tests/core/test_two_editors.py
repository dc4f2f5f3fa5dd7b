"""Two people at one page or term: the second is told, and nothing of either is lost."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from portal.core.models import Topic
from wagtail.test.utils.form_data import nested_form_data
from wagtail.users.models import UserProfile

from funding.models import FundingSheetPage
from tests.factories import pages
from tests.funding.test_admin import form_data
from tests.translation.conftest import article_form

pytestmark = pytest.mark.django_db

TOLD = "saved this at"


@pytest.fixture
def editor(db):
    def make(name):
        user = get_user_model().objects.create_superuser(name, f"{name}@example.org", "x", first_name=name)
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = "en"
        profile.save()
        client = Client()
        client.force_login(user)
        return client

    return make


@pytest.fixture
def anna(editor):
    return editor("Anna")


@pytest.fixture
def bruno(editor):
    return editor("Bruno")


def _edit(instance):
    if hasattr(instance, "url_path"):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    return reverse(instance.snippet_viewset.get_url_name("edit"), args=[instance.pk])


def opened(client, instance) -> dict:
    """What the form knows of the version that it was made from."""
    context = client.get(_edit(instance)).context
    thing = context["page"] if "page" in context else context["object"]
    return {
        "loaded_revision_id": str(thing.latest_revision_id),
        "loaded_revision_created_at": context["loaded_revision_created_at"],
    }


@pytest.fixture
def article(tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.")
    page.save_revision().publish()
    return page


def test_the_second_is_told_and_keeps_what_was_typed(anna, bruno, article):
    first, second = opened(anna, article), opened(bruno, article)
    anna.post(_edit(article), article_form(article, summary="Di Anna.") | first)
    answer = bruno.post(_edit(article), article_form(article, summary="Di Bruno.") | second)
    text = answer.content.decode()
    assert f"Anna {TOLD}" in text
    assert "Di Bruno." in text
    article.refresh_from_db()
    assert article.summary == "Di Anna."


def test_who_was_told_may_save_and_the_other_version_stays_in_the_history(anna, bruno, article):
    first, second = opened(anna, article), opened(bruno, article)
    anna.post(_edit(article), article_form(article, summary="Di Anna.") | first)
    answer = bruno.post(_edit(article), article_form(article, summary="Di Bruno.") | second)
    again = {"loaded_revision_id": str(answer.context["page"].latest_revision_id)}
    assert bruno.post(_edit(article), article_form(article, summary="Di Bruno.") | again).status_code == 302
    article.refresh_from_db()
    assert article.summary == "Di Bruno."
    assert "Di Anna." in {each.content["summary"] for each in article.revisions.all()}


def test_nobody_is_told_without_need(anna, article):
    for text in ("Una volta.", "Due volte."):
        answer = anna.post(_edit(article), article_form(article, summary=text) | opened(anna, article))
        assert answer.status_code == 302


def test_a_sheet_says_so_beside_its_own_mistakes(anna, bruno, tree):
    sheet = pages.sheet(tree.funding, title="Bando", slug="bando", summary="Una frase.", no_deadline=True)
    sheet.save_revision().publish()
    first, second = opened(anna, sheet), opened(bruno, sheet)
    form = form_data(title="Bando", slug="bando", summary="Di Anna.", no_deadline="on", closes_on="")
    anna.post(_edit(sheet), form | first)
    assert FundingSheetPage.objects.get(pk=sheet.pk).get_latest_revision_as_object().summary == "Di Anna."
    answer = bruno.post(_edit(sheet), form | {"summary": "Di Bruno.", "action-publish": "1"} | second)
    assert f"Anna {TOLD}" in answer.content.decode()
    assert FundingSheetPage.objects.get(pk=sheet.pk).get_latest_revision_as_object().summary == "Di Anna."


def test_a_term_is_kept_as_safe(anna, bruno, tree):
    topic = Topic.objects.create(name="Musica", slug="musica")
    topic.save_revision()
    first, second = opened(anna, topic), opened(bruno, topic)
    data = {"name": "Musica di Anna", "slug": "musica", "action-publish": "1"}
    anna.post(_edit(topic), nested_form_data(data) | first)
    answer = bruno.post(_edit(topic), data | {"name": "Musica di Bruno"} | second)
    assert f"Anna {TOLD}" in answer.content.decode()
    assert "Musica di Bruno" in answer.content.decode()
    topic.refresh_from_db()
    assert topic.name == "Musica di Anna"


def test_what_a_program_has_made_is_safe_from_its_first_edit(anna, bruno, tree):
    """It has no version before, and so the form names none."""
    topic = Topic.objects.create(name="Musica", slug="musica")
    data = {"slug": "musica", "action-publish": "1"}
    anna.post(_edit(topic), data | {"name": "Musica di Anna"})
    answer = bruno.post(_edit(topic), data | {"name": "Musica di Bruno"})
    assert f"Anna {TOLD}" in answer.content.decode()
    topic.refresh_from_db()
    assert topic.name == "Musica di Anna"


def test_each_sees_that_the_other_has_it_open(anna, bruno, article):
    anna.post(anna.get(_edit(article)).context["editing_sessions"].ping_url)
    answer = bruno.post(bruno.get(_edit(article)).context["editing_sessions"].ping_url)
    assert "Anna" in answer.json()["html"]
