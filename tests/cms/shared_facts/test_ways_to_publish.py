"""Facts follow however a version is published: scheduled, approved, restored, many at once."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from funding.editors import status_resolution
from funding.models import SheetChange

from .conftest import NEW, OLD, anew, publish, says

pytestmark = pytest.mark.django_db


def test_a_schedule_carries_facts(call, by_hand):
    english = by_hand(call)
    draft = anew(call)
    draft.closes_on, draft.go_live_at = NEW, timezone.now() + timedelta(hours=1)
    draft.save_revision().publish()
    assert says(english, OLD)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled")
    assert says(english)


def test_a_version_scheduled_in_english_does_not_bring_old_facts_back(call, by_hand):
    english = by_hand(call)
    draft = anew(english)
    draft.title, draft.go_live_at = "Choirs", timezone.now() + timedelta(hours=1)
    draft.save_revision().publish()
    publish(call, closes_on=NEW)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled")
    assert says(english)
    assert anew(english).title == "Choirs"
    assert SheetChange.objects.count() == 1


def test_an_approval_carries_facts(call, by_hand, admin):
    english = by_hand(call)
    task = GroupApprovalTask.objects.create(name="Approvazione")
    workflow = Workflow.objects.create(name="Revisione")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=Page.objects.get(pk=call.pk))
    draft = anew(call)
    draft.closes_on = NEW
    draft.save_revision()
    state = workflow.start(anew(call), admin.user)
    assert says(english, OLD)
    state.current_task_state.approve(user=admin.user)
    assert says(english)


def test_an_earlier_version_that_comes_back_carries_its_facts(call, by_hand):
    english = by_hand(call)
    first = call.get_latest_revision()
    publish(call, closes_on=NEW)
    first.as_object().save_revision().publish()
    assert says(english, OLD)


def test_an_earlier_version_of_the_translation_keeps_the_facts_of_now(call, by_hand):
    english = by_hand(call, title="Choirs")
    first = english.get_latest_revision()
    publish(call, closes_on=NEW)
    publish(english, title="Singing")
    first.as_object().save_revision().publish()
    assert says(english)
    assert anew(english).title == "Choirs"
    assert [change.after for change in SheetChange.objects.all()] == ["2026-12-17"]


def test_publishing_many_at_once_carries_facts(call, by_hand, admin):
    english = by_hand(call)
    draft = anew(call)
    draft.closes_on = NEW
    draft.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = admin.post(f"{address}?id={call.pk}", {"include_descendants": ""})
    assert answer.status_code == 302
    assert says(english)


def test_a_status_that_is_settled_is_so_in_both_languages(call, by_hand, admin):
    english = by_hand(call)
    status_resolution.resolve_status(anew(call), status_resolution.DATED, admin.user, NEW)
    assert says(english)
    assert SheetChange.objects.count() == 1
