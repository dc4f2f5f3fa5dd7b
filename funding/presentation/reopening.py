"""Where a step says that the call opens again: the fields hold one window, so they must be moved to the next.

Shown to editors and visitors, decided by nobody. The fields hold the window in course or the next to come.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from cms.constants import ROME
from cms.formats import localized

from ..domain.status import Dates, Status, status_of

_OPENS = re.compile(
    r"\b(?:(?:ri)?apre|(?:ri)?aprono|(?:ri)?apertur\w+|(?:re)?opens?|(?:re)?opening)\b", re.IGNORECASE
)
# What is opened then is not the call.
_OTHER = re.compile(
    r"\b(?:bust|offert|rendicont|spes|cantier|lavori|sede|mostr|project|report)\w*", re.IGNORECASE
)
# What the database can look for before the steps are read.
HINTS = ("apre", "aprono", "apert", "open")


@dataclass(frozen=True)
class Reopening:
    """``within``: the days of the sheet enclose it, so that it reads as open before."""

    day: date
    within: bool


def reopening(dates: Dates, steps: Iterable[tuple[str, date | None]]) -> Reopening | None:
    """The first opening that steps name after that of the fields; pure. ``steps`` are titles with days."""
    first, last = dates.opening_day, dates.last_day
    if last is None or dates.concluded:
        return None
    since = first or last
    days = [
        day
        for title, day in steps
        if day and day > since and _OPENS.search(title) and not _OTHER.search(title)
    ]
    return Reopening(min(days), within=min(days) <= last) if days else None


def open_reopening(dates: Dates, steps: Iterable[tuple[str, date | None]], now: datetime) -> Reopening | None:
    """The reopening while it matters: before a window that the days enclose, or after the first."""
    found = reopening(dates, steps)
    if found is None or dates.suspended:
        return None
    if found.within:
        return found if found.day > now.astimezone(ROME).date() else None
    return found if status_of(dates, now) in (Status.CLOSED, Status.EVALUATION) else None


def read_steps(stream) -> list[tuple[str, date | None]]:
    """The steps of a sheet, as the rule takes them."""
    return [(block.value["title"], block.value["day"]) for block in stream]


def message_in_lists(sheet, now: datetime) -> str:
    """The message beside the day of a sheet in a list; empty when there is none."""
    steps = [
        (row["value"].get("title") or "", _day(row["value"].get("day"))) for row in sheet.raw_steps or ()
    ]
    again = open_reopening(sheet.dates, steps, now)
    return message_for_visitors(again, now) if again else ""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def message_for_editors(found: Reopening) -> str:
    """The message for editors, beside the closing day."""
    day = localized.long_date(found.day)
    if found.within:
        text = _(
            "By its steps the call opens again on %(day)s. Give the days of the window in course, or of the "
            "next one: between two windows the sheet would read as open."
        )
    else:
        text = _(
            "By its steps the call opens again on %(day)s, after it has closed. Once this window is over, "
            "give the opening and the closing of the next."
        )
    return text % {"day": day}


def message_for_visitors(found: Reopening, now: datetime) -> str:
    """The message beside the dates of a sheet: its fields hold one window only."""
    day = localized.long_date(found.day)
    if found.day > now.astimezone(ROME).date():
        return _("By its steps the call opens again on %(day)s.") % {"day": day}
    return _("By its steps the call opened again on %(day)s: see the official page.") % {"day": day}


def short(found: Reopening) -> str:
    return _("opens again on %(day)s") % {"day": localized.long_date(found.day)}
