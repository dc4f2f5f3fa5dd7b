"""A large site on which much waits for its editors: sheets of the generator, on every list of the desk."""

import random
import uuid
from collections.abc import Sequence
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Revision, TaskState, Workflow, WorkflowState

from editors.accounts.roles import EDITOR_IN_CHIEF
from editors.accounts.setup import set_up
from editors.links.models import ExternalLink, LinkUse
from funding.models import FundingSheetPage, ImportRecord

from . import many_sheets
from .many_pages import CHUNK, index_for_wagtail
from .many_translations import translate


@transaction.atomic
def make(number: int, seed: int = 1):
    """So many sheets, one in three on each list, one in two in English too; the editor-in-chief."""
    dice, tree = random.Random(seed), many_sheets.make(number, seed)
    set_up()
    chief = get_user_model().objects.create_user("chief", "chief@example.org", "x")
    chief.groups.add(Group.objects.get(name=EDITOR_IN_CHIEF.name))
    sheets = list(FundingSheetPage.objects.filter(locale=tree.locale).order_by("pk"))
    _close_soon(dice.sample(sheets, number // 3), dice)
    _break_links(dice.sample(sheets, number // 3))
    _import(dice.sample(sheets, number // 3))
    _send_for_approval(dice.sample(sheets, number // 3), chief)
    _leave_gaps(dice.sample(sheets, number // 3))
    translate(dice.sample(sheets, number // 2), tree.english.funding)
    index_for_wagtail(FundingSheetPage)
    return chief


def _close_soon(sheets: Sequence[FundingSheetPage], dice: random.Random) -> None:
    today = timezone.localdate()
    for sheet in sheets:
        sheet.opens_on = today - timedelta(days=30)
        sheet.closes_on = today + timedelta(days=dice.randrange(1, 7))
        sheet.suspended = sheet.no_deadline = False
    names = ["opens_on", "closes_on", "suspended", "no_deadline"]
    FundingSheetPage.objects.bulk_update(sheets, names, batch_size=CHUNK)


def _leave_gaps(sheets: Sequence[FundingSheetPage]) -> None:
    FundingSheetPage.objects.filter(pk__in=[sheet.pk for sheet in sheets]).update(summary="")


def _break_links(sheets: Sequence[FundingSheetPage]) -> None:
    since = timezone.now() - timedelta(days=4)
    links = [
        ExternalLink(url=f"https://example.org/{sheet.pk}", status=404, broken=True, first_failed_at=since)
        for sheet in sheets
    ]
    ExternalLink.objects.bulk_create(links, batch_size=CHUNK)
    uses = [LinkUse(link=link, page_id=sheet.pk) for link, sheet in zip(links, sheets, strict=True)]
    LinkUse.objects.bulk_create(uses, batch_size=CHUNK)


def _drafts(sheets: Sequence[FundingSheetPage]) -> list[Revision]:
    """A newest version of each that is not published."""
    kinds = ContentType.objects.get_for_models(FundingSheetPage, Page)
    revisions = Revision.objects.bulk_create(
        (
            Revision(
                content_type=kinds[FundingSheetPage],
                base_content_type=kinds[Page],
                object_id=str(sheet.pk),
                object_str=sheet.title,
                created_at=timezone.now(),
                content=sheet.serializable_data(),
            )
            for sheet in sheets
        ),
        batch_size=CHUNK,
    )
    for sheet, revision in zip(sheets, revisions, strict=True):
        sheet.latest_revision, sheet.has_unpublished_changes = revision, True
    Page.objects.bulk_update(sheets, ["latest_revision", "has_unpublished_changes"], batch_size=CHUNK)
    return revisions


def _import(sheets: Sequence[FundingSheetPage]) -> None:
    """The source has given each another code and another title."""
    revisions = _drafts(sheets)
    records = [
        ImportRecord(
            source="incentivi",
            identifier=str(sheet.pk),
            page=sheet,
            revision=revision,
            values={"title": f"{sheet.title} bis", "code": "NUOVO", "grantor": "Un ente"},
            fingerprint=uuid.uuid4().hex,
            imported_at=timezone.now() + timedelta(minutes=1),
        )
        for sheet, revision in zip(sheets, revisions, strict=True)
    ]
    ImportRecord.objects.bulk_create(records, batch_size=CHUNK)


def _send_for_approval(sheets: Sequence[FundingSheetPage], sender) -> None:
    task = GroupApprovalTask.objects.get(active=True, groups__user=sender)
    workflow = Workflow.objects.get(workflow_tasks__task=task)
    kinds = ContentType.objects.get_for_models(FundingSheetPage, Page)
    states = WorkflowState.objects.bulk_create(
        (
            WorkflowState(
                content_type=kinds[FundingSheetPage],
                base_content_type=kinds[Page],
                object_id=str(sheet.pk),
                workflow=workflow,
                requested_by=sender,
            )
            for sheet in sheets
        ),
        batch_size=CHUNK,
    )
    kind = ContentType.objects.get_for_model(TaskState)
    steps = TaskState.objects.bulk_create(
        (
            TaskState(workflow_state=state, revision=revision, task=task, content_type=kind)
            for state, revision in zip(states, _drafts(sheets), strict=True)
        ),
        batch_size=CHUNK,
    )
    for state, step in zip(states, steps, strict=True):
        state.current_task_state = step
    WorkflowState.objects.bulk_update(states, ["current_task_state"], batch_size=CHUNK)
