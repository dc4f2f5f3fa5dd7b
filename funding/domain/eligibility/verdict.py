"""Three answers, and the one that follows from several. No Django."""

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """From the best to the worst."""

    FITS = "fits"
    CHECK = "check"
    UNFIT = "unfit"


def overall(verdicts: Iterable[Verdict]) -> Verdict:
    """Unfit when anything is, to be checked when anything needs checking, else it fits."""
    found = set(verdicts)
    return next((one for one in (Verdict.UNFIT, Verdict.CHECK) if one in found), Verdict.FITS)
