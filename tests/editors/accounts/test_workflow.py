"""From a draft to the public: submitted, told by mail, approved or sent back, locked."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Locale, WorkflowState

from cms.models import Topic
from editors.accounts.roles import AUTHOR, EDITOR_IN_CHIEF

from .conftest import stored

pytestmark = pytest.mark.django_db


def submit(client, page) -> WorkflowState:
    """Hand in the page as it is, through the form that the editor sees."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = client.get(address).context["form"]
    assert client.post(address, dict(_values(form)) | {"action-submit": "action-submit"}).status_code == 302
    return stored(page).current_workflow_state


def _values(form):
    """What a browser would send of a form and of the formsets within it."""
    for field in form:
        value = field.value()
        if hasattr(field.field.widget, "value_omitted_from_data") and field.name in form.fields:
            yield from _field(field, value)
    for formset in getattr(form, "formsets", {}).values():
        for field in formset.management_form:
            yield field.html_name, field.value()


def _field(field, value):
    if hasattr(value, "stream_block"):
        yield f"{field.html_name}-count", "0"
    elif value not in (None, False):
        yield field.html_name, value if isinstance(value, str | int | list) else str(value)


def decide(client, state: WorkflowState, action: str, comment: str = ""):
    page = state.content_object
    task_state = state.current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, task_state.pk])
    return client.post(address, {"comment": comment})


def test_the_approver_is_told_in_their_own_language(browser, person, site):
    author = browser(AUTHOR)
    person(EDITOR_IN_CHIEF, "it")
    submit(author, site.article)
    message = next(one for one in mail.outbox if "editor-in-chief@example.org" in one.to)
    assert "Notizia" in message.subject + message.body
    assert "approvata" in message.subject


def test_an_approved_page_goes_live(browser, site):
    site.article.unpublish()
    state = submit(browser(AUTHOR), site.article)
    assert not stored(site.article).live
    decide(browser(EDITOR_IN_CHIEF), state, "approve")
    assert stored(site.article).live


def test_a_page_that_is_sent_back_stays_a_draft_and_its_author_is_told_why(browser, site):
    site.article.unpublish()
    state = submit(browser(AUTHOR), site.article)
    mail.outbox.clear()
    decide(browser(EDITOR_IN_CHIEF), state, "reject", "La data manca.")
    assert not stored(site.article).live
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    told = next(one for one in mail.outbox if "author@example.org" in one.to)
    assert "La data manca." in told.body


def test_an_author_cannot_approve(browser, site):
    site.article.unpublish()
    author = browser(AUTHOR)
    decide(author, submit(author, site.article), "approve")
    assert not stored(site.article).live


def test_a_locked_page_is_not_edited_by_others(browser, site):
    chief, author = browser(EDITOR_IN_CHIEF), browser(AUTHOR)
    chief.post(reverse("wagtailadmin_pages:lock", args=[site.article.pk]))
    address = reverse("wagtailadmin_pages:edit", args=[site.article.pk])
    page = author.get(address)
    assert b'name="action-submit"' not in page.content
    author.post(address, dict(_values(page.context["form"])) | {"title": "Anders"})
    assert stored(site.article).get_latest_revision_as_object().title == "Notizia"


def test_a_topic_is_submitted_and_approved_too(browser, site):
    locale = Locale.objects.get(language_code="it")
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=locale)
    address = reverse(Topic.snippet_viewset.get_url_name("edit"), args=[topic.pk])
    data = {"name": "Teatri", "slug": "teatro", "action-submit": "action-submit"}
    browser(AUTHOR).post(address, data)
    topic.refresh_from_db()
    assert topic.name == "Teatro"
    task = topic.current_workflow_task_state
    action = reverse(
        Topic.snippet_viewset.get_url_name("workflow_action"), args=[topic.pk, "approve", task.pk]
    )
    browser(EDITOR_IN_CHIEF).post(action, {"comment": ""})
    topic.refresh_from_db()
    assert topic.name == "Teatri"
