"""Faults of the questions to the database that follow the rule of a sheet's status."""

from ..fault import listed

FAULTS = [
    *listed(
        "funding/models/queries.py",
        "funding/test_queries.py",
        ("return Q(closes_on__lt=today, opens_on__gte=recent)", "return Q(closes_on__lt=today)"),
    ),
    *listed(
        "funding/models/next_days.py",
        "funding/test_queries.py",
        ("days) in CAN_APPLY:\n", "days) in (*CAN_APPLY, Status.UNDATED):\n"),
        ("found.append((end_of(dates) or FAR_OFF, pk))", "found.append((dates.closes or FAR_OFF, pk))"),
        ('.order_by("opens_on", "pk")', '.order_by("pk")'),
        ("written_end > end", "written_end >= end"),
        ("return written_end == FAR_OFF.date() or written_end", "return written_end"),
    ),
]
