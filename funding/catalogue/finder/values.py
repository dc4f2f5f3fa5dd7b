"""Single values as people type them; None where they make no sense."""

import re
from datetime import date

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DAY_AS_WRITTEN = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
YEARS = range(1950, 2200)
FIRST_DAY, LAST_DAY = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)


def day_or_none(text: str) -> date | None:
    """A day that exists, in a year that a call can have: ``2026-12-31`` as browsers send it, or
    ``31/12/2026``, ``31.12.2026`` as people write it."""
    try:
        if parts := _DAY.fullmatch(text):
            day = date(*map(int, parts.groups()))
        elif parts := _DAY_AS_WRITTEN.fullmatch(text):
            day = date(*map(int, reversed(parts.groups())))
        else:
            return None
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def day_as_written(text: str) -> str:
    """A day from an address as a field shows it, whether it exists or not: ``30/02/2026``."""
    parts = _DAY.fullmatch(text)
    return "/".join(reversed(parts.groups())) if parts else text


def number_or_none(text: str) -> int | None:
    """The number of a page, from 1."""
    return (int(text) or None) if _NUMBER.fullmatch(text) else None
