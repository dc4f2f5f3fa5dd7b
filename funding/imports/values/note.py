"""What a source says about its days in a note: the hours that its fields lack, that there is no deadline, and
where the two contradict each other."""

import re
from datetime import date, timedelta

from django.utils.translation import gettext as _

from funding.domain.date_notes import Mention, read_note
from funding.presentation.note_doubts import mentioned

from ..builder import Builder
from ..mappings import WORDING
from .text import plain

NO_DEADLINE = re.compile("|".join(WORDING["no_deadline"]))


def no_deadline(text: str) -> bool:
    """Whether the note says that there is no closing day. That the money may run out before is another
    thing."""
    return bool(NO_DEADLINE.search(plain(text)))


def read_dates_note(call: Builder, name: str, text: str) -> None:
    """Keep the note of the column ``name``, and take from it what leaves no doubt."""
    call.set("dates_note", text)
    opens, closes = (_day(call, name) for name in ("opens_on", "closes_on"))
    note = read_note(text, opens, closes)
    _opening(call, note.openings)
    if "closes_on" in call.values:
        _hour_of_closing(call, name, note.closings)
    elif len(days := [one for one in note.closings if one.day]) == 1:
        _take(call, days[0])
        call.warn(
            name, _("the closing day comes from the note: %(moment)s.") % {"moment": mentioned(days[0])}
        )
    elif not days and no_deadline(text):
        call.values["no_deadline"] = True


def _day(call: Builder, name: str) -> date | None:
    return date.fromisoformat(call.values[name]) if name in call.values else None


def _opening(call: Builder, openings: tuple[Mention, ...]) -> None:
    day = call.values.get("opens_on")
    same = [one for one in openings if one.day and one.day.isoformat() == day and one.minutes is not None]
    if same and "opens_at" not in call.values and 0 < same[0].minutes < 24 * 60:
        call.values["opens_at"] = same[0].hour.isoformat()


def _hour_of_closing(call: Builder, name: str, closings: tuple[Mention, ...]) -> None:
    """The hour of the same day is taken; another day is told and left to an editor."""
    closes = date.fromisoformat(call.values["closes_on"])
    dated = [one for one in closings if one.day]
    same = [one for one in dated if closes in (one.day, one.last_day)]
    if dated and not same:
        details = {"note": ", ".join(map(mentioned, dated)), "field": call.values["closes_on"]}
        call.warn(name, _("the note says %(note)s, the field %(field)s: see which is right.") % details)
    alone = [one for one in closings if not one.day]
    hours = [one for one in same or (alone if not dated else ()) if one.minutes is not None]
    if len({one.minutes for one in hours}) == 1 and "closes_at" not in call.values:
        _take(call, Mention(hours[0].day or closes, hours[0].minutes))


def _take(call: Builder, end: Mention) -> None:
    """The end of a day is kept as 00:00 of the next one."""
    day = end.day + timedelta(days=1) if end.minutes == 24 * 60 else end.day
    call.values["closes_on"] = day.isoformat()
    if end.minutes is not None:
        call.values["closes_at"] = end.hour.isoformat()
