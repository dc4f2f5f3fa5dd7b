"""Who schedules or approves reads day and hour; who asks for approval reads it in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from wagtail.models import Locale, WorkflowState

from cms.models import Topic
from editors.accounts.roles import AUTHOR, EDITOR_IN_CHIEF
from tests.cms.open_forms import opened

from .conftest import stored
from .test_workflow import _values

pytestmark = pytest.mark.django_db

MOMENT = datetime(2027, 11, 30, 9, tzinfo=ZoneInfo("Europe/Rome"))
SAID = "Tuesday 30 November 2027, at 09:00"


def schedule(page):
    page.go_live_at = MOMENT
    page.save_revision()


def editor(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def send(client, page, **button):
    form, known = client.get(editor(page)).context["form"], opened(client, page)
    return client.post(editor(page), dict(_values(form)) | known | button, follow=True).content.decode()


@pytest.fixture
def waiting(browser, site):
    """A page with a schedule that has been sent for approval."""
    site.article.unpublish()
    schedule(site.article)
    send(browser(AUTHOR), site.article, **{"action-submit": "1"})
    return site.article


def test_the_approver_reads_when_the_page_will_appear(browser, waiting):
    chief = browser(EDITOR_IN_CHIEF)
    assert f"Approve and publish: {SAID}" in chief.get(editor(waiting)).content.decode()
    approve = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    told = send(chief, waiting, **approve)
    assert f"“Notizia” will appear on {SAID}." in told
    assert stored(waiting).scheduled_revision


def test_who_publishes_at_a_moment_reads_it(browser, site):
    schedule(site.article)
    chief = browser(EDITOR_IN_CHIEF)
    html = " ".join(chief.get(editor(site.article)).content.decode().split())
    assert f"Schedule to publish: {SAID}" in html
    assert f"“Notizia” will appear on {SAID}." in send(chief, site.article, **{"action-publish": "1"})


def test_who_publishes_at_once_or_saves_a_draft_reads_of_no_moment(browser, site):
    chief = browser(EDITOR_IN_CHIEF)
    assert "will appear on" not in send(chief, site.article, **{"action-publish": "1"})
    schedule(site.article)
    assert "will appear on" not in send(chief, site.article)


def test_the_same_holds_for_a_topic(browser, site):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=Locale.objects.get(language_code="it"))
    topic.go_live_at = MOMENT
    topic.save_revision()
    chief, address = browser(EDITOR_IN_CHIEF), Topic.snippet_viewset.get_url_name("edit")
    address = reverse(address, args=[topic.pk])
    assert f"Schedule to publish: {SAID}" in " ".join(chief.get(address).content.decode().split())
    data = {"name": "Teatri", "slug": "teatro", "go_live_at": "2027-11-30 09:00", "action-publish": "1"}
    data["loaded_revision_id"] = topic.latest_revision_id
    assert (
        f"This version of “Teatri” will appear on {SAID};"
        in chief.post(address, data, follow=True).content.decode()
    )


def test_the_button_asks_for_approval_in_words_of_the_readers_language(browser, site):
    author = browser(AUTHOR)
    assert "Submit for approval" in author.get(editor(site.article)).content.decode()
    send(author, site.article, **{"action-submit": "1"})
    state = WorkflowState.objects.get()
    state.current_task_state.specific.task.specific.on_action(
        state.current_task_state.specific, stored(site.article).owner, "reject"
    )
    assert "Submit again for approval" in author.get(editor(site.article)).content.decode()


def test_a_workflow_that_still_has_its_old_name_gets_the_new_one(site, settings):
    from importlib import import_module

    from django.apps import apps
    from django.utils.translation import gettext, override
    from wagtail.models import Task, Workflow

    rename = import_module("editors.accounts.migrations.0002_name_the_workflow").rename
    Workflow.objects.update(name="Pubblicazione")
    Task.objects.update(name="Approvazione")
    own = Workflow.objects.create(name="La nostra via")
    rename(apps, None)
    with override(settings.LANGUAGE_CODE):
        workflow, task = gettext("Approval"), gettext("Editorial review")
    assert set(Workflow.objects.values_list("name", flat=True)) == {workflow, own.name}
    assert Task.objects.get().name == task
