"""A verdict on each criterion of a call, with the reason and the sheet's own words. No Django.

A reason is a key (``size.not-named``) that ``texts`` turns into a sentence in the visitor's language.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from cms.constants import ABROAD, WHOLE_COUNTRY

from .accepted_codes import AcceptedCodes, accepted_codes
from .applicant_types import membership
from .call import Call
from .legal_forms import FORMS
from .profile import Profile
from .requirements import Requirement, given_answers, said_and_unsaid
from .verdict import Verdict, worst

TOO_SMALL = "amount.above"
DECISIVE = ("beneficiary", "region")  # a call that does not say for whom and where fits nobody for certain
_THIRD_SECTOR = re.compile(r"\b(ETS|RUNTS|terzo settore|third[ -]sector)\b", re.IGNORECASE)

UNANSWERED = frozenset(
    f"{name}.unsaid" for name in ("size", "region", "sector", "purpose", "amount")
) | frozenset(
    f"{name}{why}"
    for name, whys in (
        ("beneficiary.", ("kind", "women", "youth", "years")),
        ("requirement.unsaid-", ("form", "women", "youth", "years")),
    )
    for why in whys
)


@dataclass(frozen=True)
class Criterion:
    """``ours`` are the codes that the reason names, ``amount`` the euro and ``months`` the age that it names.

    The sheet's own words are ``codes`` of the list that ``name`` stands for, or ``words`` as written there.
    """

    name: str
    verdict: Verdict
    reason: str
    ours: tuple[str, ...] = ()
    amount: Decimal | None = None
    codes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    months: int | None = None

    @property
    def is_unanswered(self) -> bool:
        """Whether nothing is in the way but an answer that was not given."""
        return self.verdict is Verdict.CHECK and self.reason in UNANSWERED

    @property
    def is_too_small(self) -> bool:
        """Whether the grant is less than what is needed: nothing to check, but worth knowing."""
        return self.reason == TOO_SMALL


@dataclass(frozen=True)
class Fit:
    """What the sheet does not say is in nobody's way, except that it has to say for whom and where."""

    criteria: tuple[Criterion, ...]

    @property
    def verdict(self) -> Verdict:
        found = worst(criterion.verdict for criterion in self.criteria)
        if found is Verdict.UNSTATED:
            return Verdict.CHECK if self._undecided else Verdict.FITS
        return found

    @property
    def open_points(self) -> tuple[Criterion, ...]:
        """What stands in the way: all that does not fit, or else all that is to be checked, or else that the
        sheet does not say for whom or where."""
        verdict = self.verdict
        found = tuple(one for one in self.criteria if one.verdict is verdict is not Verdict.FITS)
        return found or (self._undecided if verdict is Verdict.CHECK else ())

    @property
    def unstated(self) -> tuple[Criterion, ...]:
        """On what the sheet says nothing."""
        return tuple(one for one in self.criteria if one.verdict is Verdict.UNSTATED)

    @property
    def _undecided(self) -> tuple[Criterion, ...]:
        return tuple(one for one in self.unstated if one.name in DECISIVE)


def fit(profile: Profile, call: Call) -> Fit:
    """Whether ``call`` fits ``profile``. What either side does not say never makes it unfit."""
    lists = (_list(profile, accepted, call) for accepted in accepted_codes(profile))
    limits = tuple(_limits(profile, call))
    of_fields = [_limited(one, limits) for one in (*lists, _amount(profile.amount, call))]
    return Fit((*of_fields, *_conditions(call), *(limit.line for limit in limits if not limit.criteria)))


def _codes(call: Call, name: str) -> tuple[str, ...]:
    return {
        "beneficiary": call.beneficiaries,
        "size": call.sizes,
        "region": ((WHOLE_COUNTRY,) if call.whole_country else ()) + call.regions,
        "sector": call.sectors,
        "purpose": call.purposes,
    }[name]


@dataclass(frozen=True)
class Limit:
    """Makes the verdict of ``criteria`` no better than its ``line``'s, which stands alone without any."""

    criteria: frozenset[str]
    line: Criterion


def _limits(profile: Profile, call: Call) -> Iterator[Limit]:
    """Whatever narrows down what the lists name: codes and places in words, and the requirements."""
    for criterion, name, words in (("sector", "ateco", call.ateco), ("region", "part", call.municipalities)):
        if words := words.strip():
            reason = f"{criterion}.{name}"
            yield Limit(frozenset({criterion}), Criterion(criterion, Verdict.CHECK, reason, words=(words,)))
    for one in call.needed:
        verdict, reason = _requirement(profile, call, one)
        yield Limit(one.criteria, Criterion("requirement", verdict, reason, words=(one.text,)))


def _limited(criterion: Criterion, limits: Iterable[Limit]) -> Criterion:
    """``criterion`` as ``limits`` leave it: the worst decides, and gives the reason."""
    for line in (limit.line for limit in limits if criterion.name in limit.criteria):
        verdict = worst((criterion.verdict, line.verdict))
        if verdict is not criterion.verdict:
            criterion = replace(criterion, verdict=verdict, reason=line.reason, ours=())
        criterion = replace(criterion, words=(*criterion.words, *line.words))
    return criterion


def _list(profile: Profile, accepted: AcceptedCodes, call: Call) -> Criterion:
    codes = _codes(call, accepted.name)
    verdict = accepted.verdict(codes)
    situation, ours = _situation(profile, accepted, codes, verdict)
    months = call.max_months if situation == "young" else None
    reason = f"{accepted.name}.{situation}{'-by-sheet' if months else ''}"
    return Criterion(accepted.name, verdict, reason, ours, codes=codes, months=months)


def _situation(
    profile: Profile, accepted: AcceptedCodes, codes: tuple[str, ...], verdict: Verdict
) -> tuple[str, tuple[str, ...]]:
    """What decided, and the codes to be named with it."""
    if not codes:
        return "silent", ()
    if verdict is Verdict.FITS and not accepted.sure.intersection(codes):
        return "everything" if accepted.is_everything(codes) else "does-not-apply", ()
    if verdict is Verdict.FITS:
        national = accepted.name == "region" and WHOLE_COUNTRY in codes and profile.region != ABROAD
        return "national" if national else "named", tuple(code for code in codes if code in accepted.sure)
    if verdict is Verdict.UNFIT:
        return "not-named", ()
    if accepted.name == "purpose" and accepted.sure:
        return "not-named", ()
    if accepted.name != "beneficiary":
        return "unsaid" if accepted.possible is None and not accepted.sure else "perhaps", ()
    doubts = {code: membership(profile, code) for code in codes}
    why = next(doubt.why for doubt in doubts.values() if doubt.answer is None)
    return why, tuple(code for code, doubt in doubts.items() if doubt.answer is None and doubt.why == why)


def _amount(needed: Decimal | None, call: Call) -> Criterion:
    """Neither bound excludes: above the most the call pays a part, below the least more can be asked for."""
    minimum, maximum = call.grant_min, call.grant_max
    if needed is not None and minimum is not None and needed < minimum:
        return Criterion("amount", Verdict.CHECK, "amount.below", amount=minimum)
    if minimum is None and maximum is None:
        return Criterion("amount", Verdict.UNSTATED, "amount.silent")
    if needed is None:
        return Criterion("amount", Verdict.CHECK, "amount.unsaid")
    if maximum is None:
        return Criterion("amount", Verdict.UNSTATED, "amount.no-maximum")
    if needed > maximum:
        return Criterion("amount", Verdict.CHECK, TOO_SMALL, amount=maximum)
    return Criterion("amount", Verdict.FITS, "amount.within")


def _conditions(call: Call) -> Iterator[Criterion]:
    """What only the applicant can check, apart from the requirements."""
    if call.zones:
        yield Criterion("territory", Verdict.CHECK, "territory.check", codes=call.zones)


def _requirement(profile: Profile, call: Call, one: Requirement) -> tuple[Verdict, str]:
    for answers in given_answers(profile):
        if answers <= call.refused and answers & one.refused:
            return Verdict.UNFIT, f"requirement.{min(answers & one.refused).partition(':')[0]}"
    if not one.is_open:
        return _by_answers(profile, one.doubtful(call.takes_founders))
    known = FORMS[profile.form].third_sector if profile.form else ""
    if known and _THIRD_SECTOR.search(one.text):
        return Verdict.CHECK, f"requirement.{known}"
    return Verdict.CHECK, "requirement.more" if one.criteria else "requirement.check"


def _by_answers(profile: Profile, doubtful: frozenset[str]) -> tuple[Verdict, str]:
    """On a requirement that the answers decide: met, unless one of them is ``doubtful``."""
    doubts = sorted(doubtful & said_and_unsaid(profile))
    if not doubts:
        return Verdict.FITS, "requirement.in-fields"
    unsaid = [code.partition(":")[0] for code in doubts if code.endswith(":?")]
    return Verdict.CHECK, f"requirement.unsaid-{unsaid[0]}" if unsaid else "requirement.more"
