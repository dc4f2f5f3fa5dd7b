"""What a draft that an import has made would change: field by field, for those who review it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.models import Organisation
from funding.models import FundingSheetPage, ImportRecord

from .fields import field_of, label_of, same, to_json
from .record import ORGANISATION_FIELDS
from .values.words import in_words


@dataclass(frozen=True)
class FieldDifference:
    """One field in words. ``kept`` is what an editor has written, where that is not what was imported."""

    label: str
    live: str
    imported: str
    kept: str = ""

    def __str__(self):
        text = f"{self.label}: {self.live} → {self.imported}"
        return text + (" " + _("(kept: %s)") % self.kept if self.kept else "")


def note_differences(records: Iterable[ImportRecord]) -> None:
    """Give each record its ``differences`` and their ``summary`` in words; one query for all bodies' names.

    The records come with their page and its newest version. A new sheet is imported as a whole: of it only
    what an editor has changed since is told.
    """
    records = list(records)
    names = _organisation_names(records)
    for record in records:
        record.differences = list(_differences(record, names))
        record.summary = _summary(record)


def _differences(record: ImportRecord, names: dict[int, str]):
    is_new = record.page.first_published_at is None and not record.page.live
    draft = record.page.latest_revision.content if record.page.latest_revision else {}
    for name, imported in record.values.items():
        live = None if is_new else _live(record.page, name, names)
        mine = _drafted(draft, name, names) if draft else live
        kept = not same(name, mine, imported)
        if kept or not (is_new or same(name, live, imported)):
            yield FieldDifference(
                label_of(name),
                _("not published") if is_new else in_words(name, live),
                in_words(name, imported),
                in_words(name, mine) if kept else "",
            )


def _live(page: FundingSheetPage, name: str, names: dict[int, str]) -> Any:
    if name in ORGANISATION_FIELDS:
        return names.get(getattr(page, f"{name}_id"))
    return to_json(field_of(name), getattr(page, name))


def _drafted(content: dict, name: str, names: dict[int, str]) -> Any:
    value = content.get(name)
    if name in ORGANISATION_FIELDS:
        return names.get(value)
    return to_json(field_of(name), field_of(name).to_python(value))


def _organisation_names(records: list[ImportRecord]) -> dict[int, str]:
    ids = set()
    for record in records:
        draft = record.page.latest_revision.content if record.page.latest_revision else {}
        for name in ORGANISATION_FIELDS:
            ids |= {getattr(record.page, f"{name}_id"), draft.get(name)}
    return dict(Organisation.objects.filter(pk__in=ids - {None}).values_list("pk", "name"))


def _summary(record: ImportRecord) -> str:
    """How much there is to review, in a few words."""
    kept = sum(1 for each in record.differences if each.kept)
    taken = len(record.differences) - kept
    parts = [] if record.page.first_published_at or record.page.live else [_("new")]
    if taken:
        parts.append(ngettext("%(n)d changed", "%(n)d changed", taken) % {"n": taken})
    if kept:
        parts.append(ngettext("%(n)d kept by hand", "%(n)d kept by hand", kept) % {"n": kept})
    return ", ".join(parts)
