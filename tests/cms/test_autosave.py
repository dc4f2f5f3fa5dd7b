"""What a form saves by itself while somebody types is never held against it; what others save is."""

import pytest
from wagtail.models import Locale

from cms.models import Organisation, Topic
from tests.factories import pages
from tests.funding.test_admin import form_data
from tests.translation.conftest import article_form

from .open_forms import TOLD, OpenForm

pytestmark = pytest.mark.django_db

ACTIONS = ["save", "action-publish", "action-submit"]


def an_article(tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.")
    page.save_revision().publish()
    return page, draft(page)


def draft(page) -> dict:
    form = article_form(page)
    del form["action-publish"]
    return form


def an_english_article(tree):
    page = an_article(tree)[0].copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    page.save_revision().publish()
    return page, draft(page)


def a_sheet(tree):
    sheet = pages.sheet(tree.funding, title="Bando", slug="bando", summary="Una frase.", no_deadline=True)
    sheet.save_revision().publish()
    ministry = Organisation.objects.create(name="Ministero", slug="ministero", kind="ministry")
    form = form_data(title="Bando", slug="bando", no_deadline="on", closes_on="", grantor=ministry.pk)
    return sheet, form


def a_topic_with_versions(tree):
    topic, data = a_topic(tree)
    topic.save_revision()
    return topic, data


def a_topic(tree):
    return Topic.objects.create(name="Musica", slug="musica"), {"name": "Musica", "slug": "musica"}


KINDS = [an_article, an_english_article, a_sheet, a_topic, a_topic_with_versions]


def _words(thing, words: str) -> dict:
    return {"name" if isinstance(thing, Topic) else "summary": words}


def _latest(thing) -> str:
    content = type(thing).objects.get(pk=thing.pk).latest_revision.content
    return content.get("name") or content.get("summary")


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_form_that_has_saved_by_itself_is_taken(anna, tree, kind, action):
    thing, data = kind(tree)
    form = OpenForm(anna, thing, data)
    for words in ("Una", "Una volta", "Una volta sola"):
        assert form.autosave(**_words(thing, words)).status_code == 200
    assert form.submit(action, **_words(thing, "Una volta sola.")).status_code == 302
    assert _latest(thing) == "Una volta sola."


@pytest.mark.parametrize("kind", [an_article, a_topic])
def test_the_answer_that_was_lost_changes_nothing(anna, tree, kind):
    thing, data = kind(tree)
    form = OpenForm(anna, thing, data)
    form.autosave(answer_lost=True, **_words(thing, "Una"))
    assert form.autosave(**_words(thing, "Una volta")).status_code == 200
    form.submit("save", **_words(thing, "Una volta sola"))  # its answer is lost as well
    assert form.autosave(**_words(thing, "Una volta sola!")).status_code == 200
    assert form.submit(**_words(thing, "Due volte")).status_code == 302
    assert _latest(thing) == "Due volte"


@pytest.mark.parametrize("kind", [an_article, a_topic])
def test_a_login_by_another_name_does_not_lock_the_form(anna, bruno, tree, kind):
    thing, data = kind(tree)
    form = OpenForm(anna, thing, data)
    form.autosave(**_words(thing, "Una"))
    form.client = bruno
    assert form.autosave(**_words(thing, "Una volta")).status_code == 200
    assert form.submit().status_code == 302


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_window_of_the_same_person_is_told(anna, tree, kind):
    thing, data = kind(tree)
    first, second = OpenForm(anna, thing, data), OpenForm(anna, thing, data)
    first.autosave(**_words(thing, "Prima finestra"))
    refused = second.autosave(**_words(thing, "Seconda"))
    assert refused.json()["error_code"] == "invalid_revision"
    answer = second.submit(**_words(thing, "Seconda finestra"))
    assert TOLD in answer.content.decode()
    assert "Seconda finestra" in answer.content.decode()
    assert _latest(thing) == "Prima finestra"


@pytest.mark.parametrize("kind", KINDS)
def test_a_version_that_was_saved_over_meanwhile_is_told(anna, bruno, tree, kind):
    """It keeps its number: the second has opened it, and the first goes on typing."""
    thing, data = kind(tree)
    first = OpenForm(anna, thing, data)
    first.autosave(**_words(thing, "Anna"))
    second = OpenForm(bruno, thing, data)
    first.autosave(**_words(thing, "Anna scrive"))
    assert TOLD in second.submit(**_words(thing, "Bruno")).content.decode()
    assert _latest(thing) == "Anna scrive"


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("kind", [an_article, a_topic])
def test_who_was_told_goes_on(anna, bruno, tree, kind, action):
    thing, data = kind(tree)
    first, second = OpenForm(anna, thing, data), OpenForm(bruno, thing, data)
    first.autosave(**_words(thing, "Anna"))
    told = second.submit(action, **_words(thing, "Bruno"))
    assert "w-autosave#save" not in told.content.decode()  # or it would be the one to put it in place
    thing_there = told.context["page"] if "page" in told.context else told.context["object"]
    second.data |= {
        "loaded_revision_id": str(thing_there.latest_revision_id),
        "loaded_revision_created_at": told.context["loaded_revision_created_at"],
    }
    assert told.context["form"]["form_key"].value() == second.data["form_key"]
    assert second.submit(action).status_code == 302
    assert _latest(thing) == "Bruno"
    assert first.autosave(**_words(thing, "Anna!")).json()["error_code"] == "invalid_revision"
