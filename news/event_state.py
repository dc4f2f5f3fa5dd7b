"""What has become of an event, and where it stands in time: computed from its days and the clock.

No Django here: days in, state out. Days and hours are Europe/Rome, moments UTC, because two moments of one
zone are compared by what the clock on the wall reads, which is wrong on the two nights a year when it jumps.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from cms.constants import ROME

EVENT_FIELDS = ("start_day", "start_time", "end_day", "end_time", "year_known", "state", "previous_start_day")
MAX_DAY = date(9998, 12, 31)  # a later day has no moment in every zone
MIN_DAY = date(2, 1, 1)


class State(StrEnum):
    """What has become of the plan; most events take place as announced."""

    SCHEDULED = ""
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    ONLINE = "online"


class Phase(StrEnum):
    """Where an event stands in time."""

    AHEAD = "ahead"
    ONGOING = "ongoing"
    OVER = "past"


@dataclass(frozen=True)
class EventTimes:
    """``starts`` is the first moment of the event, ``over`` the first one after it; both are None where its
    day or year is not known. ``earlier``: it was moved to a day before the one first planned."""

    starts: datetime | None = None
    over: datetime | None = None
    state: State = State.SCHEDULED
    earlier: bool = False


def plan(
    start_day: date | None,
    start_time: time | None,
    end_day: date | None,
    end_time: time | None,
    year_known: bool,
    state: str,
    previous_start_day: date | None,
) -> EventTimes:
    """The plan that an event's fields tell. Without hours it fills its days. What was cancelled has no end:
    it is told until its last day has passed."""
    state = State(state)
    if start_day is None or not year_known:
        return EventTimes(state=state)
    last = end_day or start_day
    ends = None if state == State.CANCELLED else end_time
    over = moment(last, ends) if ends else moment(min(last, MAX_DAY) + timedelta(days=1), time.min)
    earlier = bool(previous_start_day and start_day < previous_start_day)
    return EventTimes(moment(start_day, start_time or time.min), over, state, earlier)


def phase_of(plan: EventTimes, now: datetime) -> Phase | None:
    """The phase at ``now`` (aware); None where day or year is not known."""
    if plan.starts is None or plan.over is None:
        return None
    if plan.over <= now:
        return Phase.OVER
    return Phase.ONGOING if plan.starts <= now else Phase.AHEAD


def next_change(plan: EventTimes, now: datetime) -> datetime | None:
    """The next moment at which the phase is another one than at ``now``; None when time changes nothing."""
    return min((turn for turn in (plan.starts, plan.over) if turn and turn > now), default=None)


def moment(day: date, hour: time) -> datetime:
    """A day and hour in Rome. An hour that comes twice is its first, one that is skipped counts on from
    before the jump: as RFC 5545 reads them, so that page and calendar agree."""
    day = max(MIN_DAY, min(day, MAX_DAY))
    return datetime.combine(day, hour.replace(microsecond=0), ROME).astimezone(UTC)


def exists(day: date, hour: time) -> bool:
    """Whether clocks in Rome show this hour on this day: in March they jump over one."""
    return moment(day, hour).astimezone(ROME).time() == hour.replace(microsecond=0)


def wall_clock(now: datetime) -> tuple[date, time]:
    """Today in Rome, and the latest hour of today that has passed: while an hour comes for the second time,
    all of it has, since an event's hour is the first of the two."""
    local = now.astimezone(ROME)
    passed = local.replace(minute=59, second=59, microsecond=999_999) if local.fold else local
    return local.date(), passed.time()
