"""A verdict on each criterion, whatever either side leaves unsaid."""

from dataclasses import fields, replace
from decimal import Decimal
from itertools import chain, combinations

import pytest

from cms.vocabularies import SECTORS as SECTOR_LIST
from cms.vocabularies import SIZES, TERRITORIES
from funding.domain.eligibility.accepted_codes import APPLICANT_KINDS, COMPANY_SIZES, SECTORS
from funding.domain.eligibility.applicant_types import membership
from funding.domain.eligibility.call import NO_TERRITORY, ZONES, Call
from funding.domain.eligibility.criteria import fit
from funding.domain.eligibility.profile import NOT_FOUNDED, Profile
from funding.domain.eligibility.requirements import ABOUT, Requirement
from funding.domain.eligibility.verdict import Verdict, worst
from funding.presentation.choices import REQUIREMENT_TOPICS

from .profiles import COOPERATIVE, FITTING, PROFILES, calls, consistent_profiles

FITS, UNSTATED, CHECK, UNFIT = Verdict
NOTHING = Profile()
B_ONLY = ("social-cooperative-b",)

TABLE = [
    # the call changed, the profile changed, criterion, verdict, reason
    ({}, {}, "beneficiary", FITS, "beneficiary.named"),
    ({"beneficiaries": ("university",)}, {}, "beneficiary", UNFIT, "beneficiary.not-named"),
    ({"beneficiaries": ()}, {}, "beneficiary", UNSTATED, "beneficiary.silent"),
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
    ({"sizes": ()}, {}, "size", UNSTATED, "size.silent"),
    ({"sizes": ()}, {"size": ""}, "size", UNSTATED, "size.silent"),
    ({}, {"size": ""}, "size", CHECK, "size.unsaid"),
    ({"sizes": ("unclassified",)}, {}, "size", CHECK, "size.perhaps"),
    ({}, {"size": "unclassified"}, "size", CHECK, "size.perhaps"),
    ({}, {}, "region", FITS, "region.named"),
    ({}, {"region": "ITC4"}, "region", UNFIT, "region.not-named"),
    ({}, {"region": "ITF5"}, "region", FITS, "region.named"),
    ({}, {"region": "EXT"}, "region", UNFIT, "region.not-named"),
    ({}, {"region": ""}, "region", CHECK, "region.unsaid"),
    ({"regions": ()}, {}, "region", UNSTATED, "region.silent"),
    ({"regions": (), "whole_country": True}, {"region": "ITH1"}, "region", FITS, "region.national"),
    ({"regions": (), "whole_country": True}, {"region": "EXT"}, "region", UNFIT, "region.not-named"),
    ({"regions": (), "whole_country": True}, {"region": ""}, "region", CHECK, "region.unsaid"),
    ({"regions": ("EXT",), "whole_country": True}, {"region": "EXT"}, "region", FITS, "region.named"),
    ({"regions": ("EXT",), "whole_country": True}, {}, "region", FITS, "region.national"),
    ({"regions": ("EXT",)}, {}, "region", UNFIT, "region.not-named"),
    ({}, {}, "sector", FITS, "sector.named"),
    ({"sectors": ("health",)}, {}, "sector", UNFIT, "sector.not-named"),
    ({"sectors": ()}, {}, "sector", UNSTATED, "sector.silent"),
    ({}, {"sectors": ()}, "sector", CHECK, "sector.unsaid"),
    ({}, {}, "purpose", FITS, "purpose.named"),
    ({"purposes": ("capital",)}, {}, "purpose", CHECK, "purpose.not-named"),
    ({"purposes": ()}, {}, "purpose", UNSTATED, "purpose.silent"),
    ({}, {"purposes": ()}, "purpose", CHECK, "purpose.unsaid"),
    ({}, {}, "amount", FITS, "amount.within"),
    ({}, {"amount": Decimal(50_000)}, "amount", FITS, "amount.within"),
    ({}, {"amount": Decimal("50000.01")}, "amount", CHECK, "amount.above"),
    ({}, {"amount": Decimal(10_000)}, "amount", FITS, "amount.within"),
    ({}, {"amount": Decimal("9999.99")}, "amount", CHECK, "amount.below"),
    ({"grant_min": None}, {"amount": Decimal(1)}, "amount", FITS, "amount.within"),
    ({"grant_max": None}, {}, "amount", UNSTATED, "amount.no-maximum"),
    ({"grant_min": None, "grant_max": None}, {}, "amount", UNSTATED, "amount.silent"),
    ({}, {"amount": None}, "amount", CHECK, "amount.unsaid"),
    ({"ateco": "90.01"}, {}, "sector", CHECK, "sector.ateco"),
    ({"territories": ("inner-areas",)}, {}, "territory", CHECK, "territory.check"),
    ({"municipalities": "Lecce"}, {}, "region", CHECK, "region.part"),
    ({"municipalities": "Lecce", "regions": ("ITC4",)}, {}, "region", UNFIT, "region.not-named"),
    ({"sizes": tuple(COMPANY_SIZES)}, {"size": ""}, "size", FITS, "size.everything"),
    ({"sectors": tuple(SECTORS)}, {"sectors": ()}, "sector", FITS, "sector.everything"),
    ({}, {"form": "public-body", "kind": "", "size": ""}, "size", FITS, "size.does-not-apply"),
    ({}, {"form": "", "kind": "citizen", "size": "unclassified"}, "size", FITS, "size.does-not-apply"),
    ({}, {"form": "", "kind": "professional", "size": ""}, "size", CHECK, "size.unsaid"),
    ({"needed": (Requirement("Sede in Italia"),)}, {}, "region", CHECK, "requirement.more"),
    ({"needed": (Requirement("DURC regolare"),)}, {}, "requirement", CHECK, "requirement.check"),
    ({"needed": (Requirement("Iscritti al RUNTS"),)}, {}, "beneficiary", CHECK, "requirement.by-law"),
    (
        {"needed": (Requirement("Enti del Terzo settore"),)},
        {"form": "association"},
        "beneficiary",
        CHECK,
        "requirement.if-registered",
    ),
    ({"needed": (Requirement("Essere ETS"),)}, {"form": ""}, "beneficiary", CHECK, "requirement.more"),
]


@pytest.mark.parametrize(("call", "profile", "name", "verdict", "reason"), TABLE)
def test_each_criterion(call, profile, name, verdict, reason):
    found = fit(replace(COOPERATIVE, **profile), replace(FITTING, **call))
    [criterion] = [one for one in found.criteria if one.name == name]
    assert (criterion.verdict, criterion.reason) == (verdict, reason)
    others = [one.verdict for one in found.criteria if one is not criterion]
    if UNSTATED not in (verdict, *others):
        assert found.verdict is worst([verdict, *others])


@pytest.mark.parametrize(
    ("call", "verdict", "unstated"),
    [
        ({"sizes": ()}, FITS, ["size"]),
        ({"sizes": (), "sectors": (), "purposes": ()}, FITS, ["size", "sector", "purpose"]),
        ({"regions": ()}, CHECK, ["region"]),
        ({"grant_min": None, "grant_max": None}, FITS, ["amount"]),
        ({"grant_max": None}, FITS, ["amount"]),
        ({"beneficiaries": ()}, CHECK, ["beneficiary"]),
        ({"sizes": (), "ateco": "90.01"}, CHECK, ["size"]),
        ({"sizes": (), "regions": ("ITC4",)}, UNFIT, ["size"]),
    ],
)
def test_what_the_sheet_does_not_say_is_neither_yes_nor_no(call, verdict, unstated):
    """But a call that does not say for whom and where fits nobody for certain."""
    found = fit(COOPERATIVE, replace(FITTING, **call))
    assert found.verdict is verdict
    assert [one.name for one in found.unstated] == unstated
    decisive = [name for name in unstated if name in ("beneficiary", "region")]
    assert [one.name for one in found.open_points if one.name in unstated] == decisive


def test_the_worst_criterion_decides():
    assert worst([]) is FITS
    assert worst([FITS, FITS]) is FITS
    assert worst([FITS, UNSTATED]) is UNSTATED
    assert worst([UNSTATED, CHECK, FITS]) is CHECK
    assert worst([CHECK, UNFIT, FITS]) is UNFIT


def needing(text="", *about, **more) -> Call:
    return replace(FITTING, needed=(Requirement(text, about, **more),))


@pytest.mark.parametrize(
    ("call", "profile", "name", "verdict", "reason"),
    [
        # The words of a requirement that nobody has sorted: never better than to be checked.
        (
            needing("Essere una microimpresa nata da non più di 36 mesi"),
            {},
            "size",
            CHECK,
            "requirement.more",
        ),
        (needing("Be a micro-enterprise"), {}, "size", CHECK, "requirement.more"),
        (needing("Essere ODV, APS o fondazioni"), {}, "beneficiary", CHECK, "requirement.more"),
        (needing("Le donne sono la maggioranza dei soci"), {}, "beneficiary", CHECK, "requirement.more"),
        (needing("Essere giovani e disoccupati"), {}, "beneficiary", CHECK, "requirement.more"),
        (needing("Operare in uno dei 29 comuni"), {}, "region", CHECK, "requirement.more"),
        (needing("Avere il codice ATECO 58"), {}, "sector", CHECK, "requirement.more"),
        (needing("Un piano di almeno 62.500 euro"), {}, "amount", CHECK, "requirement.more"),
        (needing("Iscrizione al RUNTS"), {}, "sector", FITS, "sector.named"),
        # What the fields refuse stays refused.
        (needing("Essere una microimpresa"), {"size": "large"}, "size", UNFIT, "size.not-named"),
        # Sorted ones: the answers count.
        (needing("x", "women"), {"women": False}, "beneficiary", UNFIT, "requirement.women"),
        (needing("x", "women"), {"women": None}, "beneficiary", CHECK, "requirement.more"),
        (needing("x", "women"), {}, "beneficiary", CHECK, "requirement.more"),
        (needing("x", "women", in_fields=True), {}, "beneficiary", FITS, "beneficiary.named"),
        (
            needing("x", "women", in_fields=True),
            {"women": None},
            "beneficiary",
            CHECK,
            "requirement.unsaid-women",
        ),
        (needing("x", "women", in_fields=True), {"women": False}, "beneficiary", UNFIT, "requirement.women"),
        (needing("x", "youth"), {"youth": False}, "beneficiary", UNFIT, "requirement.youth"),
        (needing("x", "size", in_fields=True), {}, "size", FITS, "size.named"),
        (needing("Essere una piccola impresa", "other"), {}, "requirement", CHECK, "requirement.check"),
        (needing("x", forms=B_ONLY), {}, "beneficiary", CHECK, "requirement.more"),
        (needing("x", forms=B_ONLY, in_fields=True), {}, "beneficiary", FITS, "beneficiary.named"),
        (
            needing("x", forms=B_ONLY, in_fields=True),
            {"form": ""},
            "beneficiary",
            CHECK,
            "requirement.more",
        ),
        (
            needing("x", forms=B_ONLY, in_fields=True),
            {"form": "", "kind": ""},
            "beneficiary",
            CHECK,
            "beneficiary.kind",
        ),
        (
            needing("x", forms=B_ONLY),
            {"form": "social-cooperative-a"},
            "beneficiary",
            UNFIT,
            "requirement.form",
        ),
        (needing("x", forms=B_ONLY), {"form": ""}, "beneficiary", CHECK, "requirement.more"),
        (
            needing("x", forms=B_ONLY),
            {"form": "person", "kind": "citizen"},
            "beneficiary",
            UNFIT,
            "beneficiary.not-named",
        ),
        # Whoever is to found a body has no legal form yet.
        (
            replace(needing("x", forms=B_ONLY), beneficiaries=("citizen",)),
            {"form": "person", "kind": "citizen"},
            "beneficiary",
            CHECK,
            "requirement.more",
        ),
        (needing("x", max_months=36), {"years": 5}, "beneficiary", UNFIT, "requirement.years"),
        (needing("x", max_months=36), {"years": 3}, "beneficiary", CHECK, "requirement.more"),
        (needing("x", max_months=36), {"years": 2}, "beneficiary", CHECK, "requirement.more"),
        # Where nothing but the answers is asked for, a yes is one as well.
        (needing("x", max_months=36, in_fields=True), {"years": 2}, "beneficiary", FITS, "beneficiary.named"),
        (needing("x", max_months=36, in_fields=True), {"years": 3}, "beneficiary", CHECK, "requirement.more"),
        (
            needing("x", max_months=36, in_fields=True),
            {"years": 4},
            "beneficiary",
            UNFIT,
            "requirement.years",
        ),
        (
            needing("x", max_months=36, in_fields=True),
            {"years": None},
            "beneficiary",
            CHECK,
            "requirement.unsaid-years",
        ),
        (needing("x", max_months=90, in_fields=True), {"years": 5}, "beneficiary", CHECK, "requirement.more"),
        (
            needing("x", min_months=60, in_fields=True),
            {"years": 4},
            "beneficiary",
            UNFIT,
            "requirement.years",
        ),
        (needing("x", min_months=60, in_fields=True), {"years": 5}, "beneficiary", FITS, "beneficiary.named"),
        (needing("x", min_months=60, in_fields=True), {"years": 6}, "beneficiary", FITS, "beneficiary.named"),
        (needing("x", min_months=61, in_fields=True), {"years": 6}, "beneficiary", CHECK, "requirement.more"),
        (needing("x", max_months=60), {"years": 5}, "beneficiary", CHECK, "requirement.more"),
        (needing("x", max_months=60), {"years": 6}, "beneficiary", UNFIT, "requirement.years"),
        (needing("x", max_months=61), {"years": 6}, "beneficiary", CHECK, "requirement.more"),
        (needing("x", min_months=60), {"years": 4}, "beneficiary", UNFIT, "requirement.years"),
        (needing("x", min_months=60), {"years": NOT_FOUNDED}, "beneficiary", UNFIT, "requirement.years"),
        (needing("x", min_months=59), {"years": 4}, "beneficiary", CHECK, "requirement.more"),
        (needing("x", min_months=90), {"years": 5}, "beneficiary", CHECK, "requirement.more"),
        (needing("x", max_months=36), {"years": None}, "beneficiary", CHECK, "requirement.more"),
    ],
)
def test_a_requirement_limits_the_criteria_that_it_is_about(call, profile, name, verdict, reason):
    found = fit(replace(COOPERATIVE, **profile), call)
    [criterion] = [one for one in found.criteria if one.name == name]
    assert (criterion.verdict, criterion.reason) == (verdict, reason)
    [words] = {one.text for one in call.needed}
    assert words in [text for one in found.criteria for text in one.words]


def test_only_requirements_about_no_question_are_lines_of_their_own():
    call = replace(
        FITTING,
        needed=(Requirement("Sede in Italia"), Requirement("DURC regolare")),
        ateco="90.01",
        territories=("free-zone", "not-applicable"),
    )
    found = fit(COOPERATIVE, call).criteria
    assert [(one.name, one.words, one.codes) for one in found[6:]] == [
        ("territory", (), ("free-zone",)),
        ("requirement", ("DURC regolare",), ()),
    ]
    words = {one.name: one.words for one in found[:6]}
    assert (words["region"], words["sector"]) == (("Sede in Italia",), ("90.01",))


def test_all_of_the_territories_are_no_limit():
    assert replace(FITTING, territories=tuple(ZONES)).zones == ()
    found = fit(COOPERATIVE, replace(FITTING, territories=tuple(ZONES)))
    assert "territory" not in [one.name for one in found.criteria]


def test_the_rules_know_the_closed_lists():
    assert set(TERRITORIES.codes) - {NO_TERRITORY} == ZONES
    assert set(SIZES.codes) - {"unclassified"} == COMPANY_SIZES
    assert set(SECTOR_LIST.codes) == SECTORS
    assert [code for code, _label in REQUIREMENT_TOPICS] == list(ABOUT)


def test_a_criterion_shows_what_the_sheet_says_and_what_of_it_is_ours():
    by_name = {one.name: one for one in fit(COOPERATIVE, FITTING).criteria}
    assert by_name["beneficiary"].codes == FITTING.beneficiaries
    assert by_name["beneficiary"].ours == ("cooperative",)
    assert by_name["region"].ours == ("ITF4",)
    assert fit(replace(COOPERATIVE, amount=Decimal(90_000)), FITTING).criteria[5].amount == Decimal(50_000)


def test_what_stands_in_the_way_is_the_worst():
    call = replace(FITTING, regions=("ITC4",), needed=(Requirement("DURC regolare"),))
    assert [one.name for one in fit(COOPERATIVE, call).open_points] == ["region"]
    other = replace(FITTING, purposes=("capital",))
    assert [one.name for one in fit(COOPERATIVE, other).open_points] == ["purpose"]
    assert fit(COOPERATIVE, FITTING).open_points == ()


@pytest.mark.parametrize(
    ("beneficiaries", "verdict"), [(("enterprise", "new-enterprise"), FITS), (("enterprise",), CHECK)]
)
def test_whoever_is_to_found_meets_an_age_where_the_call_is_for_founders(beneficiaries, verdict):
    call = replace(needing("x", max_months=36, in_fields=True), beneficiaries=beneficiaries)
    founder = replace(COOPERATIVE, years=NOT_FOUNDED)
    assert fit(founder, call).criteria[0].verdict is verdict


def test_the_age_that_a_sheet_gives_is_told_and_not_that_of_other_calls():
    call = replace(needing("x", max_months=60), beneficiaries=("new-enterprise",))
    found = fit(replace(COOPERATIVE, years=2), call).criteria[0]
    assert (found.reason, found.months) == ("beneficiary.young-by-sheet", 60)


def test_an_answer_that_was_not_given_is_no_point_to_check():
    found = fit(NOTHING, replace(FITTING, ateco="90.01", needed=(Requirement("DURC regolare"),))).criteria
    unanswered = ["beneficiary", "size", "region", "sector", "purpose", "amount"]
    assert [one.name for one in found if one.is_unanswered] == unanswered
    assert not any(one.is_unanswered for one in fit(COOPERATIVE, replace(FITTING, ateco="90.01")).criteria)


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


def test_a_founder_is_only_of_the_right_age_where_founders_are_taken():
    young = Requirement("x", ("age",), max_months=36, in_fields=True)
    assert f"years:{NOT_FOUNDED}" in young.doubtful(takes_founders=False)
    assert f"years:{NOT_FOUNDED}" not in young.doubtful(takes_founders=True)


def test_a_person_may_still_found_a_body_of_the_form_that_is_asked_for():
    assert "form:person" not in Requirement("x", forms=B_ONLY).refused
