"""Until when a response is true: the page cache and the HTTP headers follow the earliest moment noted."""

from datetime import datetime, time, timedelta

from django.http import HttpRequest
from django.utils import timezone


def true_until(request: HttpRequest, moment: datetime | None) -> None:
    """Note that the page being made shows something that changes at ``moment`` (aware; None never)."""
    if moment is not None:
        known = getattr(request, "_true_until", None)
        request._true_until = min(known, moment) if known else moment


def counts_days(request: HttpRequest) -> None:
    """Note that the page being made tells how many days are left: it changes at midnight in Rome."""
    today = timezone.localdate()
    true_until(request, timezone.make_aware(datetime.combine(today + timedelta(days=1), time.min)))


def never_cached(request: HttpRequest) -> None:
    """Note that the page being made must not be kept at all."""
    request._never_cached = True
