"""How much of a call's time is over, to be looked at: opens, today, closes, and the steps in between."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.constants import ROME
from cms.formats import localized

from ..domain.status import CAN_APPLY, Dates, days_left, end_of, status_of
from .day_words import closing_hour, day_and_hour, opening_hour
from .note_doubts import open_doubt
from .reopening import open_reopening, read_steps

Steps = list[tuple[str, date | None]]


@dataclass(frozen=True)
class TimeBar:
    """Places are per cent of the way from the opening to the end, ``0`` to ``100``. ``side`` says on which
    side of the mark of today its word has room: ``start``, ``middle`` or ``end``, as SVG anchors text."""

    opens: date
    closes: date
    opens_words: str
    closes_words: str
    today: int
    today_words: str
    side: str
    steps: tuple[int, ...]
    text: str


def time_bar(sheet, original=None) -> TimeBar | None:
    """The bar of a call to which one can apply; None where it would lie: no day of opening, no end or one
    that counts as none, an end that the note contradicts, days that enclose a second window."""
    now, dates = timezone.now(), sheet.dates
    read = original or sheet
    steps = read_steps(read.steps)
    if status_of(dates, now) not in CAN_APPLY or not dates.opening_day or not dates.last_day:
        return None
    if open_doubt(dates, read.dates_note, now) or open_reopening(dates, steps, now):
        return None
    return _bar(dates, steps, now)


def _bar(dates: Dates, steps: Steps, now: datetime) -> TimeBar:
    place = Scale(dates.opens, end_of(dates)).place
    today = place(now)
    values = {
        "opened": day_and_hour(dates.opening_day, opening_hour(dates)),
        "closes": day_and_hour(dates.last_day, "" if dates.early else closing_hour(dates)),
    }
    left = _left(days_left(dates, now))
    return TimeBar(
        opens=dates.opening_day,
        closes=dates.last_day,
        opens_words=_opens(dates),
        closes_words=_closes(dates),
        today=today,
        today_words=", ".join(filter(None, [_("today"), left])),
        side="start" if today < 35 else "end" if today > 65 else "middle",
        steps=tuple(place(_noon(day)) for _title, day in steps if day and _within(day, dates)),
        text=", ".join(filter(None, [_("Opened %(opened)s, closes %(closes)s") % values, left])),
    )


@dataclass(frozen=True)
class Scale:
    """From one moment to another; pure."""

    start: datetime
    end: datetime

    def place(self, moment: datetime) -> int:
        """Where ``moment`` lies, in per cent, never beyond the ends."""
        share = (moment - self.start) / (self.end - self.start)
        return round(100 * min(max(share, 0), 1))


def _within(day: date, dates: Dates) -> bool:
    return dates.opening_day < day < dates.last_day


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=ROME)


def _left(days: int | None) -> str:
    if days is None:
        return ""
    if days == 0:
        return _("last day")
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}


def _opens(dates: Dates) -> str:
    return _short(dates.opening_day, opening_hour(dates))


def _closes(dates: Dates) -> str:
    return _short(dates.last_day, "" if dates.early else closing_hour(dates))


def _short(day: date, hour: str) -> str:
    """``10 Sep 2026, 12:00``."""
    return ", ".join(filter(None, [localized.short_date(day), hour]))
