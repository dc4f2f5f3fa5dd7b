"""A status as people read it: a word, and what follows from the clock."""

from datetime import datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.constants import ROME
from cms.formats import localized
from cms.presentation import Badge
from search.query import Hit

from ..domain.status import (
    CAN_APPLY,
    LAST_SECOND,
    SECOND,
    IndexedDates,
    Status,
    StatusDates,
    days_left,
    end_of,
    next_change,
    probably_over,
    status_of,
)
from .closing_threshold import closing_days

LABELS = {
    Status.FORTHCOMING: gettext_lazy("Forthcoming"),
    Status.OPEN: gettext_lazy("Open"),
    Status.CLOSING: gettext_lazy("Closing soon"),
    Status.UNDATED: gettext_lazy("Deadline not indicated"),
    Status.EVALUATION: gettext_lazy("Under evaluation"),
    Status.SUSPENDED: gettext_lazy("Suspended"),
    Status.CLOSED: gettext_lazy("Closed"),
}


def badge_for(dates: StatusDates, now: datetime | None = None) -> Badge:
    """The badge of a sheet, or of a search result, at ``now``."""
    now = now or timezone.now()
    status = status_of(dates, now, closing_days())
    return Badge(status.value, str(LABELS[status]), _detail(dates, status, now))


def badge_of_hit(hit: Hit, now: datetime) -> Badge:
    """The badge of a sheet among the results of the site's search."""
    return badge_for(IndexedDates(**hit.moments, **hit.flags), now)


def change_of_hit(hit: Hit, now: datetime) -> datetime | None:
    """When the badge of a hit is another one, days that are counted aside."""
    return next_change(IndexedDates(**hit.moments, **hit.flags), now, closing_days())


def _detail(dates: StatusDates, status: Status, now: datetime) -> str:
    if status == Status.FORTHCOMING:
        return _opening(dates, now)
    if status == Status.UNDATED:
        return _("probably over") if probably_over(dates, now) else ""
    end = end_of(dates)
    if status not in CAN_APPLY:
        return ""
    if end is None:
        return _("no deadline")
    days = days_left(dates, now)
    if days is None:
        return _("until %(day)s") % {"day": localized.long_date(end.astimezone(ROME).date())}
    if days == 0:
        return _last_day(end)
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}


def _opening(dates: StatusDates, now: datetime) -> str:
    if dates.opening_month_only:
        return localized.month((dates.opens - SECOND).astimezone(ROME).date())
    opens = dates.opens.astimezone(ROME)
    days = (opens.date() - now.astimezone(ROME).date()).days
    if days > 1:
        return _("from %(day)s") % {"day": localized.long_date(opens.date())}
    at = {"hour": localized.hour(opens)}
    if days == 0:  # what opens at midnight is open all day
        return _("opens today at %(hour)s") % at
    return _("opens tomorrow") if opens.time() == time.min else _("opens tomorrow at %(hour)s") % at


def _last_day(end: datetime) -> str:
    at = end.astimezone(ROME).time()
    if at == LAST_SECOND:
        return _("last day today")
    return _("until %(hour)s today") % {"hour": localized.hour(at)}
