"""Notes what changes on a live sheet, whoever changes it: editor, schedule, import or translation.

The row of a live sheet is what the public sees, and a draft never touches it; so the row just before it is
saved is the old state. What a sheet said when it went offline is kept aside: its drafts do touch the row.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

from ..presentation import change_values
from ..presentation.change_values import FIELD_KINDS, Facts, comparable, differences, facts_of
from ..presentation.sheet_fields import DATES
from .sheet_change import LastPublicFacts, SheetChange
from .status_review import StatusReview

CORRECTED = "funding.closing_day_corrected"
WATCHED = frozenset({"live", *change_values.WATCHED})


@contextmanager
def log_changes(sheet, update_fields: Collection[str] | None, row=None) -> Iterator[None]:
    """Around saving ``sheet``: log what the public reads differently from now on, in the same transaction.
    What follows from another language has been logged there. ``row`` is the sheet as the database has it,
    where somebody has read it already."""
    watched = update_fields is None or not WATCHED.isdisjoint(update_fields)
    if sheet.takes_facts or sheet._state.adding or not watched:
        yield
        return
    with transaction.atomic():
        found = _changes(sheet, row)
        note, is_correction = sheet.change_note, sheet.closing_change == sheet.ClosingChange.CORRECTED
        if sheet.live:
            _use_up(sheet, {"closing_change": sheet.ClosingChange.EXTENDED.value})
        if found:
            _use_up(sheet, {"change_note": ""})
        yield
        _write(sheet, found, note, is_correction)


def _changes(sheet, row) -> list[tuple]:
    """What is different from what the public read last; nothing for a sheet that nobody has read yet."""
    before = _last_facts(sheet, row or type(sheet).objects.filter(pk=sheet.pk).defer("body").first())
    if before is None or not sheet.live:
        return []
    found = differences(before, facts_of(sheet))
    known = _last_known(sheet, [name for name, *_values in found])
    return [change for change in found if change[0] not in known or known[change[0]] != _new(change)]


def _last_facts(sheet, row) -> Facts | None:
    if row is not None and row.live:
        facts = facts_of(row)
        if not sheet.live:
            LastPublicFacts.objects.update_or_create(page_id=sheet.pk, defaults={"facts": facts})
        return facts
    last_public = LastPublicFacts.objects.filter(page=sheet.pk).values_list("facts", flat=True)
    return last_public.first() if sheet.live else None


def _last_known(sheet, names: Collection[str]) -> dict:
    """The newest value that the log holds of each fact: another language may have told the change already."""
    if not names:
        return {}
    rows = SheetChange.objects.filter(sheet_key=sheet.translation_key, field__in=names)
    return {
        name: comparable(name, after)
        for name, after in rows.order_by("noted_at", "pk").values_list("field", "after")
    }


def _new(change: tuple):
    name, _before, after = change
    return comparable(name, after)


def _use_up(sheet, values: dict[str, str]) -> None:
    """What an editor says of a change goes with one publication: neither the sheet nor the version being
    published keeps it."""
    for name, value in values.items():
        setattr(sheet, name, value)
    revision = sheet.live_revision
    if revision is not None and any(revision.content.get(name, own) != own for name, own in values.items()):
        revision.content |= values
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)


def _write(sheet, found: list[tuple], note: str, is_correction: bool) -> None:
    if any(FIELD_KINDS[name] == DATES for name, *_values in found):
        # Somebody has said what its days are.
        StatusReview.objects.filter(page__translation_key=sheet.translation_key).delete()
    for name, before, after in found:
        if is_correction and name == "closes":
            log(instance=sheet, action=CORRECTED, data={"before": before, "after": after})
    now = timezone.now()
    SheetChange.objects.bulk_create(
        SheetChange(
            sheet_key=sheet.translation_key,
            kind=FIELD_KINDS[name],
            field=name,
            before=before,
            after=after,
            day=timezone.localdate(now),
            noted_at=now,
            note=note,
            note_language=sheet.locale.language_code if note else "",
            correction=is_correction and name == "closes",
        )
        for name, before, after in reversed(found)  # the newest first is then the dates first
    )
