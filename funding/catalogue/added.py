"""When a sheet was added to the site, as values of a facet: its day, its month, its year.

Engines keep within bounds only what they sort by; of a facet any of some values can be asked for, so that all
days since one are at most 31 days, 12 months and some years.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils import timezone

from search.query import FacetCount

ADDED = "added"


def added_on(sheet) -> date | None:
    """The day in Rome on which ``sheet`` was first published here."""
    moment = sheet.first_published_at
    return timezone.localdate(moment) if moment else None


def added_values(sheet) -> tuple[str, ...]:
    """The day with the month and the year that it lies in; nothing for what was never published."""
    day = added_on(sheet)
    return (day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}") if day else ()


def since(first: date, today: date) -> tuple[str, ...]:
    """The values that every day from ``first`` to ``today`` has one of, and no day before."""
    days = [first + timedelta(days=number) for number in range(32)]
    return (
        *(day.isoformat() for day in days if day.month == first.month and day.year == first.year),
        *(f"{first.year}-{month:02}" for month in range(first.month + 1, 13)),
        *(str(year) for year in range(first.year + 1, today.year + 1)),
    )


def count_since(counts: Iterable[FacetCount], first: date, today: date) -> int:
    """How many of what was counted were added from ``first`` on."""
    values = set(since(first, today))
    return sum(one.count for one in counts if one.value in values)
