"""A status as people read it: a word, and what follows from the clock."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from portal.core import formats
from portal.core.presentation import Badge

from search.query import Hit

from .closing_days import closing_days
from .status import LAST_SECOND, ROME, Course, Moments, Status, days_left, end_of, status_of

LABELS = {
    Status.FORTHCOMING: gettext_lazy("Forthcoming"),
    Status.OPEN: gettext_lazy("Open"),
    Status.CLOSING: gettext_lazy("Closing soon"),
    Status.EVALUATION: gettext_lazy("Under evaluation"),
    Status.SUSPENDED: gettext_lazy("Suspended"),
    Status.CLOSED: gettext_lazy("Closed"),
}


def badge_for(course: Course, now: datetime | None = None) -> Badge:
    """The badge of a sheet, or of a search result, at ``now``."""
    now = now or timezone.now()
    status = status_of(course, now, closing_days())
    return Badge(status.value, str(LABELS[status]), _detail(course, status, now))


def badge_of_hit(hit: Hit, now: datetime) -> Badge:
    """The badge of a sheet among the results of the site's search."""
    return badge_for(Moments(**hit.moments, **hit.flags), now)


def _detail(course: Course, status: Status, now: datetime) -> str:
    if status == Status.FORTHCOMING and course.opens:
        return _("from %(day)s") % {"day": formats.long_date(course.opens.astimezone(ROME).date())}
    if status not in (Status.OPEN, Status.CLOSING):
        return ""
    days = days_left(course, now)
    if days is None:
        return ""
    if days == 0:
        return _last_day(course)
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}


def _last_day(course: Course) -> str:
    at = end_of(course).astimezone(ROME).time()
    if at == LAST_SECOND:
        return _("last day today")
    return _("until %(hour)s today") % {"hour": formats.hour(at)}
