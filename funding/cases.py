"""The rule of ``funding.status`` as conditions on an index, so that filters never disagree with a badge.

An index reads a missing ``opens``, ``closes`` or ``shut`` as the far future.
"""

from datetime import datetime, timedelta

from search.query import Case, Flag, Range

from .status import CLOSING_DAYS, SECOND, Status, whole_second


def status_cases(now: datetime, closing_days: int = CLOSING_DAYS) -> tuple[Case, ...]:
    """One case a status, disjoint, together everything."""
    now = whole_second(now)
    after, near = now + SECOND, now + timedelta(days=closing_days)
    active = (Flag("suspended", False), Range("shut", low=after))
    opened = (*active, Range("opens", high=after))
    over = (*opened, Range("closes", high=now))
    shut = (Flag("suspended", False), Range("shut", high=after))
    return (
        Case(Status.FORTHCOMING.value, ((*active, Range("opens", low=after)),)),
        Case(Status.OPEN.value, ((*opened, Range("closes", low=near)),)),
        Case(Status.CLOSING.value, ((*opened, Range("closes", low=now, high=near)),)),
        Case(Status.EVALUATION.value, ((*over, Flag("awaited")),)),
        Case(Status.SUSPENDED.value, ((Flag("suspended"),),)),
        Case(Status.CLOSED.value, (shut, (*over, Flag("awaited", False)))),
    )
