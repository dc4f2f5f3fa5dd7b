"""Verdicts and reasons in the visitor's language."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.constants import WHOLE_COUNTRY
from cms.formats import localized
from cms.presentation import Badge
from cms.vocabularies import BENEFICIARIES, LEGAL_FORMS, PURPOSES, REGIONS, SECTORS, SIZES, TERRITORIES
from funding.domain.eligibility.criteria import Criterion, Fit
from funding.domain.eligibility.profile import MAX_YEARS, NOT_FOUNDED, Profile
from funding.domain.eligibility.verdict import Verdict
from funding.presentation.long_lists import short_labels

VERDICTS = {
    Verdict.FITS: gettext_lazy("Fits"),
    Verdict.UNSTATED: gettext_lazy("The sheet does not say"),
    Verdict.CHECK: gettext_lazy("To be checked"),
    Verdict.UNFIT: gettext_lazy("Does not fit"),
}
TITLES = {
    "beneficiary": gettext_lazy("For whom"),
    "size": gettext_lazy("Size"),
    "region": gettext_lazy("Where"),
    "sector": gettext_lazy("Sector"),
    "purpose": gettext_lazy("What for"),
    "amount": gettext_lazy("How much"),
    "territory": gettext_lazy("Territories"),
    "requirement": gettext_lazy("Further requirements"),
}
CRITERION_VOCABULARIES = {
    "beneficiary": BENEFICIARIES,
    "size": SIZES,
    "region": REGIONS,
    "sector": SECTORS,
    "purpose": PURPOSES,
    "territory": TERRITORIES,
}
# Long lists are told by what they leave out, when that is little.
EVERYTHING = {"size": gettext_lazy("All sizes"), "sector": gettext_lazy("All sectors")}
# By the keys of ``criteria``; %(ours)s are labels of codes, %(amount)s is in euro.
REASONS = {
    "beneficiary.named": gettext_lazy("The call is for you: %(ours)s."),
    "beneficiary.not-named": gettext_lazy("The call does not name a body such as yours."),
    "beneficiary.silent": gettext_lazy("Who may apply is not indicated: ask the issuer."),
    "beneficiary.kind": gettext_lazy("Say what kind of body you are."),
    "beneficiary.perhaps": gettext_lazy("You may be among those named: %(ours)s."),
    "beneficiary.women": gettext_lazy("Say whether women are the majority: the call names %(ours)s."),
    "beneficiary.youth": gettext_lazy("Say whether young people are the majority: the call names %(ours)s."),
    "beneficiary.years": gettext_lazy("Say how long ago you were founded: the call names %(ours)s."),
    "beneficiary.young": gettext_lazy(
        "The call is for those still to be set up; some such calls take those founded a few years ago too."
    ),
    "beneficiary.young-by-sheet": gettext_lazy(
        "The call takes those still to be set up, and others founded at most %(months)s months ago: "
        "check what it asks of them."
    ),
    "beneficiary.not-yet": gettext_lazy("You are not founded yet: check by when you must be (%(ours)s)."),
    "size.named": gettext_lazy("The call names your size."),
    "size.not-named": gettext_lazy("The call does not name your size."),
    "size.silent": gettext_lazy("No size is indicated, which does not mean that every size fits."),
    "size.everything": gettext_lazy("The call names every company size."),
    "size.does-not-apply": gettext_lazy("Size only counts for companies."),
    "size.unsaid": gettext_lazy("Say how big you are."),
    "size.perhaps": gettext_lazy("Your size or those of the call are not classified."),
    "region.national": gettext_lazy("The call is for the whole country."),
    "region.named": gettext_lazy("The call names your place: %(ours)s."),
    "region.not-named": gettext_lazy("The call does not name your place."),
    "region.part": gettext_lazy("The call is only for a part of the region: check that it is yours."),
    "region.silent": gettext_lazy("No place is indicated: ask the issuer where the call holds."),
    "region.unsaid": gettext_lazy("Say in which region you are based."),
    "sector.named": gettext_lazy("The call names %(ours)s."),
    "sector.not-named": gettext_lazy("The call names none of your sectors."),
    "sector.silent": gettext_lazy("No sector is indicated, which does not mean that every sector fits."),
    "sector.everything": gettext_lazy("The call names every sector."),
    "sector.ateco": gettext_lazy("The call lists ATECO codes: check that yours is among them."),
    "sector.unsaid": gettext_lazy("Say in which sectors you work."),
    "purpose.named": gettext_lazy("The call pays for %(ours)s."),
    "purpose.not-named": gettext_lazy("The call names other purposes: see which costs it pays."),
    "purpose.silent": gettext_lazy("No purpose is indicated: see which costs the call pays."),
    "purpose.unsaid": gettext_lazy("Say what you need money for."),
    "amount.within": gettext_lazy("What you need is within what the call pays."),
    "amount.above": gettext_lazy(
        "The call pays at most %(amount)s, less than you need: the rest must come from elsewhere."
    ),
    "amount.below": gettext_lazy(
        "The call pays at least %(amount)s, more than you need: your project would have to be bigger."
    ),
    "amount.silent": gettext_lazy("No amount is indicated."),
    "amount.no-maximum": gettext_lazy("The most that the call pays is not indicated."),
    "amount.unsaid": gettext_lazy("Say how much you need."),
    "territory.check": gettext_lazy("Check that you are in an area of this kind."),
    "requirement.check": gettext_lazy("Check that you meet this."),
    "requirement.more": gettext_lazy("The call sets a condition: check that you meet it."),
    "requirement.unsaid-form": gettext_lazy("The call sets a condition: say which legal form you have."),
    "requirement.unsaid-women": gettext_lazy(
        "The call sets a condition: say whether women are the majority."
    ),
    "requirement.unsaid-youth": gettext_lazy(
        "The call sets a condition: say whether young people are the majority."
    ),
    "requirement.unsaid-years": gettext_lazy("The call sets a condition: say how long ago you were founded."),
    "requirement.in-fields": gettext_lazy("You meet this."),
    "requirement.women": gettext_lazy("The call is for bodies with a majority of women."),
    "requirement.youth": gettext_lazy("The call is for young people."),
    "requirement.years": gettext_lazy("The call is for bodies founded at another time than yours."),
    "requirement.form": gettext_lazy("The call is for other legal forms."),
    "requirement.by-law": gettext_lazy(
        "A body of your legal form belongs to the third sector by law; check that you meet the rest."
    ),
    "requirement.if-registered": gettext_lazy(
        "A body of your legal form belongs to the third sector if it is entered in the register (RUNTS)."
    ),
}


MAJORITIES = {
    ("women", True): gettext_lazy("majority of women"),
    ("women", False): gettext_lazy("no majority of women"),
    ("youth", True): gettext_lazy("majority of young people"),
    ("youth", False): gettext_lazy("no majority of young people"),
}


@dataclass(frozen=True)
class Line:
    """A criterion as the page shows it; ``words`` are the sheet's own, none where it is silent."""

    title: str
    badge: Badge
    reason: str
    words: tuple[str, ...]


def open_points(found: Fit) -> str:
    """The names of what stands in the way; empty where nothing does."""
    return _names(found.open_points)


def unstated_points(found: Fit) -> str:
    """The names of that on which the sheet says nothing."""
    return _names(found.unstated)


def _names(criteria: Iterable[Criterion]) -> str:
    """Each once, with how many there are of it: "Sector, Further requirements (3)"."""
    counts = Counter(str(TITLES[one.name]) for one in criteria)
    return ", ".join(f"{name} ({count})" if count > 1 else name for name, count in counts.items())


def lead(found: Fit) -> str:
    """The verdict in sentences that say no more than the lines below them, and count what they name."""
    if found.verdict is Verdict.UNFIT:
        return _("By what the sheet says, at least one thing stands against it.")
    if found.verdict is Verdict.FITS:
        first = [_("By what the sheet says and what you have answered, nothing stands against it.")]
    else:
        first = _left_open(found)
    return " ".join([*first, *_unstated(found)])


def _left_open(found: Fit) -> list[str]:
    """How much is left to check, and how much to answer."""
    points = [one for one in found.open_points if one.verdict is Verdict.CHECK and not one.is_too_small]
    answers = sum(one.is_unanswered for one in points)
    own = len(points) - answers
    sentences = []
    if any(one.is_too_small for one in found.open_points):
        sentences.append(_too_small(own))
    elif own:
        words = ngettext(
            "It depends on %(points)d point that only you can check.",
            "It depends on %(points)d points that only you can check.",
            own,
        )
        sentences.append(words % {"points": own})
    if answers:
        words = ngettext(
            "%(answers)d question is left to answer: the verdict depends on it.",
            "%(answers)d questions are left to answer: the verdict depends on them.",
            answers,
        )
        sentences.append(words % {"answers": answers})
    return sentences


def _too_small(points: int) -> str:
    if not points:
        return _("Nothing stands against it, but the grant is smaller than what you need.")
    words = ngettext(
        "The grant is smaller than what you need, and %(points)d more point is left to check.",
        "The grant is smaller than what you need, and %(points)d more points are left to check.",
        points,
    )
    return words % {"points": points}


def _unstated(found: Fit) -> list[str]:
    if not found.unstated:
        return []
    words = ngettext(
        "On %(count)d point the sheet says nothing: %(names)s.",
        "On %(count)d points the sheet says nothing: %(names)s.",
        len(found.unstated),
    )
    return [words % {"count": len(found.unstated), "names": unstated_points(found)}]


def badge(verdict: Verdict) -> Badge:
    """A verdict by a word, a shape and a colour."""
    return Badge(verdict.value, str(VERDICTS[verdict]))


def line(criterion: Criterion, amount: str) -> Line:
    """``amount`` is what the sheet says of the grant, in words."""
    words = ((amount,) if criterion.name == "amount" and amount else ()) + criterion.words
    return Line(
        title=str(TITLES[criterion.name]),
        badge=badge(criterion.verdict),
        reason=_reason(criterion),
        words=(*_labels(criterion.name, criterion.codes), *words),
    )


def summary(profile: Profile) -> str:
    """What was said, in a line: "Social cooperative, Apulia, Small enterprise"."""
    kind = LEGAL_FORMS.label(profile.form) if profile.form else BENEFICIARIES.label(profile.kind)
    said = [kind, REGIONS.label(profile.region), SIZES.label(profile.size), _age(profile.years)]
    answers = (("women", profile.women), ("youth", profile.youth))
    said += [MAJORITIES[name, answer] for name, answer in answers if answer is not None]
    said += SECTORS.labels(profile.sectors) + PURPOSES.labels(profile.purposes)
    said += [localized.euro(profile.amount)] if profile.amount is not None else []
    return ", ".join(str(text) for text in said if text)


def _age(years: int | None) -> str:
    if years is None:
        return ""
    if years == NOT_FOUNDED:
        return _("not founded yet")
    if years == 0:
        return _("founded less than a year ago")
    if years >= MAX_YEARS:
        return _("founded more than five years ago")
    return ngettext("founded %(years)d year ago", "founded %(years)d years ago", years) % {"years": years}


def _reason(criterion: Criterion) -> str:
    amount = localized.euro(criterion.amount) if criterion.amount is not None else ""
    ours = ", ".join(_labels(criterion.name, criterion.ours))
    return str(REASONS[criterion.reason]) % {"ours": ours, "amount": amount, "months": criterion.months}


def _labels(name: str, codes: tuple[str, ...]) -> list[str]:
    if not codes:
        return []
    national = [_("The whole country")] if WHOLE_COUNTRY in codes else []
    if name in EVERYTHING:
        return short_labels(CRITERION_VOCABULARIES[name], codes, str(EVERYTHING[name]))
    return national + CRITERION_VOCABULARIES[name].labels(code for code in codes if code != WHOLE_COUNTRY)
