"""Faults of the questions to the database that follow the rule of a sheet's status."""

from ..fault import listed

FAULTS = listed(
    "funding/models/queries.py",
    "funding/test_queries.py",
    ("return Q(closes_on__lt=today, opens_on__gte=recent)", "return Q(closes_on__lt=today)"),
    ("        if status in CAN_APPLY:\n", "        if status in (*CAN_APPLY, Status.UNDATED):\n"),
    ("deadlines.append((end_of(dates) or FAR_OFF, pk))", "deadlines.append((dates.closes or FAR_OFF, pk))"),
    ("openings.append((dates.opens_on, pk))", "openings.append((pk, pk))"),
)
