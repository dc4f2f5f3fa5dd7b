"""Days and periods in words, in the active language: only as precise as the source is."""

from datetime import date, time

from babel import Locale
from babel.dates import format_date, format_skeleton
from django.utils.translation import gettext, ngettext

from cms.formats.localized import locale as current_locale


def event_period(
    start: date | None,
    end: date | None = None,
    start_time: time | None = None,
    end_time: time | None = None,
    *,
    year_known: bool = True,
) -> str:
    """When an event takes place: "5–7 December 2026", "5 December 2026, 10:00–13:00", "day not indicated"."""
    locale = current_locale()
    if start is None:
        return gettext("day not indicated")
    end = end or start
    if end != start and (start_time or end_time):
        when = f"{_hour(start, start_time, year_known, locale)} – {_hour(end, end_time, year_known, locale)}"
    elif start_time and end_time:
        when = gettext("%(day)s, %(start)s–%(end)s") % {
            "day": _day(start, year_known, locale),
            "start": clock(start_time),
            "end": clock(end_time),
        }
    elif start_time:
        when = _hour(start, start_time, year_known, locale)
    else:
        when = _days(start, end, year_known, locale)
    return when if year_known else gettext("%(when)s, year not given by the source") % {"when": when}


def project_period(start: date | None, end: date | None = None, months: int | None = None) -> str:
    """How long a project lasts, by the month: "from January 2012, 36 months". Empty when nothing is known."""
    locale = current_locale()
    parts = []
    if start and end:
        parts.append(_interval(start, end, "yMMM", locale))
    elif start:
        parts.append(gettext("from %(month)s") % {"month": format_skeleton("yMMMM", start, locale=locale)})
    elif end:
        parts.append(gettext("until %(month)s") % {"month": format_skeleton("yMMMM", end, locale=locale)})
    if months:
        parts.append(ngettext("%(count)d month", "%(count)d months", months) % {"count": months})
    return ", ".join(parts)


def long_day(day: date, *, year_known: bool = True, weekday: bool = False) -> str:
    """One day: "5 December 2026", with the weekday where asked for and where the year makes it certain."""
    locale = current_locale()
    if weekday and year_known:
        return format_date(day, "full", locale=locale)
    return _day(day, year_known, locale)


def long_month(month: date) -> str:
    """A month with its year: "December 2026"."""
    return format_skeleton("yMMMM", month, locale=current_locale())


def clock(moment: time) -> str:
    """An hour as timetables print it, in every language."""
    return f"{moment:%H:%M}"


def _day(day: date, year_known: bool, locale: Locale) -> str:
    return (
        format_date(day, "long", locale=locale)
        if year_known
        else format_skeleton("MMMMd", day, locale=locale)
    )


def _hour(day: date, moment: time | None, year_known: bool, locale: Locale) -> str:
    text = _day(day, year_known, locale)
    return gettext("%(day)s, at %(time)s") % {"day": text, "time": clock(moment)} if moment else text


def _days(start: date, end: date, year_known: bool, locale: Locale) -> str:
    if start == end:
        return _day(start, year_known, locale)
    return _interval(start, end, "yMMMd" if year_known else "MMMd", locale)


def _interval(start: date, end: date, skeleton: str, locale: Locale) -> str:
    """The days from ``start`` to ``end``; a month or year that both share stands once.

    The locale data hold such patterns only with short months and, in Italian, with "05" for the fifth
    day, so the pattern is widened before use.
    """
    long = skeleton.replace("MMM", "MMMM")
    differs = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    if differs == "d" and "d" not in skeleton:
        return format_skeleton(long, start, locale=locale)
    formats = locale.interval_formats.get(skeleton, {})
    patterns = formats.get(differs) or formats.get("M")
    if patterns is None:
        return " – ".join(format_skeleton(long, day, locale=locale) for day in (start, end))
    wide = [pattern.replace("MMM", "MMMM").replace("dd", "d") for pattern in patterns]
    text = "".join(
        format_date(day, pattern, locale=locale) for day, pattern in zip((start, end), wide, strict=True)
    )
    return text.replace("\u2009", " ")
