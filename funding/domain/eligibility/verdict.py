"""The answers on a criterion, and the one that follows from several. No Django."""

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """From the best to the worst. ``UNSTATED``: the sheet says nothing of it, which is neither yes nor no."""

    FITS = "fits"
    UNSTATED = "unstated"
    CHECK = "check"
    UNFIT = "unfit"


# What can be said of a whole call.
OVERALL = (Verdict.FITS, Verdict.CHECK, Verdict.UNFIT)
_ORDER = list(Verdict)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of them; without any it fits."""
    return max(verdicts, key=_ORDER.index, default=Verdict.FITS)
