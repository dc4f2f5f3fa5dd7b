"""The facts of a sheet that applicants must hear of when they change, as plain data; how two states differ.

Moments are ``2026-12-03T12:00`` or ``2026-12-03`` (Europe/Rome), amounts decimal strings (euro, percent),
lists codes: the data is the same in every language and is put into words only when it is shown.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from funding.documents import WHOLE_COUNTRY
from funding.status import LAST_SECOND

Facts = dict[str, Any]

DATES, AMOUNTS, BENEFICIARIES, DOCUMENTS = "dates", "amounts", "beneficiaries", "documents"
NO_DEADLINE = "none"
DAYS = ("announced_on", "closed_early_on", "results_published_on")
STATES = ("concluded", "suspended")
EUROS = ("grant_min", "grant_max", "spend_min", "spend_max", "budget", "budget_left")
SHARES = ("intensity_min", "intensity_max")
CODES = ("beneficiaries", "sizes", "sectors", "territories")
TEXTS = ("ateco", "municipalities")
KINDS = {
    **dict.fromkeys(("closes", "opens", *DAYS, *STATES), DATES),
    **dict.fromkeys((*EUROS, *SHARES), AMOUNTS),
    **dict.fromkeys((*CODES, "regions", *TEXTS), BENEFICIARIES),
    "documents": DOCUMENTS,
}
# The columns that these facts are read from.
COLUMNS = (
    *("opens_on", "opens_at", "closes_on", "closes_at", "no_deadline", "whole_country", "regions"),
    *("documents", *DAYS, *STATES, *EUROS, *SHARES, *CODES, *TEXTS),
)


def facts_of(sheet) -> Facts:
    """What ``sheet`` says now, by the names in ``KINDS``."""
    value = {name: sheet._meta.get_field(name).to_python(getattr(sheet, name)) for name in COLUMNS}
    country = [WHOLE_COUNTRY] if value["whole_country"] else []
    return {
        "opens": _moment(value["opens_on"], value["opens_at"]),
        "closes": closing(value["no_deadline"], value["closes_on"], value["closes_at"]),
        **{name: _moment(value[name], None) for name in DAYS},
        **{name: bool(value[name]) for name in STATES},
        **{name: _decimal(value[name]) for name in (*EUROS, *SHARES)},
        **{name: sorted(value[name] or []) for name in CODES},
        "regions": country + sorted(value["regions"] or []),
        **{name: " ".join((value[name] or "").split()) for name in TEXTS},
        "documents": [_document(block.value) for block in value["documents"] or []],
    }


def closing(no_deadline: bool, day: date | None, at: time | None) -> str | None:
    """Until when, as it is logged."""
    return NO_DEADLINE if no_deadline else _moment(day, at)


def differences(before: Mapping, after: Mapping) -> list[tuple[str, Any, Any]]:
    """Name, old and new value of each fact that is not the same; a fact unknown to ``before`` is not told."""
    return [
        (name, before[name], after[name])
        for name in KINDS
        if name in before and comparable(name, before[name]) != comparable(name, after[name])
    ]


def comparable(name: str, value: Any) -> Any:
    """What makes two values the same in any language: of a document, where it is and its day."""
    if name != "documents":
        return value
    return sorted([paper["address"] or "", paper["day"] or ""] for paper in value)


def is_extension(name: str, before: Any, after: Any) -> bool:
    """Whether applicants have been given more time: both days are known, and the new one is later."""
    if name != "closes" or NO_DEADLINE in (before, after) or not before or not after:
        return False
    return _last_moment(after) > _last_moment(before)


def read_moment(text: str) -> tuple[date, time | None]:
    """Day and hour of a moment; without an hour the whole day counts."""
    day, _sign, at = text.partition("T")
    return date.fromisoformat(day), time.fromisoformat(at) if at else None


def _last_moment(text: str) -> datetime:
    day, at = read_moment(text)
    return datetime.combine(day, LAST_SECOND if at is None else at)


def _moment(day: date | None, at: time | None) -> str | None:
    if day is None:
        return None
    return day.isoformat() + (f"T{at.isoformat('minutes')}" if at is not None else "")


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else str(value.quantize(Decimal("0.01")))


def _document(paper: Mapping) -> dict[str, str]:
    file, day = paper.get("file"), paper.get("day")
    address = f"file:{file.pk}" if file else paper.get("link") or ""
    return {"title": paper["title"], "address": address, "day": day.isoformat() if day else ""}
