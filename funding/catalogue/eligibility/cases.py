"""The verdict as conditions on the index, so that the finder can put first what fits. No Django.

Everything comes from ``accepted_codes``, as on a sheet's own page. ``condition`` is the facet of what only
the applicant can check.
"""

from collections.abc import Iterator
from decimal import Decimal

from funding.domain.eligibility.accepted_codes import AcceptedCodes, accepted_codes
from funding.domain.eligibility.profile import Profile
from funding.domain.eligibility.requirements import given_answers
from funding.domain.eligibility.verdict import Verdict
from search.query import Case, Group, Has, Lacks, Range

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
    enough = (Lacks("condition"), Range("grant_max", low=profile.amount))
    groups: list[Group] = [
        (*enough, Has("stated", ("grant_min",), value=False)),
        (*enough, Range("grant_min", high=profile.amount + CENT)),
    ]
    for accepted in accepted_codes(profile):
        groups = [(*group, *way) for group in groups for way in _ways(accepted)]
    return tuple(groups)


def _ways(accepted: AcceptedCodes) -> Iterator[Group]:
    if accepted.does_not_apply:
        yield ()
        return
    if accepted.sure:
        yield (Has(accepted.name, tuple(sorted(accepted.sure))),)
    if accepted.silent is Verdict.FITS:
        yield (Lacks(accepted.name),)
    if accepted.everything and not accepted.sure & accepted.everything:
        yield tuple(Has(accepted.name, (code,)) for code in sorted(accepted.everything))


def _unfit(profile: Profile) -> Iterator[Group]:
    """Any one criterion does not fit."""
    for accepted in accepted_codes(profile):
        if accepted.possible is not None:
            possible = tuple(sorted(accepted.possible))
            yield (Lacks(accepted.name, value=False), Has(accepted.name, possible, value=False))
    for answers in given_answers(profile):
        yield tuple(Has("refused", (answer,)) for answer in sorted(answers))
