"""The sessions of an event, arranged as a visitor reads them."""

from dataclasses import dataclass
from datetime import date, time

from .dates import clock, long_day


@dataclass(frozen=True)
class Session:
    """One session; ``hours`` is empty where the source gives none."""

    title: str
    text: str
    people: str
    starts: time | None
    ends: time | None

    @property
    def hours(self) -> list[str]:
        """The hours as printed, which is also how a program reads them."""
        return [clock(moment) for moment in (self.starts, self.ends) if moment]


@dataclass(frozen=True)
class Day:
    """The sessions of one day; without a day, those that belong to the whole event."""

    title: str
    machine: str
    sessions: list[Session]


def by_day(event) -> list[Day]:
    """Days in their order, sessions by hour; what has no day comes first, as the editor ordered it."""
    days: dict[date | None, list[Session]] = {}
    for block in event.programme:
        value = block.value
        session = Session(
            value["title"], value["text"] or "", value["people"] or "", value["starts"], value["ends"]
        )
        days.setdefault(value["day"], []).append(session)
    return [_day(event, day, days[day]) for day in sorted(days, key=lambda day: day or date.min)]


def _day(event, day: date | None, sessions: list[Session]) -> Day:
    if day is None:
        return Day("", "", sessions)
    # A session without an hour keeps its place among those of the day by standing first.
    ordered = sorted(sessions, key=lambda session: session.starts or time.min)
    machine = day.isoformat() if event.year_known else f"--{day:%m-%d}"
    return Day(long_day(day, year_known=event.year_known, weekday=True), machine, ordered)
