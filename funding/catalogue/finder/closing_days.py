"""Stretches of closing days that are counted beside each other: months to come, and what closes soon."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from cms.constants import ROME
from funding.presentation.closing_threshold import closing_days
from search.query import Case, Flag, Range

CLOSING_DAY, CHOSEN = "closing-day", "chosen"
LATER, NEVER = "later", "never"
MONTHS = 8
NEAR_DAYS = (7, 30, 90)
# No call closes later, as far as the finder can be asked for it. Of what never closes an index keeps a later
# end.
HORIZON = datetime(2200, 1, 1, tzinfo=ROME)


def start(day: date) -> datetime:
    """The first moment of a day in Rome."""
    return datetime.combine(day, time.min, ROME)


def first_days(today: date) -> list[date]:
    """Today, and the first day of each month that follows, up to the one after the last that is counted."""
    months = (divmod(today.month - 1 + number, 12) for number in range(1, MONTHS + 1))
    return [today, *(date(today.year + years, month + 1, 1) for years, month in months)]


def closing_day_cases(now: datetime) -> tuple[Case, ...]:
    """Months by their name, such as "2026-12", each with what closes soon in it; what closes later,
    and never; and what closes within some days. They overlap: the counts cannot be added up."""
    return tuple(Case(value, ((condition,),)) for value, condition in _stretches(now))


def soon(month: str) -> str:
    """The name of what closes soon in a month."""
    return f"{month} soon"


def within(days: int) -> str:
    """The name of what closes in so many days from today."""
    return f"within {days}"


def _stretches(now: datetime) -> Iterator[tuple[str, Range | Flag]]:
    today = now.astimezone(ROME).date()
    near = start(today + timedelta(days=closing_days() + 1))
    *months, last = first_days(today)
    for first, following in zip(months, [*months[1:], last], strict=True):
        low, high = start(first), start(following)
        name = f"{first:%Y-%m}"
        yield name, Range("closes", low=low, high=high)
        if low < near:
            yield soon(name), Range("closes", low=low, high=min(high, near))
    yield LATER, Range("closes", low=start(last), high=HORIZON)
    yield NEVER, Flag("without_deadline")
    for days in NEAR_DAYS:
        yield within(days), Range("closes", low=start(today), high=start(today + timedelta(days=days + 1)))
