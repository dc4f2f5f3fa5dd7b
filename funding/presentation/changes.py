"""A logged change in the visitor's words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.constants import WHOLE_COUNTRY
from cms.formats import localized
from cms.vocabularies import BENEFICIARIES, FACTS, REGIONS, SECTORS, SIZES, TERRITORIES
from funding.presentation.day_words import closing_words, day_and_hour, opening_words

from .change_values import (
    CODES,
    DAY_FIELDS,
    EUROS,
    NO_DEADLINE,
    SHARES,
    STATES,
    closing,
    closing_dates,
    is_extension,
    is_next_window,
    opening_dates,
    read_moment,
)

# Of the facts that a sheet shows as they are; the others have a label of their own.
FACT_KEYS = {
    "closes": "closes",
    "opens": "opens",
    "announced_on": "announced",
    "closed_early_on": "closed-early",
    "results_published_on": "results",
    "suspended": "suspended",
    "budget": "budget",
    "budget_left": "budget-left",
    "beneficiaries": "beneficiary",
    "sizes": "size",
    "sectors": "sector",
    "territories": "territory",
    "regions": "region",
    "ateco": "ateco",
    "municipalities": "municipality",
}
LABELS = {
    "concluded": gettext_lazy("Concluded"),
    "grant_min": gettext_lazy("Least grant"),
    "grant_max": gettext_lazy("Highest grant"),
    "spend_min": gettext_lazy("Least eligible spending"),
    "spend_max": gettext_lazy("Highest eligible spending"),
    "intensity_min": gettext_lazy("Least share of the spending"),
    "intensity_max": gettext_lazy("Highest share of the spending"),
    "documents": gettext_lazy("Documents"),
}
FIELD_VOCABULARIES = {
    "beneficiaries": BENEFICIARIES,
    "sizes": SIZES,
    "sectors": SECTORS,
    "territories": TERRITORIES,
    "regions": REGIONS,
}


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


def told(change) -> DescribedChange:
    """The change for the page and the feed, in the language being spoken."""
    return DescribedChange(_title(change), _text(change))


def occasions(changes) -> list[ChangeSet]:
    """The changes for the page, by publication, in the order in which they come."""
    made = []
    for _moment, group in groupby(changes, key=lambda change: change.noted_at):
        together = list(group)
        first = together[0]
        told_changes = tuple(told(change) for change in together)
        made.append(ChangeSet(first.day, told_changes, first.note, first.note_language))
    return made


def extended_from(sheet, changes) -> str:
    """The deadline as it was before the extension that still holds; empty without one."""
    told_day = now = closing(sheet.dates)
    for change in changes:  # the newest comes first
        if change.field != "closes":
            continue
        if change.after != told_day:
            return ""
        if not change.correction:
            return value_in_words("closes", change.before) if _gave_more_time(change, now) else ""
        told_day = change.before
    return ""


def _gave_more_time(change, now: str | None) -> bool:
    """Until ``now``, the day that corrections since then have made of it."""
    return is_extension("closes", change.before, now) and not is_next_window(change.before, change.opening)


def _title(change) -> str:
    if change.is_extension:
        return _("Extended to %(moment)s") % {"moment": value_in_words("closes", change.after)}
    if change.correction:
        return _("Closing day corrected")
    key = FACT_KEYS.get(change.field)
    return FACTS.label(key) if key else str(LABELS.get(change.field, change.field))


def _text(change) -> str:
    if change.field == "documents":
        return _papers(change)
    return _("was: %(before)s; now: %(after)s") % {
        "before": value_in_words(change.field, change.before),
        "after": value_in_words(change.field, change.after),
    }


def _papers(change) -> str:
    """Only what came and what went: a list of papers is long."""
    before, after = _by_place(change.before), _by_place(change.after)
    added = ", ".join(title for place, title in after.items() if place not in before)
    removed = ", ".join(title for place, title in before.items() if place not in after)
    parts = [
        _("added: %(names)s") % {"names": added} if added else "",
        _("removed: %(names)s") % {"names": removed} if removed else "",
    ]
    return "; ".join(part for part in parts if part)


def _by_place(papers: list[dict[str, str]]) -> dict[tuple[str, str], str]:
    """Titles by where the paper is and its day; one that is nowhere goes by its title."""
    return {(paper["address"] or paper["title"], paper["day"]): paper["title"] for paper in papers}


def value_in_words(name: str, value: Any) -> str:
    """A logged value, in the language being spoken."""
    if name in STATES:
        return _("yes") if value else _("no")
    if value in (None, "", []):
        return _("not indicated")
    if value == NO_DEADLINE:
        return _("no deadline")
    if name == "closes":
        return closing_words(closing_dates(value))
    if name == "opens":
        return opening_words(opening_dates(value))
    if name in DAY_FIELDS:
        return day_and_hour(read_moment(value)[0])
    if name in EUROS:
        return localized.euro(Decimal(value))
    if name in SHARES:
        return f"{localized.number(Decimal(value))}%"
    return _codes(name, value) if name in (*CODES, "regions") else str(value)


def _codes(name: str, codes: list[str]) -> str:
    country = [_("The whole country")] if WHOLE_COUNTRY in codes else []
    labels = FIELD_VOCABULARIES[name].labels(code for code in codes if code != WHOLE_COUNTRY)
    return ", ".join([*country, *labels])
