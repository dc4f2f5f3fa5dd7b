"""The rule of ``funding.domain.status`` as conditions on an index: filters never disagree with a badge.

An index reads a missing ``closes`` or ``closed_early_at`` as the far future, a missing ``opens`` as the far
past.
"""

from datetime import datetime, timedelta

from search.query import Case, Flag, Range

from ..domain.status import CLOSING_DAYS, SECOND, Status, whole_second


def status_cases(now: datetime, closing_days: int = CLOSING_DAYS) -> tuple[Case, ...]:
    """One case a status, disjoint, together everything."""
    now = whole_second(now)
    after, near = now + SECOND, now + timedelta(days=closing_days)
    active = (Flag("suspended", False), Range("closed_early_at", low=after))
    over = (*active, Range("closes", high=now))
    to_come = (*active, Range("closes", low=now), Range("opens", low=after))
    opened = (*active, Range("opens", high=after))
    closed_early = (Flag("suspended", False), Range("closed_early_at", high=after))
    return (
        Case(Status.FORTHCOMING.value, (to_come,)),
        Case(Status.OPEN.value, ((*opened, Range("closes", low=near), Flag("undated", False)),)),
        Case(Status.CLOSING.value, ((*opened, Range("closes", low=now, high=near)),)),
        Case(Status.UNDATED.value, ((*opened, Range("closes", low=near), Flag("undated")),)),
        Case(Status.EVALUATION.value, ((*over, Flag("results_pending")),)),
        Case(Status.SUSPENDED.value, ((Flag("suspended"),),)),
        Case(Status.CLOSED.value, (closed_early, (*over, Flag("results_pending", False)))),
    )
