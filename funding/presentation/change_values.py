"""The facts of a sheet that applicants must hear of when they change, as plain data; how two states differ.

Moments are ``2026-12-03T12:00``, ``2026-12-03`` or ``2026-12`` (Europe/Rome), amounts decimal strings (euro,
percent), lists codes: the data is the same in every language and is put into words only when it is shown.
"""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from cms.constants import WHOLE_COUNTRY
from funding.domain.status import DATE_FIELDS, Dates

from . import field_types
from .field_types import FieldType
from .sheet_fields import LOGGED_FIELDS

Facts = dict[str, Any]

NO_DEADLINE = "none"
FIELD_KINDS = {name: field.logged for name, field in LOGGED_FIELDS.items()}
# The columns that these facts are read from, and those of them whose change is worth a look.
WATCHED_COLUMNS = ("whole_country", *(name for name in FIELD_KINDS if name not in ("opens", "closes")))
WATCHED = (
    *("opens_on", "opens_at", "opening_month_only", "closes_on", "closes_at", "no_deadline"),
    *WATCHED_COLUMNS,
)


def facts_of(sheet) -> Facts:
    """What ``sheet`` says now, by the names in ``FIELD_KINDS``."""
    names = {*WATCHED_COLUMNS, *DATE_FIELDS}
    value = {name: sheet._meta.get_field(name).to_python(getattr(sheet, name)) for name in names}
    dates = Dates(**{name: value[name] for name in DATE_FIELDS})
    country = [WHOLE_COUNTRY] if value["whole_country"] else []
    combined = {
        "opens": _opening(dates),
        "closes": closing(dates),
        "closed_early_on": _moment(dates.early, None),
        "regions": country + sorted(value["regions"] or []),
        "documents": [_document(block.value) for block in value["documents"] or []],
    }
    return {
        name: combined[name] if name in combined else _plain(field.kind, value[name])
        for name, field in LOGGED_FIELDS.items()
    }


def _plain(kind: FieldType, value: Any) -> Any:
    """The value of one column as plain data."""
    if kind is field_types.DAY:
        return _moment(value, None)
    if kind is field_types.YES_OR_NO:
        return bool(value)
    if kind in (field_types.EURO, field_types.PERCENT):
        return _decimal(value)
    return sorted(value or []) if kind.vocabulary else " ".join((value or "").split())


def closing(dates: Dates) -> str | None:
    """The deadline as it is logged: that of the fields, where a placeholder counts as no day."""
    if dates.without_deadline:
        return NO_DEADLINE
    return _moment(dates.closes_on, dates.closes_at) if dates.closing_day else None


def closing_dates(text: str) -> Dates:
    """A deadline as it was logged, to be read by the rule."""
    day, at = read_moment(text)
    return Dates(closes_on=day, closes_at=at)


def _opening(dates: Dates) -> str | None:
    if dates.opens_on and not dates.opening_day:
        return f"{dates.opens_on:%Y-%m}"
    return _moment(dates.opens_on, dates.opens_at)


def differences(before: Mapping, after: Mapping) -> list[tuple[str, Any, Any]]:
    """Name, old and new value of each fact that is not the same; a fact unknown to ``before`` is not told."""
    return [
        (name, before[name], after[name])
        for name in FIELD_KINDS
        if name in before and comparable(name, before[name]) != comparable(name, after[name])
    ]


def comparable(name: str, value: Any) -> Any:
    """What makes two values the same in any language: of a document, where it is and its day."""
    if name != "documents":
        return value
    return sorted([document["address"] or "", document["day"] or ""] for document in value)


def is_extension(name: str, before: Any, after: Any) -> bool:
    """Whether applicants have been given more time: both days are known, and the new one is later."""
    if name != "closes" or NO_DEADLINE in (before, after) or not before or not after:
        return False
    return closing_dates(after).closes > closing_dates(before).closes


def is_next_window(closed: str, opening: str | None) -> bool:
    """Whether the call opens, as changed at the same time, after it was to close."""
    return bool(opening) and opening_dates(opening).opens > closing_dates(closed).closes


def read_moment(text: str) -> tuple[date, time | None]:
    """Day and hour of a moment; without an hour the whole day counts."""
    day, _sign, at = text.partition("T")
    return date.fromisoformat(day), time.fromisoformat(at) if at else None


def opening_dates(text: str) -> Dates:
    """An opening as it was logged."""
    if len(text) == len("2026-12"):
        return Dates(opens_on=date.fromisoformat(f"{text}-01"), opening_month_only=True)
    day, at = read_moment(text)
    return Dates(opens_on=day, opens_at=at)


def _moment(day: date | None, at: time | None) -> str | None:
    if day is None:
        return None
    return day.isoformat() + (f"T{at.isoformat('minutes')}" if at is not None else "")


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else str(value.quantize(Decimal("0.01")))


def _document(document: Mapping) -> dict[str, str]:
    file, day = document.get("file"), document.get("day")
    address = f"file:{file.pk}" if file else document.get("link") or ""
    return {"title": document["title"], "address": address, "day": day.isoformat() if day else ""}
