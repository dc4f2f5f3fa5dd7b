"""Who asks for changes says which; who approves need not say anything."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Locale, WorkflowState

from cms.models import Topic
from editors.accounts.roles import AUTHOR, EDITOR_IN_CHIEF

from .conftest import stored
from .test_saying_when import send
from .test_workflow import decide, submit

pytestmark = pytest.mark.django_db

ASKED = "Write what is to be changed: the author reads it."
SCRIPT = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}


@pytest.fixture
def state(browser, site):
    site.article.unpublish()
    return submit(browser(AUTHOR), site.article)


@pytest.fixture
def chief(browser):
    return browser(EDITOR_IN_CHIEF)


def is_waiting(state) -> bool:
    state.refresh_from_db()
    return state.status == WorkflowState.STATUS_IN_PROGRESS


def window(state, name, action):
    page = state.content_object
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk, action, state.current_task_state.pk])


@pytest.mark.parametrize("name", ["collect_workflow_action_data", "workflow_action"])
@pytest.mark.parametrize("comment", ["", "  \n"])
def test_the_window_refuses_an_empty_comment_beside_the_field(chief, state, name, comment):
    answer = chief.post(window(state, name, "reject"), {"comment": comment}, **SCRIPT).json()
    assert answer["step"] == "action"
    assert ASKED in answer["html"]
    assert is_waiting(state)


@pytest.mark.parametrize("name", ["collect_workflow_action_data", "workflow_action"])
def test_the_window_takes_a_comment_and_an_approval_without_one(chief, state, name):
    told = chief.post(window(state, name, "reject"), {"comment": "La data manca."}, **SCRIPT)
    assert told.json()["step"] == "success"
    if name == "workflow_action":
        assert not is_waiting(state)
    else:
        approved = chief.post(window(state, name, "approve"), {"comment": ""}, **SCRIPT)
        assert approved.json()["step"] == "success"


def test_without_the_script_it_is_refused_with_a_message(chief, state):
    page = chief.post(window(state, "workflow_action", "reject"), {"comment": ""}, follow=True)
    assert f"Not sent back. {ASKED}" in page.content.decode()
    assert is_waiting(state)


@pytest.mark.parametrize("data", ["{}", '{"comment": " "}', "no json"])
def test_the_form_is_saved_and_not_sent_back(chief, state, data):
    deed = {"action-workflow-action": "1", "workflow-action-name": "reject"}
    deed["workflow-action-extra-data"] = data
    told = send(chief, state.content_object, title="Anders", **deed)
    assert f"Not sent back. {ASKED}" in told
    assert is_waiting(state)
    assert stored(state.content_object).get_latest_revision_as_object().title == "Anders"
    send(chief, state.content_object, **deed | {"workflow-action-extra-data": json.dumps({"comment": "No."})})
    assert not is_waiting(state)


def test_an_approval_needs_none(chief, state):
    decide(chief, state, "approve")
    assert stored(state.content_object).live


def test_the_same_holds_for_a_topic(browser, chief, site):
    locale = Locale.objects.get(language_code="it")
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=locale)
    address = reverse(Topic.snippet_viewset.get_url_name("edit"), args=[topic.pk])
    data = {"name": "Teatri", "slug": "teatro", "action-submit": "action-submit"}
    browser(AUTHOR).post(address, data)
    topic.refresh_from_db()
    step = topic.current_workflow_task_state
    for name in ("collect_workflow_action_data", "workflow_action"):
        action = reverse(Topic.snippet_viewset.get_url_name(name), args=[topic.pk, "reject", step.pk])
        assert ASKED in chief.post(action, {"comment": ""}, **SCRIPT).json()["html"]
    assert is_waiting(topic.current_workflow_state)
