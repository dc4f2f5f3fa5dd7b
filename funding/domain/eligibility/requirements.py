"""What a requirement is about, and which answers it refuses. No Django.

A call's fields and its requirements speak of the same things: the fields say "micro, small, medium", the
requirement "a micro-enterprise of at most 36 months". The stricter of the two decides.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .applicant_types import possible_forms
from .legal_forms import FORMS, PERSON
from .profile import MAX_YEARS, NOT_FOUNDED, OPEN_YEARS, Profile

MONTHS = 12
YEARS = (NOT_FOUNDED, *range(MAX_YEARS + 1))
OTHER = "other"
# What a requirement may be about, and the criterion that says so too; "other" is about no question.
CRITERION = {
    "beneficiary": "beneficiary",
    "women": "beneficiary",
    "youth": "beneficiary",
    "age": "beneficiary",
    "size": "size",
    "region": "region",
    "sector": "sector",
    "amount": "amount",
}
ABOUT = (*CRITERION, OTHER)
# For requirements of which nobody has said what they are about: a doubt too many harms less than one too few.
_WORDS = {
    "beneficiary": r"impres|cooperativ|associazion|organizzazion|fondazion|consorzi|consorti|professionist"
    r"|enti?\b|società|start-?up|editor|emittent|enterprise|compan|business|association|foundation"
    r"|\b(ODV|APS|ETS|RUNTS|ONLUS)\b|terzo settore|third[ -]sector|publisher|broadcaster|organisation",
    "women": r"donn|femminil|women|woman|female|femme",
    "youth": r"giovan|under \d|young|youth|jeune|\d+ (anni|years)",
    "age": r"\bmesi\b|costitui|\bnat[aeio]\b|di vita|months|set up|founded|fond[ée]|born|established",
    "size": r"micro|piccol|medi[ae]\b|grandi?\b|\bPMI\b|\bSMEs?\b|addett|dipendent"
    r"|small|medium|large|employee",
    "region": r"\bsed[ei]\b|residen|situat|trovarsi|operar|comun[ei]\b|provinc|region|territor"
    r"|\bseat\b|\bbased\b|office|located|municipalit",
    "sector": r"ATECO|(?<!terzo )settor|codic[ei] di attività|(?<!third )(?<!third-)sector|activity code",
    "amount": r"\beuro\b|€",
}
_PATTERNS = {name: re.compile(words, re.IGNORECASE) for name, words in _WORDS.items()}


@dataclass(frozen=True)
class Requirement:
    """What an applicant must have, as the sheet says it.

    ``about`` are codes of ``ABOUT``; none where nobody has said. ``forms`` are the legal forms that can meet
    it, ``min_months`` and ``max_months`` how long ago a body is to have been founded; empty or None: no such
    limit.
    ``in_fields``: the fields of the sheet, and the limits above, say all of it: the answers decide.
    """

    text: str
    about: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    min_months: int | None = None
    max_months: int | None = None
    in_fields: bool = False

    @property
    def topics(self) -> tuple[str, ...]:
        """What it is about: as it was said, else by its words."""
        said = dict.fromkeys(self.about)
        said |= {"beneficiary": None} if self.forms else {}
        said |= {"age": None} if self.min_months or self.max_months else {}
        return tuple(said) or tuple(name for name, words in _PATTERNS.items() if words.search(self.text))

    @property
    def criteria(self) -> frozenset[str]:
        """The criteria whose verdict it can only make worse."""
        return frozenset(CRITERION[name] for name in self.topics if name in CRITERION)

    @property
    def is_open(self) -> bool:
        """Whether something is left that only the applicant can check, whatever the answers."""
        return not (self.in_fields and self.criteria)

    @property
    def refused(self) -> frozenset[str]:
        """The answers with which nobody can meet it."""
        codes = {f"{name}:no" for name in ("women", "youth") if name in self.about}
        if self.forms:
            codes |= {f"form:{code}" for code in FORMS if code not in (*self.forms, PERSON)}
        codes |= {f"years:{years}" for years in YEARS if self._refuses(years)}
        return frozenset(codes)

    def doubtful(self, takes_founders: bool) -> frozenset[str]:
        """The answers that leave open whether it is met, where answers can tell: with any other it is.
        ``takes_founders``: the call is for those still to be set up as well."""
        if self.is_open:
            return frozenset()
        codes = {
            f"{name}:{answer}" for name in ("women", "youth") if name in self.about for answer in ("no", "?")
        }
        if self.forms:
            codes |= {f"form:{code}" for code in (*FORMS, "?") if code not in self.forms}
        if self.min_months or self.max_months:
            codes |= {f"years:{years}" for years in YEARS if not self._meets(years, takes_founders)}
            codes.add("years:?")
        return frozenset(codes)

    def _refuses(self, years: int) -> bool:
        """Whether a body of ``years`` whole years is too young or too old, whatever its months."""
        least = years * MONTHS if years < MAX_YEARS else OPEN_YEARS * MONTHS + 1
        too_old = self.max_months is not None and least > self.max_months
        youngest = self.min_months is not None and years < OPEN_YEARS
        return too_old or (youngest and (years + 1) * MONTHS <= self.min_months)

    def _meets(self, years: int, takes_founders: bool) -> bool:
        """Whether a body of ``years`` whole years is of the right age, whatever its months."""
        if years == NOT_FOUNDED:
            return takes_founders and not self.min_months
        young = not self.max_months or (years < OPEN_YEARS and (years + 1) * MONTHS <= self.max_months)
        return young and (not self.min_months or min(years, OPEN_YEARS) * MONTHS >= self.min_months)


def refused_by(requirements: Iterable[Requirement]) -> frozenset[str]:
    """The answers with which nobody can meet all of ``requirements``."""
    return frozenset(code for one in requirements for code in one.refused)


def given_answers(profile: Profile) -> Iterator[frozenset[str]]:
    """What ``profile`` has answered, as in ``refused``: of each set one answer is true. A profile is refused
    where all of a set are."""
    profile = profile.expanded
    for name in ("women", "youth"):
        if getattr(profile, name) is False:
            yield frozenset({f"{name}:no"})
    if profile.years is not None:
        yield frozenset({f"years:{profile.years}"})
    if profile.kind or profile.form:
        yield frozenset(f"form:{code}" for code in possible_forms(profile))


def said_and_unsaid(profile: Profile) -> frozenset[str]:
    """All answers of ``profile`` that may be true, as in ``doubtful``; ``?`` for what was not answered."""
    given = {code for answers in given_answers(profile) for code in answers}
    profile = profile.expanded
    asked = {"women": profile.women, "youth": profile.youth, "years": profile.years}
    unsaid = {f"{name}:?" for name, answer in asked.items() if answer is None}
    return frozenset(given | unsaid | (set() if profile.kind or profile.form else {"form:?"}))
