"""A sheet's status: computed from its dates and the clock whenever it is asked for, never stored.

No Django here: dates in, status out. The rule is that of the funding domain page. Moments are UTC, because
two moments of one zone are compared by what the clock on the wall reads, which is wrong on the two nights a
year when it jumps. The clock is read in whole seconds, so that an index answers exactly like this module.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
CLOSING_DAYS = 14
SECOND = timedelta(seconds=1)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
LAST_SECOND = time(23, 59, 59)


class Status(StrEnum):
    """What a cooperative needs to know first."""

    FORTHCOMING = "forthcoming"
    OPEN = "open"
    CLOSING = "closing"
    EVALUATION = "evaluation"
    SUSPENDED = "suspended"
    CLOSED = "closed"


class Course(Protocol):
    """What the rule looks at, however it is known: from a sheet's fields or from an index."""

    opens: datetime | None
    closes: datetime | None
    shut: datetime | None
    suspended: bool
    awaited: bool


@dataclass(frozen=True)
class Moments:
    """A course as an index keeps it."""

    opens: datetime | None = None
    closes: datetime | None = None
    shut: datetime | None = None
    suspended: bool = False
    awaited: bool = False


@dataclass(frozen=True)
class Dates:
    """The facts that the status follows from. Days and times are Europe/Rome."""

    opens_on: date | None = None
    opens_at: time | None = None
    closes_on: date | None = None
    closes_at: time | None = None
    no_deadline: bool = False
    closed_early_on: date | None = None
    concluded: bool = False  # over, on a day that no source gives: closed, like an early closing in the past
    suspended: bool = False
    results_awaited: bool = False
    results_published_on: date | None = None

    @property
    def opens(self) -> datetime | None:
        """The moment of opening; a day without a time opens as it begins."""
        return _moment(self.opens_on, self.opens_at or time.min)

    @property
    def closes(self) -> datetime | None:
        """The last second in which it is not too late: the stated time, or the end of the closing day."""
        if self.no_deadline:
            return None
        return _moment(self.closes_on, LAST_SECOND if self.closes_at is None else self.closes_at)

    @property
    def early(self) -> date | None:
        """The first day on which it is too late although the deadline has not passed; None without one."""
        deadline = None if self.no_deadline else self.closes_on
        early = self.closed_early_on
        return early if early and (deadline is None or early <= deadline) else None

    @property
    def last_day(self) -> date | None:
        """The last day to apply, as far as a source gives it."""
        if self.early:
            return self.early - timedelta(days=1)
        return None if self.no_deadline else self.closes_on

    @property
    def shut(self) -> datetime | None:
        """From when it counts as closed before its time; long ago where no source gives the day."""
        return LONG_AGO if self.concluded else _moment(self.closed_early_on, time.min)

    @property
    def awaited(self) -> bool:
        """Whether results are still to come once the deadline has passed."""
        return self.results_awaited and self.results_published_on is None


def status_of(dates: Course, now: datetime, closing_days: int = CLOSING_DAYS) -> Status:
    """The status at ``now`` (aware); a deadline nearer than ``closing_days`` counts as closing."""
    now = whole_second(now)
    if dates.suspended:
        return Status.SUSPENDED
    if dates.shut and dates.shut <= now:
        return Status.CLOSED
    if dates.opens is None or dates.opens > now:
        return Status.FORTHCOMING
    if dates.closes is None:
        return Status.OPEN
    if dates.closes >= now:
        return Status.OPEN if dates.closes >= now + timedelta(days=closing_days) else Status.CLOSING
    return Status.EVALUATION if dates.awaited else Status.CLOSED


def next_change(dates: Course, now: datetime, closing_days: int = CLOSING_DAYS) -> datetime | None:
    """The next moment at which the status is another one than at ``now``; None when time changes nothing."""
    now = whole_second(now)
    turns = [dates.opens, dates.shut]
    if dates.closes:
        turns += [dates.closes - timedelta(days=closing_days) + SECOND, dates.closes + SECOND]
    current = status_of(dates, now, closing_days)
    for turn in sorted(turn for turn in turns if turn and turn > now):
        if status_of(dates, turn, closing_days) != current:
            return turn
    return None


def end_of(dates: Course) -> datetime | None:
    """The last second to apply, as far as it is known: the deadline, or before an earlier closing."""
    ends = (dates.closes, dates.shut and dates.shut - SECOND)
    return min((end for end in ends if end), default=None)


def days_left(dates: Course, now: datetime) -> int | None:
    """Days from today to the last day by the calendar in Rome, 0 on the day itself; None without one."""
    end = end_of(dates)
    if end is None or end < whole_second(now):
        return None
    return (end.astimezone(ROME).date() - now.astimezone(ROME).date()).days


def whole_second(now: datetime) -> datetime:
    """``now`` in UTC without its fraction; the moments of a sheet have none."""
    if now.tzinfo is None:
        raise ValueError("The status needs a moment with a time zone.")
    return now.astimezone(UTC).replace(microsecond=0)


def _moment(day: date | None, at: time) -> datetime | None:
    """A day and time in Rome. An hour that comes twice is its first, one that is skipped counts on from
    before the jump: as RFC 5545 reads them, so that page and calendar agree."""
    if day is None:
        return None
    return datetime.combine(day, at.replace(microsecond=0), ROME).astimezone(UTC)
