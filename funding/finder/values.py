"""Single values as people type them; None where they make no sense."""

import re
from datetime import date
from decimal import Decimal

from funding.measures import normalise

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_GROUPED = re.compile(r"(\d{1,3}(?:([.,' ])\d{3})(?:\2\d{3}){0,3})(?:([.,])(\d{1,2}))?", re.ASCII)
_PLAIN = re.compile(r"\d{1,13}([.,]\d{1,2})?", re.ASCII)
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
_SLUG = re.compile(r"[A-Za-z0-9_-]{1,120}", re.ASCII)
YEARS = range(1950, 2200)


def day_or_none(text: str) -> date | None:
    """A day as YYYY-MM-DD that exists, in a year that a call can have."""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and day.year in YEARS else None


def amount_or_none(text: str) -> Decimal | None:
    """Euro: ``50000``, ``50.000``, ``50 000``, ``1500,50``, ``1.500,50``."""
    text = " ".join(text.replace("€", " ").split())
    grouped = _GROUPED.fullmatch(text)
    if grouped and grouped[2] != grouped[3]:
        whole = re.sub(r"\D", "", grouped[1])
        return Decimal(f"{whole}.{grouped[4]}" if grouped[4] else whole)
    return Decimal(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None


def number_or_none(text: str) -> int | None:
    """The number of a page, from 1."""
    return (int(text) or None) if _NUMBER.fullmatch(text) else None


def measure_or_none(text: str) -> str | None:
    """The code of a PNRR measure, however it is padded."""
    try:
        return normalise(text) if len(text) <= 40 else None
    except ValueError:
        return None


def slug_or_none(text: str) -> str | None:
    """Something that could be the slug of an organisation or a topic."""
    return text if _SLUG.fullmatch(text) else None
