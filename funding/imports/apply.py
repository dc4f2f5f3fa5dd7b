"""Carries a plan out: new sheets, and drafts of changed ones. A record that fails never stops the others."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms import cache_version
from funding.models import FundingIndexPage, FundingSheetPage, ImportRecord
from search.index import outbox

from .creation import create_sheets
from .errors import FileError
from .fields import assign
from .plan import BATCH, Action, ImportPlan, Item, compare, imported, in_batches, refusal
from .record import CallRecord, Refusal
from .values.organisations import Organisations
from .values.text import truncate

logger = logging.getLogger(__name__)
SLUG = 90


@dataclass
class ImportResult:
    """What was done."""

    created: int = 0
    changed: list[Item] = field(default_factory=list)
    published: int = 0
    refusals: list[Refusal] = field(default_factory=list)


def italian_index() -> FundingIndexPage:
    """The finder under which imported sheets go."""
    index = FundingIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if index is None:
        raise FileError(_("There is no funding finder yet for imported sheets to go under."))
    return index


def apply_plan(
    plan: ImportPlan, publish: bool = False, user=None, progress: Callable[[int], None] = lambda count: None
) -> ImportResult:
    """Bring everything in. The search hears of it once, at the end."""
    _keep_memory_small()
    work = _Work(plan.source, publish, user)
    outcome = ImportResult(refusals=list(plan.refusals))
    with cache_version.bump_once(), outbox.deferred():
        for items in in_batches(plan.of(Action.NEW), BATCH):
            work.create([item.record for item in items], outcome)
            progress(len(items))
        for item in plan.of(Action.CHANGED):
            work.one(work.change, item.record, outcome)
            progress(1)
        for item in plan.of(Action.PUBLISH):
            work.one(work.publish_draft, item.record, outcome)
            progress(1)
    return outcome


def _keep_memory_small() -> None:
    """SQLite maps its file into memory, which would count as this process's own while it grows."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA mmap_size = 0")


class _Work:
    """What the records of one import share."""

    def __init__(self, source: str, publish: bool, user):
        self.source, self.publish, self.user = source, publish, user
        self.now = timezone.now()
        self.index = italian_index()
        self.organisations = Organisations()
        siblings = Page.objects.child_of(self.index)
        self.slugs = set(siblings.values_list("slug", flat=True))

    def one(self, do: Callable, record: CallRecord, outcome: ImportResult) -> None:
        """Do it in a transaction of its own; what goes wrong refuses the record."""
        try:
            with transaction.atomic():
                do(record, outcome)
        except Exception as error:
            logger.exception("%s %s could not be imported", self.source, record.identifier)
            self.organisations = Organisations()
            outcome.refusals.append(
                refusal(record, (_("it could not be saved: %s") % truncate(str(error), 300),))
            )

    def create(self, records: Sequence[CallRecord], outcome: ImportResult) -> None:
        """New sheets together; if that fails, one by one to find the one that does not go."""
        try:
            with transaction.atomic():
                self._create(records)
        except Exception:
            if len(records) == 1:
                raise
            self.organisations = Organisations()
            for record in records:
                self.one(lambda record, outcome: self.create([record], outcome), record, outcome)
        else:
            outcome.created += len(records)

    def _create(self, records: Sequence[CallRecord]) -> None:
        self.organisations.add(name for record in records for name in record.organisations.values())
        sheets = [self._sheet(record) for record in records]
        revisions = create_sheets(self.index, sheets, self.now, self.publish, self.user)
        if self.publish:
            outbox.note([(sheet.pk, sheet.locale.language_code) for sheet in sheets])
        ImportRecord.objects.bulk_create(
            [
                ImportRecord(
                    source=record.source,
                    identifier=record.identifier,
                    page_id=sheet.pk,
                    revision_id=revision.pk,
                    values=record.values,
                    fingerprint=record.fingerprint,
                    imported_at=self.now,
                )
                for record, sheet, revision in zip(records, sheets, revisions, strict=True)
            ]
        )

    def _sheet(self, record: CallRecord) -> FundingSheetPage:
        sheet = FundingSheetPage(slug=self._slug(record.title), imported_at=self.now)
        assign(sheet, record.values, self.organisations)
        return sheet

    def _slug(self, title: str) -> str:
        """From the title, and free; a failed batch's slugs stay taken, which does no harm."""
        base = slugify(title)
        if len(base) > SLUG:
            base = base[:SLUG].rpartition("-")[0] or base[:SLUG]
        slug, number = base or "bando", 1
        while slug in self.slugs:
            number += 1
            slug = f"{base or 'bando'}-{number}"
        self.slugs.add(slug)
        return slug

    def change(self, record: CallRecord, outcome: ImportResult) -> None:
        """A draft with what the source has changed and no editor has touched."""
        known, page = imported(self.source, [record])[record.identifier]
        ours = not page.has_unpublished_changes or page.latest_revision_id == known.revision_id
        item = compare(record, known, page)
        if not isinstance(item, Item) or item.kind is not Action.CHANGED:
            if not isinstance(item, Item):
                outcome.refusals.append(item)
            return
        if item.differences:
            self.organisations.add(record.organisations.values())
            assign(page, {change.field: change.after for change in item.differences}, self.organisations)
            page.imported_at = self.now
            # A source moves a day because the call has changed; that its day was a mistake it does not say.
            page.closing_change = page.ClosingChange.EXTENDED
            revision = page.save_revision(user=self.user, log_action=True, clean=False)
            if ours:
                known.revision = revision
            # Publishing would publish an editor's unfinished work as well.
            if self.publish and ours and (page.live or page.first_published_at is None):
                revision.publish(user=self.user)
        known.values, known.fingerprint = dict(record.values), record.fingerprint
        known.imported_at = self.now
        known.save()
        outcome.changed.append(item)

    def publish_draft(self, record: CallRecord, outcome: ImportResult) -> None:
        page = ImportRecord.objects.get(source=self.source, identifier=record.identifier).page
        page.latest_revision.publish(user=self.user)
        outcome.published += 1
