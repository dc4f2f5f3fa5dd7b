"""What the finder shows of the profile that it orders by."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from funding.catalogue.finder.addresses import address
from funding.catalogue.finder.parameters import FIT, SORTS, FinderParameters
from funding.domain.eligibility.profile import NOTHING_SAID

from .address import profile_pairs
from .links import ROUTE
from .texts import summary


@dataclass(frozen=True)
class ApplicantSummary:
    """``summary`` is empty while nothing is said; ``pairs`` keep the answers in the finder's own form."""

    summary: str
    pairs: tuple[tuple[str, str], ...]
    ask_url: str
    remove_url: str


def applicant_summary(base: str, parameters: FinderParameters) -> ApplicantSummary:
    """For the finder at ``base``: the questions are asked with everything that has been chosen."""
    pairs = parameters.pairs()
    nobody = replace(parameters, profile=NOTHING_SAID, page=1)
    if parameters.sort == FIT:
        nobody = replace(nobody, sort=nobody.default_sort)
    return ApplicantSummary(
        summary=summary(parameters.profile),
        pairs=tuple(profile_pairs(parameters.profile)),
        ask_url=f"{base}{ROUTE}" + (f"?{urlencode(pairs)}" if pairs else ""),
        remove_url=address(base, nobody),
    )


def sorts(parameters: FinderParameters) -> Iterable[str]:
    """The orders to choose from."""
    return (*SORTS, FIT) if parameters.profile else SORTS
