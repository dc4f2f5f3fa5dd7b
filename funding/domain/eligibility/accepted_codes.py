"""Which codes of each list of a call accept a profile. No Django.

The verdict on a sheet and the conditions on the index both follow from this, so that they cannot disagree.
"""

from collections.abc import Collection
from dataclasses import dataclass

from cms.constants import ABROAD, WHOLE_COUNTRY

from .applicant_types import is_without_size, membership
from .profile import Profile
from .verdict import Verdict

UNCLASSIFIED = "unclassified"
COMPANY_SIZES = frozenset({"micro", "small", "medium", "large"})
SECTORS = frozenset(
    {
        "agriculture",
        "food",
        "hotels",
        "other-services",
        "crafts",
        "vehicles",
        "chemicals",
        "trade",
        "culture",
        "construction",
        "electronics",
        "utilities",
        "ict",
        "mechanics",
        "metals",
        "furniture",
        "fashion",
        "restaurants",
        "health",
        "transport",
        "tourism",
    }
)
APPLICANT_KINDS = (
    "enterprise",
    "cooperative",
    "consortium",
    "enterprise-network",
    "public-body",
    "innovative-sme",
    "new-enterprise",
    "new-youth-enterprise",
    "new-women-enterprise",
    "professional",
    "university",
    "citizen",
    "women-enterprise",
    "youth-enterprise",
    "financial-body",
    "professional-association",
)


@dataclass(frozen=True)
class AcceptedCodes:
    """One list of a call; ``name`` is that of the criterion and of its facet in the index.

    A call that names one of ``sure`` fits; one that names none of ``possible`` does not, where None stands
    for every code; in between it is to be checked. A call that names nothing says nothing. One that names all
    of ``everything`` (unless that is empty) sets no limit; nor does any for those to whom the list
    ``does_not_apply``.
    """

    name: str
    sure: frozenset[str]
    possible: frozenset[str] | None
    everything: frozenset[str] = frozenset()
    does_not_apply: bool = False

    def verdict(self, codes: Collection[str]) -> Verdict:
        """The verdict on a call that names ``codes``."""
        if not codes:
            return Verdict.UNSTATED
        if self.does_not_apply or self.sure.intersection(codes) or self.is_everything(codes):
            return Verdict.FITS
        if self.possible is None or self.possible.intersection(codes):
            return Verdict.CHECK
        return Verdict.UNFIT

    def is_everything(self, codes: Collection[str]) -> bool:
        """Whether a call that names ``codes`` sets no limit."""
        return bool(self.everything) and self.everything.issubset(codes)


def accepted_codes(profile: Profile) -> tuple[AcceptedCodes, ...]:
    """The lists in the order in which people decide."""
    return (
        _beneficiaries(profile),
        _sizes(profile),
        _regions(profile.region),
        _sectors(profile.sectors),
        _purposes(profile.purposes),
    )


def _beneficiaries(profile: Profile) -> AcceptedCodes:
    answers = {code: membership(profile, code).answer for code in APPLICANT_KINDS}
    sure = frozenset(code for code, answer in answers.items() if answer)
    possible = frozenset(code for code, answer in answers.items() if answer is not False)
    return AcceptedCodes("beneficiary", sure, possible)


def _sizes(profile: Profile) -> AcceptedCodes:
    """A call for what has no size is open to who can tell; so is one for a size to who has none."""
    size = profile.size
    sure = frozenset({size} - {""})
    possible = None if size in ("", UNCLASSIFIED) else sure | {UNCLASSIFIED}
    sizeless = possible is None and is_without_size(profile)
    return AcceptedCodes("size", sure, possible, COMPANY_SIZES, does_not_apply=sizeless)


def _regions(region: str) -> AcceptedCodes:
    """A national call is for every region, but not for abroad."""
    if not region:
        return AcceptedCodes("region", frozenset(), None)
    sure = frozenset({region} if region == ABROAD else {region, WHOLE_COUNTRY})
    return AcceptedCodes("region", sure, sure)


def _sectors(codes: tuple[str, ...]) -> AcceptedCodes:
    sure = frozenset(codes)
    return AcceptedCodes("sector", sure, sure or None, everything=SECTORS)


def _purposes(codes: tuple[str, ...]) -> AcceptedCodes:
    """A source sorts a call under some purposes and not under all that it pays for: the others are to be
    checked. A loan for a new enterprise may pay for machines."""
    return AcceptedCodes("purpose", frozenset(codes), None)
