"""A verdict on each criterion of a call, with the reason and the sheet's own words. No Django.

A reason is a key (``size.not-named``) that ``texts`` turns into a sentence in the visitor's language.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cms.constants import ABROAD, WHOLE_COUNTRY

from .accepted_codes import AcceptedCodes, accepted_codes
from .applicant_types import membership
from .call import Call
from .legal_forms import FORMS
from .profile import Profile
from .verdict import Verdict, overall

TOO_SMALL = "amount.above"
_THIRD_SECTOR = re.compile(r"\b(ETS|RUNTS|terzo settore|third[ -]sector)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Criterion:
    """``ours`` are the codes that the reason names, ``amount`` the euro that it names.

    The sheet's own words are ``codes`` of the list that ``name`` stands for, or ``words`` as written there.
    """

    name: str
    verdict: Verdict
    reason: str
    ours: tuple[str, ...] = ()
    amount: Decimal | None = None
    codes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def is_too_small(self) -> bool:
        """Whether the grant is less than what is needed: nothing to check, but worth knowing."""
        return self.reason == TOO_SMALL


@dataclass(frozen=True)
class Fit:
    """The verdict over all criteria."""

    criteria: tuple[Criterion, ...]

    @property
    def verdict(self) -> Verdict:
        return overall(criterion.verdict for criterion in self.criteria)

    @property
    def open_points(self) -> tuple[Criterion, ...]:
        """What stands in the way: all that does not fit, or else all that is to be checked."""
        verdict = self.verdict
        return tuple(one for one in self.criteria if one.verdict is verdict is not Verdict.FITS)


def fit(profile: Profile, call: Call) -> Fit:
    """Whether ``call`` fits ``profile``. What either side does not say never makes it unfit."""
    lists = (_list(profile, accepted, _codes(call, accepted.name)) for accepted in accepted_codes(profile))
    return Fit((*lists, _amount(profile.amount, call), *_conditions(profile, call)))


def _codes(call: Call, name: str) -> tuple[str, ...]:
    return {
        "beneficiary": call.beneficiaries,
        "size": call.sizes,
        "region": ((WHOLE_COUNTRY,) if call.whole_country else ()) + call.regions,
        "sector": call.sectors,
        "purpose": call.purposes,
    }[name]


def _list(profile: Profile, accepted: AcceptedCodes, codes: tuple[str, ...]) -> Criterion:
    verdict = accepted.verdict(codes)
    situation, ours = _situation(profile, accepted, codes, verdict)
    return Criterion(accepted.name, verdict, f"{accepted.name}.{situation}", ours, codes=codes)


def _situation(
    profile: Profile, accepted: AcceptedCodes, codes: tuple[str, ...], verdict: Verdict
) -> tuple[str, tuple[str, ...]]:
    """What decided, and the codes to be named with it."""
    if not codes:
        return "silent", ()
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
    """More than the maximum is no obstacle: the call pays a part. Less than the minimum is one."""
    minimum, maximum = call.grant_min, call.grant_max
    if needed is not None and minimum is not None and needed < minimum:
        return Criterion("amount", Verdict.UNFIT, "amount.below", amount=minimum)
    if minimum is None and maximum is None:
        return Criterion("amount", Verdict.CHECK, "amount.silent")
    if needed is None:
        return Criterion("amount", Verdict.CHECK, "amount.unsaid")
    if maximum is None:
        return Criterion("amount", Verdict.CHECK, "amount.no-maximum")
    if needed > maximum:
        return Criterion("amount", Verdict.CHECK, TOO_SMALL, amount=maximum)
    return Criterion("amount", Verdict.FITS, "amount.within")


def _conditions(profile: Profile, call: Call) -> Iterator[Criterion]:
    """What only the applicant can check, a line each."""
    details = {
        "ateco": {"words": (call.ateco,)},
        "territory": {"codes": call.zones},
        "municipalities": {"words": (call.municipalities,)},
    }
    for name in call.conditions:
        if name in details:
            yield Criterion(name, Verdict.CHECK, f"{name}.check", **details[name])
    for text in call.needed:
        yield Criterion("requirement", Verdict.CHECK, _requirement(profile, text), words=(text,))


def _requirement(profile: Profile, text: str) -> str:
    known = FORMS[profile.form].third_sector if profile.form else ""
    return f"requirement.{known}" if known and _THIRD_SECTOR.search(text) else "requirement.check"
