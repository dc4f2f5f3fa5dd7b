"""What waits for approval: who holds it, how it is taken back, and what is told of a decision."""

import json
import re

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import GroupApprovalTask, WorkflowTask

from cms.models import Topic
from editors.accounts import role_names
from editors.accounts.roles import AUTHOR, EDITOR_IN_CHIEF, FUNDING_EXPERT
from editors.locked import holder
from news.models import ArticlePage
from tests.cms.open_forms import JSON, OpenForm, edit_address
from tests.editors.accounts.conftest import browser, person, site  # noqa: F401
from tests.translation.conftest import article_form

pytestmark = pytest.mark.django_db


def form_of(page, **changes) -> dict:
    form = article_form(page, **changes)
    del form["action-publish"]
    return form


def told(answer) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


@pytest.fixture
def waiting(site, browser):  # noqa: F811
    """An article that its author has submitted, and that stands in a second window with older text."""
    author = browser(AUTHOR)
    second = OpenForm(author, site.article, form_of(site.article))
    first = OpenForm(author, site.article, form_of(site.article))
    assert first.submit("action-submit", summary="Nuova frase.").status_code == 302
    second.data["summary"] = "Frase vecchia."
    return ArticlePage.objects.get(pk=site.article.pk), second


def latest(page):
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_window_left_open_says_who_holds_the_page_and_what_to_do(waiting):
    page, second = waiting
    answer = second.submit()
    text = answer.content.decode()
    assert re.search("“Notizia” has been with .+ for approval since", text)
    assert "copy what you need" in text and "Frase vecchia." in text
    assert reverse("portal_withdraw", args=[page.current_workflow_state.pk]) in text
    assert "Saving again" not in text and 'name="action-cancel-workflow"' not in text
    assert not answer.context["view"].autosave_enabled
    kept = second.client.post(second.address, second.data, **JSON).json()
    assert kept["success"] is False
    assert latest(page).summary == "Nuova frase."


def test_to_withdraw_is_asked_first_and_saves_nothing_of_the_form(waiting):
    page, second = waiting
    address = reverse("portal_withdraw", args=[page.current_workflow_state.pk])
    pressed = second.submit("action-cancel-workflow")
    assert (pressed.status_code, pressed.url) == (302, address)
    assert page.title in second.client.get(address).content.decode()
    assert ArticlePage.objects.get(pk=page.pk).current_workflow_state
    done = second.client.post(address)
    assert done.url == edit_address(page)
    assert not ArticlePage.objects.get(pk=page.pk).current_workflow_state
    assert latest(page).summary == "Nuova frase."
    assert second.client.get(address).status_code == 404


def test_others_may_not_withdraw(waiting, browser):  # noqa: F811
    page, _second = waiting
    other = browser(FUNDING_EXPERT)
    assert other.post(reverse("portal_withdraw", args=[page.current_workflow_state.pk])).status_code == 403


@pytest.fixture
def chief(browser):  # noqa: F811
    return browser(EDITOR_IN_CHIEF)


def decide(chief, page, name, comment=""):
    form = OpenForm(chief, page, form_of(latest(page)))
    extra = {"workflow-action-name": name, "workflow-action-extra-data": json.dumps({"comment": comment})}
    return form.submit("action-workflow-action", **extra)


def test_approving_says_that_it_is_published_and_leaves_no_draft(waiting, chief):
    page, _second = waiting
    text = told(decide(chief, page, "approve"))
    assert "“Notizia” is approved and published." in text and "View live" in text
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.live and page.summary == "Nuova frase." and not page.has_unpublished_changes


def test_sending_back_says_to_whom(waiting, chief):
    page, _second = waiting
    text = told(decide(chief, page, "reject", "Manca la data."))
    author = page.current_workflow_state.requested_by.username
    assert f"“Notizia” is sent back to {author} with your comment." in text


def test_approving_one_of_two_steps_says_where_it_goes_on(waiting, chief):
    page, _second = waiting
    state = page.current_workflow_state
    task = GroupApprovalTask.objects.create(name="Direzione")
    task.groups.add(Group.objects.get(name=EDITOR_IN_CHIEF.name))
    WorkflowTask.objects.create(workflow=state.workflow, task=task, sort_order=9)
    assert "“Notizia” is approved and goes on to: Direzione." in told(decide(chief, page, "approve"))


def test_the_first_page_of_the_author_names_what_came_back_with_the_comment(waiting, chief):
    page, second = waiting
    decide(chief, page, "reject", "Manca la data.")
    text = second.client.get(reverse("wagtailadmin_home")).content.decode()
    panel = text[text.index("sent-back") :]
    assert "own-drafts" not in text
    assert panel.index(edit_address(page)) < panel.index("Manca la data.")
    assert "sent-back" not in chief.get(reverse("wagtailadmin_home")).content.decode()


def decide_elsewhere(chief, page, name, **form):
    """From the first page, a report or a preview."""
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])
    return chief.post(address, form)


def test_approving_from_a_list_says_so(waiting, chief):
    page, _second = waiting
    text = told(decide_elsewhere(chief, page, "approve"))
    assert "“Notizia” is approved and published." in text
    assert ArticlePage.objects.get(pk=page.pk).live


def test_sending_back_from_a_list_says_to_whom(waiting, chief):
    page, _second = waiting
    text = told(decide_elsewhere(chief, page, "reject", comment="Manca la data."))
    name = page.current_workflow_state.requested_by.username
    assert f"“Notizia” is sent back to {name} with your comment." in text


def test_approving_from_a_list_names_the_hour(waiting, chief):
    page, _second = waiting
    version = page.latest_revision
    version.content["go_live_at"] = "2099-11-30T08:00:00Z"
    version.save()
    text = told(decide_elsewhere(chief, page, "approve"))
    assert "will appear on Monday 30 November 2099, at 09:00" in text


def test_approving_a_topic_from_a_list_says_so(site, person, chief):  # noqa: F811
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=site.locale, live=False)
    topic.save_revision()
    topic.get_workflow().start(topic, person(AUTHOR))
    state = topic.current_workflow_task_state
    name = Topic.snippet_viewset.get_url_name("workflow_action")
    answer = chief.post(reverse(name, args=[topic.pk, "approve", state.pk]), {})
    assert "“Teatro” is approved and published." in told(answer)


def test_the_group_that_holds_a_page_is_named_as_its_reader_knows_it(waiting, monkeypatch):
    page, _second = waiting
    monkeypatch.setitem(role_names.NAMES, EDITOR_IN_CHIEF.name, "Caporedattore")
    assert "with Caporedattore" in holder(page.get_lock())
