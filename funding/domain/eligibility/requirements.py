"""What a requirement is about, and which answers it refuses. No Django.

A call's fields and its requirements speak of the same things: the fields say "micro, small, medium", the
requirement "a micro-enterprise of at most 36 months". The stricter of the two decides.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .applicant_types import possible_forms
from .legal_forms import FORMS, PERSON
from .profile import MAX_YEARS, NOT_FOUNDED, Profile

MONTHS = 12
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
    ``in_fields``: the fields of the sheet say all of it, so that there is nothing more to check.
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
        """Whether something is left that only the applicant can check. No field says what is refused."""
        return not (self.in_fields and self.criteria) or bool(self.refused)

    @property
    def refused(self) -> frozenset[str]:
        """The answers with which nobody can meet it."""
        codes = {f"{name}:no" for name in ("women", "youth") if name in self.about}
        if self.forms:
            codes |= {f"form:{code}" for code in FORMS if code not in (*self.forms, PERSON)}
        codes |= {f"years:{years}" for years in (NOT_FOUNDED, *range(MAX_YEARS + 1)) if self._refuses(years)}
        return frozenset(codes)

    def _refuses(self, years: int) -> bool:
        """Whether a body of ``years`` whole years is too young or too old, whatever its months."""
        too_old = self.max_months is not None and years * MONTHS > self.max_months
        youngest = self.min_months is not None and years < MAX_YEARS
        return too_old or (youngest and (years + 1) * MONTHS <= self.min_months)


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
