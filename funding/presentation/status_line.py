"""What has become of a call and on which days, in plain words: for feeds, and for whatever shows no badge."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.formats import localized
from cms.presentation import Fact

from ..domain.status import CAN_APPLY, Status
from .badges import LABELS
from .day_words import closing_words, opening_words
from .facts import fact, some


def status_line(sheet) -> list[str]:
    """``Forthcoming``, ``Opens: 1 December 2026``, ``Closes: 18 December 2026``. Who keeps the text keeps
    what is true for long: no count of days and no "today"."""
    status = sheet.status
    days = [f"{one.label}: {', '.join(one.values)}" for one in _days(sheet, status) if one.values]
    if status in (Status.CLOSED, Status.EVALUATION) and sheet.key_date:
        days = [_("Closed: %(day)s") % {"day": localized.long_date(sheet.key_date)}]
        return days if status is Status.CLOSED else [str(LABELS[status]), *days]
    if status is not Status.UNDATED and sheet.dates.without_deadline and status is not Status.CLOSED:
        days.append(_("No deadline"))
    return [str(LABELS[status]), *days]


def days_in_short(sheet) -> str:
    """``Opens 1 Dec 2026 · closes 18 Dec 2026``, of a call that is to open and whose closing day is known;
    else empty. A list that sets one of the days large tells both."""
    closes = sheet.closes_later
    if not closes:
        return ""
    opens = sheet.dates.opening_day
    values = {"closes": localized.short_date(closes)}
    if opens is None:
        return _("Closes %(closes)s") % values
    return _("Opens %(opens)s · closes %(closes)s") % (values | {"opens": localized.short_date(opens)})


def _days(sheet, status: Status) -> Iterator[Fact]:
    """The days that are still to come."""
    dates = sheet.dates
    if status is Status.FORTHCOMING:
        yield fact("opens", some(opening_words(dates)))
    if status in (Status.FORTHCOMING, *CAN_APPLY):
        last = localized.long_date(dates.last_day) if dates.early else closing_words(dates)
        yield fact("closes", some(last))
