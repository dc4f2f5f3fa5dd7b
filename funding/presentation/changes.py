"""A logged change in the visitor's words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from cms.constants import WHOLE_COUNTRY
from cms.formats import localized
from cms.formats.plain_text import lines
from cms.vocabularies import Vocabulary
from funding.presentation.day_words import closing_words, day_and_hour, opening_words

from . import field_types
from .change_values import (
    NO_DEADLINE,
    closing,
    closing_dates,
    is_extension,
    is_next_window,
    opening_dates,
    read_moment,
)
from .sheet_fields import LOGGED_FIELDS


@dataclass(frozen=True)
class DescribedChange:
    """``text`` says what was and what is."""

    title: str
    text: str


@dataclass(frozen=True)
class ChangeSet:
    """What changed at one publication; ``note`` is the editor's, in the language ``note_language``."""

    day: date
    changes: tuple[DescribedChange, ...]
    note: str
    note_language: str


def describe(change) -> DescribedChange:
    """The change for the page and the feed, in the language being spoken."""
    return DescribedChange(_title(change), _text(change))


def is_no_early_closing(sheet, change) -> bool:
    """Whether ``change`` logs the day of an early closing that is none: the deadline comes before it."""
    day = sheet.closed_early_on
    wrong = change.field == "closed_early_on" and day is not None and sheet.dates.early is None
    return wrong and change.after == day.isoformat()


def change_sets(changes) -> list[ChangeSet]:
    """The changes for the page, by publication, in the order in which they come."""
    made = []
    for _moment, group in groupby(changes, key=lambda change: change.noted_at):
        together = list(group)
        first = together[0]
        described = tuple(describe(change) for change in together)
        made.append(ChangeSet(first.day, described, first.note, first.note_language))
    return made


def extended_from(sheet, changes) -> str:
    """The deadline as it was before the extension that still holds; empty without one."""
    change = extension_that_holds(sheet, changes)
    return value_in_words("closes", change.before) if change else ""


def extension_that_holds(sheet, changes):
    """The change that gave the time that there is now, corrections aside; None without one."""
    known_day = now = closing(sheet.dates)
    for change in changes:  # the newest comes first
        if change.field != "closes":
            continue
        if change.after != known_day:
            return None
        if not change.correction:
            return change if _gave_more_time(change, now) else None
        known_day = change.before
    return None


def _gave_more_time(change, now: str | None) -> bool:
    """Whether ``now``, the deadline after later corrections, is later than the one before ``change``."""
    return is_extension("closes", change.before, now) and not is_next_window(change.before, change.opening)


def _title(change) -> str:
    if change.is_extension:
        return _("Extended to %(moment)s") % {"moment": value_in_words("closes", change.after)}
    if change.correction:
        return _("Closing day corrected")
    field = LOGGED_FIELDS.get(change.field)
    return field.change_label if field else change.field


def _text(change) -> str:
    if change.field == "documents":
        return _documents(change)
    return _("was: %(before)s; now: %(after)s") % {
        "before": value_in_words(change.field, change.before),
        "after": value_in_words(change.field, change.after),
    }


def _documents(change) -> str:
    """The documents that were added and removed: the whole list would be long."""
    before, after = _by_address(change.before), _by_address(change.after)
    added = ", ".join(title for key, title in after.items() if key not in before)
    removed = ", ".join(title for key, title in before.items() if key not in after)
    parts = [
        _("added: %(names)s") % {"names": added} if added else "",
        _("removed: %(names)s") % {"names": removed} if removed else "",
    ]
    return "; ".join(part for part in parts if part)


def _by_address(documents: list[dict[str, str]]) -> dict[tuple[str, str], str]:
    """Titles by address and day; a document without an address is known by its title."""
    return {
        (document["address"] or document["title"], document["day"]): document["title"]
        for document in documents
    }


def value_in_words(name: str, value: Any) -> str:
    """A logged value, in the language being spoken; as it is for a field that is logged no longer."""
    kind = LOGGED_FIELDS[name].kind if name in LOGGED_FIELDS else field_types.TEXT
    if kind is field_types.YES_OR_NO:
        return _("yes") if value else _("no")
    if value in (None, "", []):
        return _("not indicated")
    if value == NO_DEADLINE:
        return _("no deadline")
    if name == "closes":
        return closing_words(closing_dates(value))
    if name == "opens":
        return opening_words(opening_dates(value))
    if kind is field_types.DAY:
        return day_and_hour(read_moment(value)[0])
    if kind is field_types.EURO:
        return localized.euro(Decimal(value))
    if kind is field_types.PERCENT:
        return f"{localized.number(Decimal(value))}%"
    return _codes(kind.vocabulary, value) if kind.vocabulary else ", ".join(lines(str(value)))


def _codes(vocabulary: Vocabulary, codes: list[str]) -> str:
    country = [_("The whole country")] if WHOLE_COUNTRY in codes else []
    return ", ".join([*country, *vocabulary.labels(code for code in codes if code != WHOLE_COUNTRY)])
