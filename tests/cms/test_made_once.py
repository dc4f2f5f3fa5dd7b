"""A form whose first answer was lost does not make a second page or snippet: it edits what it has made."""

import pytest
from django.urls import reverse

from cms.models import Topic
from news.models import ArticlePage
from tests.database import lend
from tests.services.scratch_site import Site
from tests.translation.conftest import article_form

from .open_forms import JSON

pytestmark = pytest.mark.django_db


def a_new_article(tree):
    data = article_form(ArticlePage(title="Concerto", slug="concerto", summary="In piazza."))
    del data["action-publish"]
    return ArticlePage, reverse("wagtailadmin_pages:add", args=["news", "articlepage", tree.news.pk]), data


def a_new_topic(tree):
    return Topic, "/admin/snippets/core/topic/add/", {"name": "Musica", "slug": "musica"}


KINDS = [a_new_article, a_new_topic]
WORDS = {ArticlePage: "title", Topic: "name"}


@pytest.fixture(params=KINDS)
def new(request, tree):
    """The model, the address of its form, and what the open form sends."""
    model, address, data = request.param(tree)
    model.objects.all().delete()
    return model, address, data | {"form_key": "it.0123456789abcdef"}


def test_what_saved_itself_and_heard_no_answer_goes_on_as_the_same(anna, new):
    model, address, data = new
    assert anna.post(address, data, **JSON).status_code == 200
    again = anna.post(address, data | {WORDS[model]: "Concerto al molo"}, **JSON).json()
    (made,) = model.objects.all()
    assert made.latest_revision.content[WORDS[model]] == "Concerto al molo"
    assert again["url"] in again["hydrate_url"] and str(made.pk) in again["url"]
    assert anna.get(again["hydrate_url"]).status_code == 200
    assert set(again) >= {"success", "pk", "revision_id", "revision_created_at", "field_updates"}


@pytest.mark.parametrize("action", ["save", "action-publish"])
def test_it_is_saved_and_published_by_hand_as_the_same(anna, new, action):
    model, address, data = new
    anna.post(address, data, **JSON)
    answer = anna.post(address, data | {WORDS[model]: "Concerto al molo", action: "1"})
    assert answer.status_code == 302
    (made,) = model.objects.all()
    assert made.live is (action == "action-publish") or model is Topic
    assert made.latest_revision.content[WORDS[model]] == "Concerto al molo"


def test_another_form_makes_another_one(anna, new):
    model, address, data = new
    anna.post(address, data, **JSON)
    other = {"form_key": "it.fedcba9876543210", "slug": "concerto-2", WORDS[model]: "Altro"}
    assert anna.post(address, data | other, **JSON).status_code == 200
    assert model.objects.count() == 2


def test_sent_twice_at_once_it_makes_one(tmp_path):
    site = Site(tmp_path)
    lend(tmp_path / "db.sqlite3")
    assert site.done("-m", "tests.services.forms_at_once") == "5\n"
