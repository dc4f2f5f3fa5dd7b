"""The verdict as conditions on the index, so that the finder can put first what fits. No Django.

Everything comes from ``reach``, as on a sheet's own page. ``condition`` is the facet of what only the
applicant can check.
"""

from collections.abc import Iterator
from decimal import Decimal

from funding.domain.eligibility.accepted_codes import Reach, reaches
from funding.domain.eligibility.profile import Profile
from funding.domain.eligibility.verdict import Verdict
from search.query import Case, Condition, Group, Has, Lacks, Range

CENT = Decimal("0.01")


def fit_cases(profile: Profile) -> tuple[Case, ...]:
    """One case a verdict, the best first; disjoint, together everything."""
    fitting, unfit = _fitting(profile), tuple(_unfit(profile))
    return (
        Case(Verdict.FITS.value, fitting, none_of=unfit),
        Case(Verdict.CHECK.value, ((),), none_of=(*fitting, *unfit)),
        Case(Verdict.UNFIT.value, unfit),
    )


def _fitting(profile: Profile) -> tuple[Group, ...]:
    """Every criterion fits: the groups are all ways in which the lists can."""
    if profile.amount is None:
        return ()
    groups: list[Group] = [(Lacks("condition"), Range("grant_max", low=profile.amount))]
    for reach in reaches(profile):
        groups = [(*group, way) for group in groups for way in _ways(reach)]
    return tuple(groups)


def _ways(reach: Reach) -> Iterator[Condition]:
    if reach.sure:
        yield Has(reach.name, tuple(sorted(reach.sure)))
    if reach.silent is Verdict.FITS:
        yield Lacks(reach.name)


def _unfit(profile: Profile) -> Iterator[Group]:
    """Any one criterion does not fit."""
    for reach in reaches(profile):
        if reach.possible is not None:
            possible = tuple(sorted(reach.possible))
            yield (Lacks(reach.name, value=False), Has(reach.name, possible, value=False))
    if profile.amount is not None:
        yield (Range("grant_min", low=profile.amount + CENT),)
