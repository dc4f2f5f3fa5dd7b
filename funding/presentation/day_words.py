"""The days and hours of a call in the visitor's words. Nothing is said that the source does not give."""

from datetime import date, time

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.formats import localized

from ..domain.status import Dates

MIDNIGHT = "24:00"


def opening_hour(dates: Dates) -> str:
    """``10:00``; empty where it is not known."""
    return _hour(dates.opens_at) if dates.opening_day else ""


def closing_hour(dates: Dates) -> str:
    """``12:00``, or ``24:00`` at the end of a day; empty where it is not known."""
    if dates.closing_day is None:
        return ""
    return MIDNIGHT if dates.until_midnight else _hour(dates.closes_at)


def opening_words(dates: Dates) -> str:
    """The moment of opening as far as it is known: a month, a day, an hour; empty where none is."""
    if dates.opens_on and not dates.opening_day:
        return localized.month(dates.opens_on)
    return day_and_hour(dates.opening_day, opening_hour(dates))


def closing_words(dates: Dates) -> str:
    """The deadline with its hour; empty without one."""
    return day_and_hour(dates.closing_day, closing_hour(dates))


def day_and_hour(day: date | None, hour: str = "") -> str:
    """``12 December 2026, at 12:00 (Italian time)``; empty without a day."""
    if day is None:
        return ""
    if not hour:
        return localized.long_date(day)
    return _("%(day)s, at %(hour)s (Italian time)") % {"day": localized.long_date(day), "hour": hour}


def placeholder_words(dates: Dates) -> str:
    """That the source does record a day, though none to be believed; empty where it records none."""
    day = dates.placeholder_day
    if day is None:
        return ""
    return _("the source records %(day)s, a day that cannot be believed") % {"day": localized.long_date(day)}


def opens_label(day: date) -> str:
    """What happens on ``day``; that it is today or tomorrow, where it is."""
    return _near(day, _("Opens"), _("Opens today"), _("Opens tomorrow"))


def closes_label(day: date) -> str:
    """As ``opens_label``."""
    return _near(day, _("Closes"), _("Closes today"), _("Closes tomorrow"))


def hour_unknown(sheet) -> str:
    """What stands in place of an hour that nobody gives."""
    return _("hour not indicated by the source") if sheet.source_name else _("hour not indicated")


def opens_in(month: date) -> str:
    """``Opens in April 2027``. Italian has another preposition before a month that begins with an A."""
    name = localized.month(month)
    if name.casefold().startswith("a"):
        return pgettext("month that begins with an A", "Opens in %(month)s") % {"month": name}
    return _("Opens in %(month)s") % {"month": name}


def _hour(at: time | None) -> str:
    return localized.hour(at) if at is not None else ""


def _near(day: date, some_day: str, today: str, tomorrow: str) -> str:
    return {0: today, 1: tomorrow}.get((day - timezone.localdate()).days, some_day)
