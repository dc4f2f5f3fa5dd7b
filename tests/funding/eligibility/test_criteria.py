"""A verdict on each criterion, whatever either side leaves unsaid."""

from dataclasses import fields, replace
from decimal import Decimal
from itertools import chain, combinations

import pytest

from funding.domain.eligibility.accepted_codes import APPLICANT_KINDS
from funding.domain.eligibility.applicant_types import membership
from funding.domain.eligibility.call import Call
from funding.domain.eligibility.criteria import fit
from funding.domain.eligibility.profile import Profile
from funding.domain.eligibility.verdict import Verdict, overall

from .profiles import COOPERATIVE, FITTING, PROFILES, calls, consistent_profiles

FITS, CHECK, UNFIT = Verdict.FITS, Verdict.CHECK, Verdict.UNFIT
NOTHING = Profile()

TABLE = [
    # the call changed, the profile changed, criterion, verdict, reason
    ({}, {}, "beneficiary", FITS, "beneficiary.named"),
    ({"beneficiaries": ("university",)}, {}, "beneficiary", UNFIT, "beneficiary.not-named"),
    ({"beneficiaries": ()}, {}, "beneficiary", CHECK, "beneficiary.silent"),
    ({}, {"kind": "", "form": ""}, "beneficiary", CHECK, "beneficiary.kind"),
    ({"beneficiaries": ("women-enterprise",)}, {"women": None}, "beneficiary", CHECK, "beneficiary.women"),
    ({"beneficiaries": ("youth-enterprise",)}, {"youth": None}, "beneficiary", CHECK, "beneficiary.youth"),
    ({"beneficiaries": ("youth-enterprise",)}, {}, "beneficiary", UNFIT, "beneficiary.not-named"),
    ({"beneficiaries": ("new-enterprise",)}, {"years": None}, "beneficiary", CHECK, "beneficiary.years"),
    ({"beneficiaries": ("new-enterprise",)}, {"years": 2}, "beneficiary", CHECK, "beneficiary.young"),
    ({"beneficiaries": ("new-enterprise",)}, {}, "beneficiary", UNFIT, "beneficiary.not-named"),
    ({"beneficiaries": ("innovative-sme",)}, {}, "beneficiary", CHECK, "beneficiary.perhaps"),
    ({"beneficiaries": ("university", "enterprise")}, {}, "beneficiary", FITS, "beneficiary.named"),
    ({}, {}, "size", FITS, "size.named"),
    ({"sizes": ("large",)}, {}, "size", UNFIT, "size.not-named"),
    ({"sizes": ()}, {}, "size", FITS, "size.silent"),
    ({"sizes": ()}, {"size": ""}, "size", FITS, "size.silent"),
    ({}, {"size": ""}, "size", CHECK, "size.unsaid"),
    ({"sizes": ("unclassified",)}, {}, "size", CHECK, "size.perhaps"),
    ({}, {"size": "unclassified"}, "size", CHECK, "size.perhaps"),
    ({}, {}, "region", FITS, "region.named"),
    ({}, {"region": "ITC4"}, "region", UNFIT, "region.not-named"),
    ({}, {"region": "ITF5"}, "region", FITS, "region.named"),
    ({}, {"region": "EXT"}, "region", UNFIT, "region.not-named"),
    ({}, {"region": ""}, "region", CHECK, "region.unsaid"),
    ({"regions": ()}, {}, "region", CHECK, "region.silent"),
    ({"regions": (), "whole_country": True}, {"region": "ITH1"}, "region", FITS, "region.national"),
    ({"regions": (), "whole_country": True}, {"region": "EXT"}, "region", UNFIT, "region.not-named"),
    ({"regions": (), "whole_country": True}, {"region": ""}, "region", CHECK, "region.unsaid"),
    ({"regions": ("EXT",), "whole_country": True}, {"region": "EXT"}, "region", FITS, "region.named"),
    ({"regions": ("EXT",), "whole_country": True}, {}, "region", FITS, "region.national"),
    ({"regions": ("EXT",)}, {}, "region", UNFIT, "region.not-named"),
    ({}, {}, "sector", FITS, "sector.named"),
    ({"sectors": ("health",)}, {}, "sector", UNFIT, "sector.not-named"),
    ({"sectors": ()}, {}, "sector", FITS, "sector.silent"),
    ({}, {"sectors": ()}, "sector", CHECK, "sector.unsaid"),
    ({}, {}, "purpose", FITS, "purpose.named"),
    ({"purposes": ("capital",)}, {}, "purpose", CHECK, "purpose.not-named"),
    ({"purposes": ()}, {}, "purpose", CHECK, "purpose.silent"),
    ({}, {"purposes": ()}, "purpose", CHECK, "purpose.unsaid"),
    ({}, {}, "amount", FITS, "amount.within"),
    ({}, {"amount": Decimal(50_000)}, "amount", FITS, "amount.within"),
    ({}, {"amount": Decimal("50000.01")}, "amount", CHECK, "amount.above"),
    ({}, {"amount": Decimal(10_000)}, "amount", FITS, "amount.within"),
    ({}, {"amount": Decimal("9999.99")}, "amount", UNFIT, "amount.below"),
    ({"grant_min": None}, {"amount": Decimal(1)}, "amount", FITS, "amount.within"),
    ({"grant_max": None}, {}, "amount", CHECK, "amount.no-maximum"),
    ({"grant_min": None, "grant_max": None}, {}, "amount", CHECK, "amount.silent"),
    ({}, {"amount": None}, "amount", CHECK, "amount.unsaid"),
    ({"ateco": "90.01"}, {}, "ateco", CHECK, "ateco.check"),
    ({"territories": ("inner-areas",)}, {}, "territory", CHECK, "territory.check"),
    ({"municipalities": "Lecce"}, {}, "municipalities", CHECK, "municipalities.check"),
    ({"needed": ("Sede in Italia",)}, {}, "requirement", CHECK, "requirement.check"),
    ({"needed": ("Iscritti al RUNTS",)}, {}, "requirement", CHECK, "requirement.by-law"),
    (
        {"needed": ("Enti del Terzo settore",)},
        {"form": "association"},
        "requirement",
        CHECK,
        "requirement.if-registered",
    ),
    ({"needed": ("Essere ETS",)}, {"form": "company", "kind": ""}, "requirement", CHECK, "requirement.check"),
    ({"needed": ("Essere ETS",)}, {"form": ""}, "requirement", CHECK, "requirement.check"),
]


@pytest.mark.parametrize(("call", "profile", "name", "verdict", "reason"), TABLE)
def test_each_criterion(call, profile, name, verdict, reason):
    found = fit(replace(COOPERATIVE, **profile), replace(FITTING, **call))
    [criterion] = [one for one in found.criteria if one.name == name]
    assert (criterion.verdict, criterion.reason) == (verdict, reason)
    assert found.verdict is overall(
        [verdict, *(one.verdict for one in found.criteria if one is not criterion)]
    )


def test_the_worst_criterion_decides():
    assert overall([]) is FITS
    assert overall([FITS, FITS]) is FITS
    assert overall([FITS, CHECK, FITS]) is CHECK
    assert overall([CHECK, UNFIT, FITS]) is UNFIT


def test_each_requirement_is_a_line_in_the_sheets_own_words():
    call = replace(
        FITTING,
        needed=("Sede in Italia", "DURC regolare"),
        ateco="90.01",
        territories=("free-zone", "not-applicable"),
    )
    lines = [(one.name, one.words, one.codes) for one in fit(COOPERATIVE, call).criteria[6:]]
    assert lines == [
        ("ateco", ("90.01",), ()),
        ("territory", (), ("free-zone",)),
        ("requirement", ("Sede in Italia",), ()),
        ("requirement", ("DURC regolare",), ()),
    ]


def test_a_criterion_shows_what_the_sheet_says_and_what_of_it_is_ours():
    by_name = {one.name: one for one in fit(COOPERATIVE, FITTING).criteria}
    assert by_name["beneficiary"].codes == FITTING.beneficiaries
    assert by_name["beneficiary"].ours == ("cooperative",)
    assert by_name["region"].ours == ("ITF4",)
    assert fit(replace(COOPERATIVE, amount=Decimal(90_000)), FITTING).criteria[5].amount == Decimal(50_000)


def test_what_stands_in_the_way_is_the_worst():
    call = replace(FITTING, regions=("ITC4",), needed=("Sede in Italia",))
    assert [one.name for one in fit(COOPERATIVE, call).open_points] == ["region"]
    assert [one.name for one in fit(COOPERATIVE, replace(FITTING, purposes=())).open_points] == ["purpose"]
    assert fit(COOPERATIVE, FITTING).open_points == ()


# What is not said ------------------------------------------------------------------------------------------
NAMES = [field.name for field in fields(Profile)]
SUBSETS = list(chain.from_iterable(combinations(NAMES, size) for size in range(len(NAMES) + 1)))


def without(profile: Profile, names) -> Profile:
    return replace(profile, **{name: getattr(NOTHING, name) for name in names})


@pytest.mark.parametrize("profile", PROFILES)
def test_who_says_nothing_and_a_call_that_says_nothing_are_never_unfit(profile):
    assert fit(profile, Call()).verdict is CHECK
    for call in calls():
        assert fit(NOTHING, call).verdict is not UNFIT


def test_leaving_answers_open_never_makes_a_call_unfit():
    """Whatever subset is left open: what does not fit would not fit the whole profile either. Nor does what
    fits turn out not to."""
    verdicts = {call: fit(COOPERATIVE, call).verdict for call in list(calls())[::12] + list(calls())[-9:]}
    for names in SUBSETS:
        less = without(COOPERATIVE, names)
        for call, verdict in verdicts.items():
            found = fit(less, call).verdict
            assert found is not UNFIT or verdict is UNFIT, (names, call)
            assert found is not FITS or verdict is not UNFIT, (names, call)


def test_leaving_the_body_open_never_excludes_it():
    """The same for every kind of body, legal form, age and majority that go together."""
    said = ("kind", "form", "years", "women", "youth")
    subsets = [names for size in range(1, 6) for names in combinations(said, size)]
    for profile in consistent_profiles():
        possible = [kind for kind in APPLICANT_KINDS if membership(profile, kind).answer is not False]
        for names in subsets:
            less = without(profile, names)
            excluded = [kind for kind in possible if membership(less, kind).answer is False]
            assert excluded == [], (profile, names)


@pytest.mark.parametrize("name", [field.name for field in fields(Call)])
def test_what_the_call_leaves_open_never_makes_it_unfit(name):
    silent = replace(FITTING, **{name: getattr(Call(), name)})
    assert fit(COOPERATIVE, silent).verdict is not UNFIT
