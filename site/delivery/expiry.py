"""Until when a response is true: the page cache and the HTTP headers follow the earliest moment noted."""

from datetime import datetime, time, timedelta

from django.http import HttpRequest
from django.utils import timezone


def expires_at(request: HttpRequest, moment: datetime | None) -> None:
    """Note that the page being made shows something that changes at ``moment`` (aware; None never)."""
    if moment is not None:
        known = getattr(request, "_expires_at", None)
        request._expires_at = min(known, moment) if known else moment


def expires_at_midnight(request: HttpRequest) -> None:
    """Note that the page being made tells how many days are left: it changes at midnight in Rome."""
    today = timezone.localdate()
    expires_at(request, timezone.make_aware(datetime.combine(today + timedelta(days=1), time.min)))


def no_store(request: HttpRequest) -> None:
    """Note that the page being made must not be kept at all."""
    request._no_store = True
