"""Compares what a source says with what it said last and with what the sheets say now.

Nothing is written. Field by field: what the page no longer says as it was imported is an editor's, and stays.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError

from funding.models import FundingSheetPage, ImportRecord

from .fields import assign, current, same
from .readers import Reading
from .record import ORGANISATION_FIELDS, CallRecord, Refusal
from .validation import reasons_against, sheet_reasons

BATCH = 100
Progress = Callable[[int], None]


class Action(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    PUBLISH = "publish"  # an untouched draft of an earlier import, now to be published
    UNCHANGED = "unchanged"
    PRESENT = "present"  # an editor has written its sheet by hand: never a second one
    REMOVED = "removed"  # its sheet was deleted by an editor: it stays away
    LOCKED = "locked"  # an editor has locked the sheet: left for the next time


@dataclass(frozen=True)
class FieldChange:
    """One field: what the sheet says, and what the source says now."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Item:
    """What would be done with one record."""

    kind: Action
    record: CallRecord
    page_id: int | None = None
    differences: tuple[FieldChange, ...] = ()
    kept: tuple[FieldChange, ...] = ()


@dataclass
class ImportPlan:
    """Everything that would be done with a file."""

    source: str
    items: list[Item] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    notices: tuple[str, ...] = ()

    def of(self, *kinds: Action) -> list[Item]:
        return [item for item in self.items if item.kind in kinds]

    @property
    def warnings(self) -> list[str]:
        return [warning for item in self.items for warning in item.record.warnings]


def make_plan(reading: Reading, publish: bool = False, progress: Progress | None = None) -> ImportPlan:
    """What importing ``reading`` would do; ``publish`` as for the import itself."""
    plan = ImportPlan(reading.source, refusals=list(reading.refusals), notices=reading.notices)
    known = {row[0]: row[1:] for row in _known(reading.source)}
    by_hand = _written_by_hand()
    drafts = _untouched_drafts(reading.source) if publish else frozenset()
    changed = []
    for record in reading.records:
        fingerprint, page_id = known.get(record.identifier, (None, None))
        if fingerprint is None:
            _add_new(plan, record, by_hand)
        elif page_id is None:
            plan.items.append(Item(Action.REMOVED, record))
        elif fingerprint != record.fingerprint:
            changed.append(record)
        else:
            kind = Action.PUBLISH if page_id in drafts else Action.UNCHANGED
            plan.items.append(Item(kind, record, page_id))
        if progress:
            progress(1)
    for batch in in_batches(changed, BATCH):
        for result in _compare(reading.source, batch):
            (plan.refusals if isinstance(result, Refusal) else plan.items).append(result)
    return plan


def _known(source: str):
    return ImportRecord.objects.filter(source=source).values_list("identifier", "fingerprint", "page_id")


def _untouched_drafts(source: str) -> frozenset[int]:
    """Sheets that were never published and that no editor has saved since."""
    drafts = FundingSheetPage.objects.filter(
        import_record__source=source, first_published_at=None, live=False
    )
    pairs = drafts.values_list("pk", "latest_revision_id", "import_record__revision_id")
    return frozenset(pk for pk, latest, ours in pairs if latest == ours)


def _written_by_hand() -> dict[tuple[str, str], int]:
    """Sheets that no import has made but that name a source and its identifier."""
    sheets = FundingSheetPage.objects.filter(
        locale__language_code=settings.LANGUAGE_CODE, import_record__isnull=True
    )
    named = sheets.exclude(source_id="").values_list("source_name", "source_id", "pk")
    return {(name, identifier): pk for name, identifier, pk in named}


def _add_new(plan: ImportPlan, record: CallRecord, by_hand: dict[tuple[str, str], int]) -> None:
    known_as = record.values.get("source_name"), record.values.get("source_id")
    if known_as in by_hand:
        plan.items.append(Item(Action.PRESENT, record, by_hand[known_as]))
    elif reasons := reasons_against(record):
        plan.refusals.append(refusal(record, reasons))
    else:
        plan.items.append(Item(Action.NEW, record))


def refusal(record: CallRecord, reasons: Sequence[str]) -> Refusal:
    """A record that was read well and still cannot be used."""
    return Refusal(record.line, tuple(reasons), record.identifier, record.title)


def _compare(source: str, records: Sequence[CallRecord]) -> Iterator[Item | Refusal]:
    before = imported(source, records)
    for record in records:
        yield compare(record, *before[record.identifier])


def imported(source: str, records: Sequence[CallRecord]) -> dict[str, tuple[ImportRecord, FundingSheetPage]]:
    """For each record what was imported last, and its sheet with the newest draft's content."""
    rows = ImportRecord.objects.filter(
        source=source, identifier__in=[record.identifier for record in records]
    )
    pages = FundingSheetPage.objects.select_related("latest_revision", "locale").in_bulk(
        [row.page_id for row in rows]
    )
    return {row.identifier: (row, newest(pages[row.page_id])) for row in rows}


def newest(page: FundingSheetPage) -> FundingSheetPage:
    """The page as its editors see it: with what is not published yet."""
    revision = page.latest_revision
    return page.with_content_json(revision.content) if revision else page


def compare(record: CallRecord, known: ImportRecord, page: FundingSheetPage) -> Item | Refusal:
    """Field by field: take over, or keep because an editor has touched it."""
    if page.locked:
        return Item(Action.LOCKED, record, page.pk)
    names = [*known.values, *(name for name in record.values if name not in known.values)]
    moved = [name for name in names if not same(name, known.values.get(name), record.values.get(name))]
    now = current(page, moved)
    differences, kept = [], []
    for name in moved:
        difference = FieldChange(name, now[name], record.values.get(name))
        if same(name, now[name], record.values.get(name)):
            continue
        (differences if same(name, now[name], known.values.get(name)) else kept).append(difference)
    if reasons := _reasons_together(page, {change.field: change.after for change in differences}):
        return refusal(record, reasons)
    return Item(Action.CHANGED, record, page.pk, tuple(differences), tuple(kept))


def _reasons_together(page: FundingSheetPage, values: dict[str, Any]) -> tuple[str, ...]:
    """What would be wrong with the source's new values beside those that an editor has written."""
    facts = {name: value for name, value in values.items() if name not in ORGANISATION_FIELDS}
    try:
        assign(page, facts, {})
    except ValidationError as error:
        return tuple(error.messages)
    return sheet_reasons(page, facts) if facts else ()


def in_batches(records: Sequence, size: int) -> Iterator[Sequence]:
    for start in range(0, len(records), size):
        yield records[start : start + size]
