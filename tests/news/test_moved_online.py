"""An event that has been moved online says where; what was said of its state before is looked at again."""

from datetime import date

import pytest

from tests.cms.conftest import anna, login_as  # noqa: F401
from tests.cms.open_forms import OpenForm
from tests.factories import pages
from tests.publishing.editing import form_of

pytestmark = pytest.mark.django_db
ADDRESS = "https://meet.example.org/fiera"


def an_event(tree, **fields):
    event = pages.event(
        tree.events, title="Fiera", slug="fiera", summary="Una.", start_day=date(2030, 1, 1), **fields
    )
    event.save_revision()
    return event


def test_without_an_address_it_is_a_draft_only(anna, tree):  # noqa: F811
    event = an_event(tree)
    form = OpenForm(anna, event, form_of(anna, event))
    saved = form.autosave(state="online")
    assert saved.status_code == 200
    assert "give the address where to follow it" in saved.json()["html"]
    refused = form.submit("action-publish")
    assert set(refused.context["form"].errors) == {"online_link"}
    assert form.submit("action-publish", online_link=ADDRESS).status_code == 302


def test_the_note_of_another_state_is_asked_about(tree):
    event = an_event(tree, state="cancelled", state_note="Annullato per neve.", online_link=ADDRESS)
    assert event.questions() == []
    event.state = "online"
    (question,) = event.questions()
    assert "“Cancelled”" in question
    event.state_note = "Per neve."
    assert event.questions() == []
