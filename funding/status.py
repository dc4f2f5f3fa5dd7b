"""A sheet's status: computed from its dates and the clock whenever it is asked for, never stored.

No Django here: dates in, status out. The rule is that of the funding domain page.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")


class Status(StrEnum):
    """What a cooperative needs to know first."""

    FORTHCOMING = "forthcoming"
    OPEN = "open"
    CLOSING = "closing"
    EVALUATION = "evaluation"
    SUSPENDED = "suspended"
    CLOSED = "closed"


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
        """The first moment at which it is too late: the stated time, or the end of the closing day."""
        if self.no_deadline or self.closes_on is None:
            return None
        if self.closes_at is None:
            return _moment(self.closes_on + timedelta(days=1), time.min)
        return _moment(self.closes_on, self.closes_at)


def _moment(day: date | None, at: time) -> datetime | None:
    return datetime.combine(day, at, ROME) if day else None
