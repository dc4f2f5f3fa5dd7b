"""Which kinds of beneficiary a profile is: yes, no, or not to be told from what was said. No Django.

Bodies to be set up: one that exists is none, but a young one may be let in as well: the aid for new
enterprises takes those of up to 60 months (D.Lgs. 185/2000, Title I, Chapter 01).
"""

from dataclasses import dataclass

from .legal_forms import FORMS, PERSON, WITHOUT_SIZE, LegalForm
from .profile import NOT_FOUNDED, Profile

YOUNG_COMPANY_YEARS = 5
NEW = {"new-enterprise": "", "new-women-enterprise": "women", "new-youth-enterprise": "youth"}
MAJORITY = {"women-enterprise": "women", "youth-enterprise": "youth"}


@dataclass(frozen=True)
class Membership:
    """``answer`` is None where it cannot be told; ``why`` then names what is in the way."""

    answer: bool | None
    why: str = ""

    def __and__(self, other: "Membership") -> "Membership":
        for one in (self, other):
            if one.answer is False:
                return one
        return self if self.answer is None else other


YES, NO = Membership(True), Membership(False)


def membership(profile: Profile, code: str) -> Membership:
    """Whether ``profile`` is a beneficiary of the kind ``code``."""
    if profile.kind == code and code in NEW | MAJORITY:
        return YES
    profile = profile.expanded
    if code in NEW:
        return _an_enterprise(profile) & _to_be_set_up(profile.years) & _majority(profile, NEW[code])
    if code in MAJORITY:
        return _plain(profile, "enterprise") & _majority(profile, MAJORITY[code])
    return _plain(profile, code)


def _plain(profile: Profile, code: str) -> Membership:
    forms = _forms(profile)
    if code != profile.kind and not any(code in form.possible for form in forms):
        return NO
    if not (profile.kind or profile.form):
        return Membership(None, "kind")
    if code != profile.kind and not all(code in form.sure for form in forms):
        return Membership(None, "perhaps")
    if profile.years == NOT_FOUNDED and code not in ("citizen", "professional"):
        return Membership(None, "not-yet")
    return YES


def possible_forms(profile: Profile) -> tuple[str, ...]:
    """The legal form, or those that a body of the kind can have. Codes."""
    kind = profile.expanded.kind
    if profile.form:
        return (profile.form,)
    return tuple(code for code, form in FORMS.items() if not kind or kind in form.possible)


def kind_contradicts_form(profile: Profile) -> bool:
    """Whether no body of the legal form can be of the kind; whoever is to found one may be a person yet."""
    if not (profile.kind and profile.form):
        return False
    founder = profile.form == PERSON and profile.kind in NEW
    return not founder and profile.expanded.kind not in FORMS[profile.form].possible


def is_without_size(profile: Profile) -> bool:
    """Whether it is a body, or a person, that has no company size."""
    return bool(profile.kind or profile.form) and WITHOUT_SIZE.issuperset(possible_forms(profile))


def _forms(profile: Profile) -> list[LegalForm]:
    return [FORMS[code] for code in possible_forms(profile)]


def _an_enterprise(profile: Profile) -> Membership:
    """Whoever is or may become an enterprise; the year of founding tells the rest."""
    if not (profile.kind or profile.form):
        return Membership(None, "kind")
    becoming = {"enterprise", "citizen"}
    possible = {code for form in _forms(profile) for code in form.possible} | {profile.kind}
    return YES if possible & becoming else NO


def _to_be_set_up(years: int | None) -> Membership:
    if years is None:
        return Membership(None, "years")
    if years == NOT_FOUNDED:
        return YES
    return Membership(None, "young") if years < YOUNG_COMPANY_YEARS else NO


def _majority(profile: Profile, of: str) -> Membership:
    said = getattr(profile, of) if of else True
    return Membership(None, of) if said is None else Membership(said)
