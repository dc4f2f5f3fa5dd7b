"""The rule of ``funding.status`` as conditions for the database, where a list is asked for often.

The rule itself is in one place only; a test holds both to the same answers.
"""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

SUSPENDED = Q(suspended=True)
AWAITED = Q(results_awaited=True, results_published_on__isnull=True)


def closed(now: datetime) -> Q:
    """Sheets that are closed at ``now``."""
    today, hour = _wall_clock(now)
    return ~SUSPENDED & (_shut(today) | _opened(today, hour) & _over(today, hour) & ~AWAITED)


def under_evaluation(now: datetime) -> Q:
    """Sheets whose deadline has passed and whose results are awaited."""
    today, hour = _wall_clock(now)
    return ~SUSPENDED & ~_shut(today) & _opened(today, hour) & _over(today, hour) & AWAITED


def closing_within(now: datetime, days: int) -> Q:
    """Sheets whose last day comes in the next ``days``, by the calendar; also those that are yet to open."""
    today, hour = _wall_clock(now)
    last = today + timedelta(days=days)
    day = timedelta(days=1)  # Who closes early does so as that day begins.
    near = Q(no_deadline=False, closes_on__range=(today, last))
    near |= Q(closed_early_on__range=(today + day, last + day))
    return ~SUSPENDED & ~_shut(today) & near & ~_over(today, hour)


def _wall_clock(now: datetime) -> tuple[date, time]:
    """Day and hour in Rome, in whole seconds."""
    local = timezone.localtime(now)
    return local.date(), local.time().replace(microsecond=0)


def _shut(today: date) -> Q:
    return Q(concluded=True) | Q(closed_early_on__isnull=False, closed_early_on__lte=today)


def _opened(today: date, hour: time) -> Q:
    first_day = Q(opens_at__isnull=True) | Q(opens_at__lte=hour)
    return Q(opens_on__lt=today) | Q(opens_on=today) & first_day


def _over(today: date, hour: time) -> Q:
    last_day = Q(closes_on=today, closes_at__isnull=False, closes_at__lt=hour)
    return Q(no_deadline=False) & (Q(closes_on__isnull=False, closes_on__lt=today) | last_day)
