"""A sheet's status: computed from its dates and the clock whenever it is asked for, never stored.

No Django here: dates in, status out. The rule is that of the funding domain page, and every list, count,
file and badge follows it from here; ``funding.catalogue.status_filters`` says the same as conditions on an
index, and tests compare the two. Moments are UTC, because two moments of one zone are compared by what
the clock on the wall reads, which is wrong on the two nights a year when it jumps. The clock is read in
whole seconds, so that an index answers exactly like this module.
"""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from cms.constants import ROME

CLOSING_DAYS = 14
MAX_DAYS_COUNTED = 365  # days; of a later deadline only the day is told
PLACEHOLDER_YEARS = 15  # a source writes such a day where it has none
OLD_YEARS, UNVERIFIED_YEARS = 2, 1
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
FAR_OFF = datetime(9999, 1, 1, tzinfo=UTC)  # as which an index reads an end that is not known
LAST_SECOND = time(23, 59, 59)


class Status(StrEnum):
    """What a cooperative needs to know first."""

    FORTHCOMING = "forthcoming"
    OPEN = "open"
    CLOSING = "closing"
    UNDATED = "undated"
    EVALUATION = "evaluation"
    SUSPENDED = "suspended"
    CLOSED = "closed"


# In these the source says that one can apply; nobody knows it of an undated call.
CAN_APPLY = (Status.OPEN, Status.CLOSING)
# In these nobody can, whatever the source gives to apply with.
OVER = (Status.CLOSED, Status.EVALUATION, Status.SUSPENDED)


class StatusDates(Protocol):
    """What the rule looks at, however it is known: from a sheet's fields or from an index."""

    opens: datetime | None
    closes: datetime | None
    closed_early_at: datetime | None
    verified: datetime | None
    suspended: bool
    results_pending: bool
    undated: bool
    opening_month_only: bool


@dataclass(frozen=True)
class IndexedDates:
    """The dates of a sheet as an index keeps them."""

    opens: datetime | None = None
    closes: datetime | None = None
    closed_early_at: datetime | None = None
    verified: datetime | None = None
    suspended: bool = False
    results_pending: bool = False
    undated: bool = False
    opening_month_only: bool = False
    without_deadline: bool = False


@dataclass(frozen=True)
class Dates:
    """The facts that the status follows from, as the sheet's fields hold them. Days and times are
    Europe/Rome; ``imported_at`` and ``first_published_at`` are aware."""

    opens_on: date | None = None
    opens_at: time | None = None
    opening_month_only: bool = False
    closes_on: date | None = None
    closes_at: time | None = None
    no_deadline: bool = False
    closed_early_on: date | None = None
    concluded: bool = False  # over, on a day that no source gives: closed, like an early closing in the past
    suspended: bool = False
    results_awaited: bool = False
    results_published_on: date | None = None
    verified_on: date | None = None
    imported_at: datetime | None = None
    first_published_at: datetime | None = None

    @property
    def opening_day(self) -> date | None:
        """The day of opening, where more than its month is known."""
        return None if self.opening_month_only else self.opens_on

    @property
    def opens(self) -> datetime | None:
        """The moment of opening; a day without a time opens as it begins, a month counts until its end."""
        if self.opens_on and self.opening_month_only:
            return _moment(_next_month(self.opens_on), time.min)
        return _moment(self.opens_on, self.opens_at or time.min)

    @property
    def until_midnight(self) -> bool:
        """Whether it closes at midnight: 00:00 is the end of the day before."""
        return self.closes_at is not None and self.closes_at.replace(second=0, microsecond=0) == time.min

    @property
    def closing_day(self) -> date | None:
        """The last day by the deadline; None where no source gives one, a placeholder being none."""
        if self.closes_on is None or self.placeholder_day:
            return None
        return self.closes_on - DAY if self.until_midnight else self.closes_on

    @property
    def placeholder_day(self) -> date | None:
        """The closing day that a source records and that is none: too far away to be believed."""
        return self.closes_on if self.closes_on and self._is_placeholder(self.closes_on) else None

    @property
    def closes(self) -> datetime | None:
        """The last second in which it is not too late: the stated time, or the end of the closing day."""
        all_day = self.closes_at is None or self.until_midnight
        return _moment(self.closing_day, LAST_SECOND if all_day else self.closes_at)

    @property
    def without_deadline(self) -> bool:
        """Whether the source says that there is no closing day; a day that it gives as well counts more."""
        return self.no_deadline and self.closing_day is None

    @property
    def undated(self) -> bool:
        """Whether there is neither a day on which it closes nor the source's word that there is none."""
        return not self.no_deadline and self.closing_day is None and self.closed_early_on is None

    @property
    def early(self) -> date | None:
        """The first day on which it is too late although the deadline has not passed; None without one."""
        deadline, early = self.closing_day, self.closed_early_on
        return early if early and (deadline is None or early <= deadline) else None

    @property
    def last_day(self) -> date | None:
        """The last day to apply, as far as a source gives it."""
        return self.early - DAY if self.early else self.closing_day

    @property
    def closed_early_at(self) -> datetime | None:
        """From when it counts as closed before its time; long ago where no source gives the day."""
        return LONG_AGO if self.concluded else _moment(self.closed_early_on, time.min)

    @property
    def results_pending(self) -> bool:
        """Whether results are still to come once the deadline has passed."""
        return self.results_awaited and self.results_published_on is None

    @property
    def verified(self) -> datetime | None:
        """The day of the last verification, as a moment."""
        return _moment(self.verified_on, time.min)

    def _is_placeholder(self, day: date) -> bool:
        """Whether ``day`` lies so far after the opening that it stands for "none"."""
        since = self.opens_on or self._known_since
        return since is not None and years_before(day, PLACEHOLDER_YEARS) >= _parts(since)

    @property
    def _known_since(self) -> date | None:
        """The day on which the call was imported or first published, the earlier of the two."""
        moments = [moment for moment in (self.imported_at, self.first_published_at) if moment]
        return min(moments).astimezone(ROME).date() if moments else None


DATE_FIELDS = tuple(field.name for field in fields(Dates))


def status_of(dates: StatusDates, now: datetime, closing_days: int = CLOSING_DAYS) -> Status:
    """The status at ``now`` (aware); a deadline nearer than ``closing_days`` counts as closing."""
    now = whole_second(now)
    if dates.suspended:
        return Status.SUSPENDED
    if (early := dates.closed_early_at) and early <= now:
        return Status.CLOSED
    if (closes := dates.closes) and closes < now:
        return Status.EVALUATION if dates.results_pending else Status.CLOSED
    if (opens := dates.opens) and opens > now:
        return Status.FORTHCOMING
    if closes:
        return Status.OPEN if closes >= now + timedelta(days=closing_days) else Status.CLOSING
    return Status.UNDATED if dates.undated else Status.OPEN


def probably_over(dates: StatusDates, now: datetime) -> bool:
    """Whether an undated call opened so long ago, unverified since, that it is likely to be over."""
    if status_of(dates, now) is not Status.UNDATED or dates.opens is None:
        return False
    today, opened = _day(now), _day(dates.opens)
    if years_before(today, OLD_YEARS) <= _parts(opened):
        return False
    return dates.verified is None or years_before(today, UNVERIFIED_YEARS) > _parts(_day(dates.verified))


def next_change(dates: StatusDates, now: datetime, closing_days: int = CLOSING_DAYS) -> datetime | None:
    """The next moment at which the status is another one than at ``now``; None when time changes nothing."""
    now = whole_second(now)
    turns = [dates.opens, dates.closed_early_at]
    if dates.closes:
        turns += [dates.closes - timedelta(days=closing_days) + SECOND, dates.closes + SECOND]
    current = status_of(dates, now, closing_days)
    for turn in sorted(turn for turn in turns if turn and turn > now):
        if status_of(dates, turn, closing_days) != current:
            return turn
    return None


def end_of(dates: StatusDates) -> datetime | None:
    """The last second to apply, as far as it is known: the deadline, or before an earlier closing."""
    ends = (dates.closes, dates.closed_early_at and dates.closed_early_at - SECOND)
    return min((end for end in ends if end), default=None)


def days_left(dates: StatusDates, now: datetime) -> int | None:
    """Days from today to the last day by the calendar in Rome, 0 on the day itself; None without one, and
    where it is so far off that only the day is told."""
    end = end_of(dates)
    if end is None or end < whole_second(now):
        return None
    days = (_day(end) - _day(now)).days
    return days if days <= MAX_DAYS_COUNTED else None


def whole_second(now: datetime) -> datetime:
    """``now`` in UTC without its fraction; the moments of a sheet have none."""
    if now.tzinfo is None:
        raise ValueError("The status needs a moment with a time zone.")
    return now.astimezone(UTC).replace(microsecond=0)


def years_before(day: date, years: int) -> tuple[int, int, int]:
    """``day`` some years earlier, to compare with the parts of another one: 29 February has none."""
    return day.year - years, day.month, day.day


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _day(moment: datetime) -> date:
    return moment.astimezone(ROME).date()


def _next_month(day: date) -> date:
    return (day.replace(day=28) + 4 * DAY).replace(day=1)


def _moment(day: date | None, at: time) -> datetime | None:
    """A day and time in Rome. An hour that comes twice is its first, one that is skipped counts on from
    before the jump: as RFC 5545 reads them, so that page and calendar agree."""
    if day is None:
        return None
    return datetime.combine(day, at.replace(microsecond=0), ROME).astimezone(UTC)
