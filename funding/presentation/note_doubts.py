"""Where the note on dates names another end than the fields: shown to editors and visitors, decided by
nobody."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.constants import ROME

from ..domain.date_notes import Mention, read_note
from ..domain.status import PLACEHOLDER_YEARS, Dates, Status, status_of
from .day_words import MIDNIGHT, closing_words, day_and_hour


def doubt(dates: Dates, note: str) -> Mention | None:
    """The end in ``note`` that contradicts the deadline, or tells an hour that the fields lack; pure."""
    closings = [one for one in read_note(note, None, dates.closes_on).closings if one.day] if note else []
    if not closings or dates.concluded or dates.early:
        return None
    same = [one for one in closings if one.last_day == dates.closing_day]
    if not same:
        return max(closings, key=lambda one: one.last_day)
    hours = [one for one in same if one.minutes is not None]
    known = any(one.hour == dates.closes_at for one in hours)
    return None if known or not hours else hours[-1]


def open_doubt(dates: Dates, note: str, now: datetime) -> Mention | None:
    """The doubt as long as it matters: a call that is closed may be open by its note."""
    found = doubt(dates, note)
    if found is None or dates.suspended:
        return None
    over = status_of(dates, now) in (Status.CLOSED, Status.EVALUATION)
    return None if over and found.last_day < now.astimezone(ROME).date() else found


def doubt_message(dates: Dates, note: str) -> str:
    """The message for visitors; empty without a doubt."""
    found = open_doubt(dates, note, timezone.now())
    return _("The note on dates names this end: %(moment)s.") % {"moment": mentioned(found)} if found else ""


def placeholder_for_editor(dates: Dates) -> str:
    """That the closing day counts as none; empty where it counts."""
    if dates.placeholder_day is None:
        return ""
    words = _(
        "The closing day is %(years)d years or more after the opening: it counts as none, and the sheet "
        "says so. Is there another day, or no deadline?"
    )
    return words % {"years": PLACEHOLDER_YEARS}


def doubt_for_editor(sheet) -> str:
    """The message for editors; empty without a doubt."""
    found = doubt(sheet.dates, sheet.dates_note)
    if found is None:
        return ""
    values = {"note": mentioned(found), "field": closing_words(sheet.dates) or _("not indicated")}
    return _("The note on dates says: %(note)s; the fields say: %(field)s. Which is right?") % values


def mentioned(mention: Mention) -> str:
    """``30 April 2027, at 12:30 (Italian time)``."""
    if mention.minutes is None:
        return day_and_hour(mention.day)
    hour = MIDNIGHT if mention.hour.isoformat("minutes") == "00:00" else mention.hour.isoformat("minutes")
    return day_and_hour(mention.last_day, hour)
