"""Creates many sheets at once: what ``add_child``, ``save_revision`` and ``publish`` do for one, in bulk.

One page made in Wagtail's usual way costs some thirty queries. Here a batch shares them; only the row of
the sheet itself is written one by one, because Django writes no inherited rows in bulk.
"""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.signals import page_published

from funding.models import FundingIndexPage, FundingSheetPage

from . import page_index

PAGE_FIELDS = tuple(field.attname for field in Page._meta.concrete_fields if not field.primary_key)


@transaction.atomic
def create_sheets(
    parent: FundingIndexPage, sheets: Sequence[FundingSheetPage], now: datetime, publish: bool, user=None
) -> list[Revision]:
    """Add ``sheets`` (with title and slug) under ``parent`` and return their first revisions, in order."""
    for sheet in sheets:
        for relation in get_all_child_relations(sheet):
            # Nothing to ask the database for: a new page has no rows of its own yet.
            setattr(sheet, relation.get_accessor_name(), [])
    _add_to_tree(parent, sheets)
    for sheet in sheets:
        _fill(sheet, parent, now, publish, user)
    pages = Page.objects.bulk_create(
        [Page(**{name: getattr(sheet, name) for name in PAGE_FIELDS}) for sheet in sheets]
    )
    for sheet, page in zip(sheets, pages, strict=True):
        sheet.id = sheet.page_ptr_id = page.pk
        sheet.save_base(raw=True, force_insert=True)
    revisions = _revisions(sheets, now, publish, user)
    _log(sheets, revisions, now, publish, user)
    for sheet in sheets:
        ReferenceIndex.create_or_update_for_object(sheet)
    page_index.add(FundingSheetPage, sheets)
    if publish:
        for sheet, revision in zip(sheets, revisions, strict=True):
            page_published.send(sender=FundingSheetPage, instance=sheet, revision=revision)
    return revisions


def _add_to_tree(parent: FundingIndexPage, sheets: Sequence[FundingSheetPage]) -> None:
    """Give the sheets the next places in the tree, while nobody else can take them."""
    above = Page.objects.select_for_update().get(pk=parent.pk)
    last = above.get_last_child()
    step = last._get_lastpos_in_path() if last else 0
    for sheet in sheets:
        step += 1
        sheet.depth = above.depth + 1
        sheet.path = Page._get_path(above.path, sheet.depth, step)
        sheet.numchild = 0
        sheet.url_path = f"{above.url_path}{sheet.slug}/"
    Page.objects.filter(pk=above.pk).update(numchild=F("numchild") + len(sheets))


def _fill(sheet: FundingSheetPage, parent: FundingIndexPage, now: datetime, publish: bool, user) -> None:
    sheet.content_type = ContentType.objects.get_for_model(FundingSheetPage)
    sheet.locale = parent.locale
    sheet.draft_title = sheet.title
    sheet.owner = user
    sheet.live = publish
    sheet.has_unpublished_changes = not publish
    sheet.latest_revision_created_at = now
    if publish:
        sheet.first_published_at = sheet.last_published_at = now


def _revisions(sheets: Sequence[FundingSheetPage], now: datetime, publish: bool, user) -> list[Revision]:
    page_type = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.bulk_create(
        [
            Revision(
                content_type=sheet.content_type,
                base_content_type=page_type,
                object_id=str(sheet.pk),
                created_at=now,
                user=user,
                object_str=str(sheet),
                content=sheet.serializable_data(),
            )
            for sheet in sheets
        ]
    )
    pages = []
    for sheet, revision in zip(sheets, revisions, strict=True):
        sheet.latest_revision = revision
        sheet.live_revision = revision if publish else None
        pages.append(Page(pk=sheet.pk, latest_revision=revision, live_revision=sheet.live_revision))
    Page.objects.bulk_update(pages, ["latest_revision", "live_revision"])
    return revisions


def _log(sheets: Sequence[FundingSheetPage], revisions, now: datetime, publish: bool, user) -> None:
    """The history of a page begins with its creation, as in the editor."""
    actions = ["wagtail.create", "wagtail.publish"] if publish else ["wagtail.create"]
    PageLogEntry.objects.bulk_create(
        [
            PageLogEntry(
                content_type=sheet.content_type,
                page_id=sheet.pk,
                label=sheet.title,
                action=action,
                timestamp=now,
                user=user,
                revision=revision,
                content_changed=True,
            )
            for action in actions
            for sheet, revision in zip(sheets, revisions, strict=True)
        ]
    )
