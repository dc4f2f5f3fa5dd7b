"""An expiry that has done its work does not forbid to save, and a wrong one is told at its field."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from cms.models import Topic
from tests.factories import pages
from tests.translation.conftest import article_form

from .open_forms import JSON, OpenForm

pytestmark = pytest.mark.django_db

FORMAT = "%Y-%m-%d %H:%M"
FUTURE = "must be in the future"


def expired_article(tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.")
    return _expire(page), article_form(page)


def expired_topic(tree):
    return _expire(Topic.objects.create(name="Musica", slug="musica")), {"name": "Musica", "slug": "musica"}


def _expire(thing):
    thing.expire_at = timezone.now() - timedelta(hours=1, seconds=7)
    thing.save_revision().publish()  # so that the form names a version
    call_command("publish_scheduled", verbosity=0)
    thing.refresh_from_db()
    assert not thing.live
    return thing


KINDS = [expired_article, expired_topic]


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_gone_from_the_form_and_the_page_is_published_again(anna, tree, kind):
    thing, data = kind(tree)
    form = OpenForm(anna, thing, data | {"go_live_at": "", "expire_at": ""})
    assert anna.get(form.address).context["form"]["expire_at"].value() is None
    assert form.submit("action-publish").status_code == 302
    call_command("publish_scheduled", verbosity=0)
    thing.refresh_from_db()
    assert thing.live
    assert thing.expire_at is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_that_was_open_when_it_passed_is_saved(anna, tree, kind):
    thing, data = kind(tree)
    shown = timezone.localtime(thing.expire_at).strftime(FORMAT)
    form = OpenForm(anna, thing, data | {"go_live_at": "", "expire_at": shown})
    form.data.pop("action-publish", None)
    assert form.autosave().json()["field_updates"]["expire_at"] == ""
    assert form.autosave().status_code == 200  # the field was emptied by a script, or was not
    assert form.submit("action-publish").status_code == 302


@pytest.mark.parametrize("kind", KINDS)
def test_a_moment_that_was_mistyped_is_told(anna, tree, kind):
    thing, data = kind(tree)
    past = (timezone.localtime() - timedelta(days=3)).strftime(FORMAT)
    form = OpenForm(anna, thing, data | {"go_live_at": "", "expire_at": past})
    answer = form.submit()
    assert FUTURE in str(answer.context["form"].errors["expire_at"])
    assert anna.post(form.address, form.data, **JSON).json()["error_code"] == "validation_error"
