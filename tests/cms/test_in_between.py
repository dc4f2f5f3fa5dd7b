"""Another request publishes, moves or deletes between the reading of a form and its saving."""

import pytest
from wagtail.models import Page

from cms.forms.editing import KeyedFormMixin
from cms.models import Topic
from news.models import ArticlePage
from tests.factories import pages
from tests.translation.conftest import article_form

from .open_forms import TOLD, OpenForm

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.", live=False)
    page.save_revision()
    return page


@pytest.fixture
def meanwhile(monkeypatch):
    """Does something once, when a form has been read and is being checked."""

    def meanwhile(act) -> None:
        check = KeyedFormMixin.full_clean

        def full_clean(form):
            check(form)
            monkeypatch.setattr(KeyedFormMixin, "full_clean", check)
            act()

        monkeypatch.setattr(KeyedFormMixin, "full_clean", full_clean)

    return meanwhile


def form_of(client, page) -> OpenForm:
    data = article_form(page)
    del data["action-publish"]
    return OpenForm(client, page, data)


def publish(thing, **fields) -> None:
    thing = type(thing).objects.get(pk=thing.pk)
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.save_revision().publish()


def test_what_somebody_publishes_stays_and_the_second_is_told(anna, draft, meanwhile):
    form = form_of(anna, draft)
    meanwhile(lambda: publish(draft, summary="Di Bruno."))
    answer = form.submit(summary="Di Anna.")
    assert "saved this" in answer.content.decode() and "Di Anna." in answer.content.decode()
    page = ArticlePage.objects.get(pk=draft.pk)
    assert (page.live, page.summary) == (True, "Di Bruno.")


def test_an_autosave_too(anna, draft, meanwhile):
    form = form_of(anna, draft)
    meanwhile(lambda: publish(draft, summary="Di Bruno."))
    answer = form.autosave(summary="Di Anna.")
    assert answer.json()["error_code"] == "invalid_revision"
    page = ArticlePage.objects.get(pk=draft.pk)
    assert (page.live, page.get_latest_revision_as_object().summary) == (True, "Di Bruno.")


def test_a_version_that_is_saved_over_counts_as_another_one(anna, draft, meanwhile):
    form = form_of(anna, draft)

    def save_over() -> None:
        page = ArticlePage.objects.get(pk=draft.pk).get_latest_revision_as_object()
        page.summary = "Di Bruno."
        page.save_revision(overwrite_revision=page.latest_revision)

    meanwhile(save_over)
    assert "saved this" in form.submit(summary="Di Anna.").content.decode()


def test_an_autosave_does_not_undo_the_publication_of_its_own_form(anna, draft, meanwhile):
    form = form_of(anna, draft)
    form.autosave(summary="Uno.")
    page = ArticlePage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    meanwhile(lambda: publish(draft, summary="Due.", form_key=form.data["form_key"]))
    assert form.autosave(summary="Tre.").status_code == 200
    page = ArticlePage.objects.get(pk=draft.pk)
    assert (page.live, page.summary, page.has_unpublished_changes) == (True, "Due.", True)
    assert page.live_revision.content["summary"] == "Due."
    assert page.get_latest_revision_as_object().summary == "Tre."


def test_a_page_that_is_moved_stays_in_its_new_place(anna, draft, tree, meanwhile):
    other = pages.add(type(tree.news), tree.home, title="Archivio", slug="archivio")
    form = form_of(anna, draft)
    meanwhile(lambda: Page.objects.get(pk=draft.pk).move(Page.objects.get(pk=other.pk), pos="last-child"))
    assert form.submit(summary="Di Anna.").status_code == 302
    page = ArticlePage.objects.get(pk=draft.pk)
    assert page.is_child_of(other)
    assert page.url_path.endswith("/archivio/concerto/")
    assert page.summary == "Di Anna."


def test_a_page_that_is_deleted_stays_deleted(anna, draft, meanwhile):
    form = form_of(anna, draft)
    meanwhile(lambda: Page.objects.get(pk=draft.pk).delete())
    assert form.submit(summary="Di Anna.").status_code == 404
    assert not Page.objects.filter(pk=draft.pk).exists()


def test_a_topic_that_is_published_stays_so(anna, tree, meanwhile):
    topic = Topic.objects.create(name="Musica", slug="musica", live=False)
    topic.save_revision()
    form = OpenForm(anna, topic, {"name": "Musica di Anna", "slug": "musica"})
    meanwhile(lambda: publish(topic, name="Musica di Bruno"))
    assert TOLD in form.submit().content.decode()
    topic.refresh_from_db()
    assert (topic.live, topic.name) == (True, "Musica di Bruno")
