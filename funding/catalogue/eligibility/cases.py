"""The verdict as conditions on the index, so that the finder can put first what fits. No Django.

Everything comes from ``accepted_codes``, as on a sheet's own page. ``condition`` is the facet of what only
the applicant can check, ``doubtful`` that of the answers which leave a requirement open.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from funding.domain.eligibility.accepted_codes import AcceptedCodes, accepted_codes
from funding.domain.eligibility.criteria import DECISIVE
from funding.domain.eligibility.profile import Profile
from funding.domain.eligibility.requirements import given_answers, said_and_unsaid
from funding.domain.eligibility.verdict import Verdict
from search.query import Case, Group, Has, Lacks, Range

CENT = Decimal("0.01")


def fit_cases(profile: Profile) -> tuple[Case, ...]:
    """One case a verdict, the best first; disjoint, together everything."""
    unfit, checks = tuple(_unfit(profile)), tuple(_checks(profile))
    codes = {one.name: tuple(sorted(one.sure)) for one in accepted_codes(profile) if one.name in DECISIVE}
    named = tuple(Has(name, codes[name]) for name in DECISIVE)
    not_named = tuple((replace(one, value=False),) for one in named)
    return (
        Case(Verdict.FITS.value, (named,), none_of=(*unfit, *checks)),
        Case(Verdict.CHECK.value, (*checks, *not_named), none_of=unfit),
        Case(Verdict.UNFIT.value, unfit),
    )


def _checks(profile: Profile) -> Iterator[Group]:
    """Any one criterion is to be checked, or does not fit."""
    yield (Lacks("condition", value=False),)
    yield (Has("doubtful", tuple(sorted(said_and_unsaid(profile)))),)
    for accepted in accepted_codes(profile):
        yield from _not_sure(accepted)
    if profile.amount is None:
        yield (Has("stated", ("grant_min", "grant_max")),)
    else:
        yield (Range("grant_min", low=profile.amount + CENT),)
        yield (Range("grant_max", high=profile.amount),)


def _not_sure(accepted: AcceptedCodes) -> Iterator[Group]:
    """The call names something, but nothing that is sure to be ours, nor all that there is."""
    if accepted.does_not_apply:
        return
    others = (
        Lacks(accepted.name, value=False),
        Has(accepted.name, tuple(sorted(accepted.sure)), value=False),
    )
    if accepted.everything and not accepted.sure & accepted.everything:
        for code in sorted(accepted.everything):
            yield (*others, Has(accepted.name, (code,), value=False))
    else:
        yield others


def _unfit(profile: Profile) -> Iterator[Group]:
    """Any one criterion does not fit."""
    for accepted in accepted_codes(profile):
        if accepted.possible is not None:
            possible = tuple(sorted(accepted.possible))
            yield (Lacks(accepted.name, value=False), Has(accepted.name, possible, value=False))
    for answers in given_answers(profile):
        yield tuple(Has("refused", (answer,)) for answer in sorted(answers))
