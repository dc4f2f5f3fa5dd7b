"""The questions: read kindly, told clearly, carried in the address."""

from decimal import Decimal
from urllib.parse import parse_qsl

import pytest
from django.utils.translation import override

from cms.vocabularies import BENEFICIARIES, LEGAL_FORMS, PURPOSES, REGIONS, SECTORS, SIZES
from funding.catalogue.eligibility.address import NAMES, profile_pairs
from funding.catalogue.eligibility.form import ProfileForm
from funding.catalogue.eligibility.links import with_profile
from funding.catalogue.eligibility.texts import CRITERION_VOCABULARIES, REASONS, TITLES, line, summary
from funding.catalogue.finder.labels import TITLES as FINDER_PARAMETERS
from funding.domain.eligibility.call import Call
from funding.domain.eligibility.criteria import fit
from funding.domain.eligibility.profile import NOT_FOUNDED, Profile

from .profiles import COOPERATIVE, PROFILES, calls, consistent_profiles


def read(query: str) -> ProfileForm:
    return ProfileForm(parse_qsl(query, keep_blank_values=True))


@pytest.mark.parametrize("profile", PROFILES)
def test_an_address_gives_back_the_profile_that_made_it(profile):
    address = with_profile("/it/bandi/", profile)
    form = read(address.partition("?")[2])
    assert form.profile == profile
    assert not form.errors
    assert profile_pairs(form.profile) == profile_pairs(profile)


def test_nothing_said_leaves_no_trace_in_the_address():
    assert with_profile("/it/bandi/", Profile()) == "/it/bandi/"
    assert not read("").profile
    assert not read("kind=&field=&need=&q=teatro&size=small").profile


def test_the_names_are_not_those_of_the_finder():
    assert not set(NAMES) & set(FINDER_PARAMETERS)


def test_every_answer_of_the_closed_lists_can_be_given():
    choices = {
        name: [code for code, _label in field.choices if code]
        for name, field in read("").fields.items()
        if name != "need"
    }
    assert choices["kind"] == list(BENEFICIARIES.codes)
    assert choices["form"] == list(LEGAL_FORMS.codes)
    assert choices["home"] == list(REGIONS.codes)
    assert choices["people"] == list(SIZES.codes)
    assert choices["field"] == list(SECTORS.codes)
    assert choices["goal"] == list(PURPOSES.codes)


@pytest.mark.parametrize(
    ("query", "name", "value"),
    [
        ("years=new", "years", NOT_FOUNDED),
        ("years=0", "years", 0),
        ("years=5", "years", 5),
        ("women=no", "women", False),
        ("young=yes", "youth", True),
        ("need=40.000", "amount", Decimal(40_000)),
        ("need=1500,50", "amount", Decimal("1500.50")),
        ("field=tourism&field=culture&field=culture", "sectors", ("culture", "tourism")),
    ],
)
def test_answers_are_read_as_they_are_meant(query, name, value):
    form = read(query)
    assert getattr(form.profile, name) == value
    assert not form.errors


@pytest.mark.parametrize(
    "query",
    [
        "kind=emperor",
        "form=x",
        "home=Atlantis",
        "people=huge",
        "years=7",
        "years=-1",
        "women=maybe",
        "young=1",
        "field=magic",
        "goal=gold",
        "need=much",
        "need=-5",
        "need=0",
        "need=" + "9" * 400,
        "kind=%ed%a0%80",
    ],
)
def test_what_makes_no_sense_is_told_at_its_field_and_the_rest_is_used(query):
    form = read(f"{query}&home=ITF4" if not query.startswith("home") else f"{query}&people=small")
    name = query.partition("=")[0]
    assert list(form.errors) == [name]
    assert len(form.errors[name]) == 1
    assert len(form.errors[name][0]) < 160
    assert form.profile in (Profile(region="ITF4"), Profile(size="small"))


def test_of_several_answers_those_that_make_sense_are_used():
    form = read("field=magic&field=culture")
    assert form.profile.sectors == ("culture",)
    assert list(form.errors) == ["field"]


def test_what_was_typed_is_not_lost():
    assert 'value="much &lt;b&gt;"' in str(read("need=much+<b>")["need"])


def test_every_reason_has_a_sentence_and_every_criterion_a_title():
    seen = set()
    for profile in [*PROFILES, *list(consistent_profiles())[::97]]:
        for call in list(calls())[::5]:
            for criterion in fit(profile, call).criteria:
                shown = line(criterion, "up to €50,000")
                assert shown.title and shown.reason and "%(" not in shown.reason
                seen.add(criterion.reason)
    assert seen <= set(REASONS)
    assert set(CRITERION_VOCABULARIES) <= set(TITLES)


def test_a_profile_reads_as_a_line():
    with override("en"):
        assert summary(COOPERATIVE) == (
            "Social cooperative, type B (work for the disadvantaged), Apulia, Small enterprise, "
            "founded 5 years ago, majority of women, no majority of young people, "
            "Culture, Restaurants, Digitalisation, €40,000"
        )
    assert summary(Profile(kind="citizen", years=NOT_FOUNDED)) == "Citizens, not founded yet"
    assert summary(Profile(years=1)) == "founded 1 year ago"
    assert summary(Profile(years=6)) == "founded more than five years ago"


@pytest.mark.parametrize(
    ("query", "contradicts"),
    [
        ("kind=professional&form=social-cooperative-b", True),
        ("kind=public-body&form=company", True),
        ("kind=cooperative&form=worker-cooperative", False),
        ("kind=women-enterprise&form=worker-cooperative", False),
        ("kind=new-enterprise&form=person", False),
        ("kind=new-enterprise&form=public-body", True),
    ],
)
def test_a_kind_that_the_legal_form_cannot_have_is_told_and_not_used(query, contradicts):
    form = read(query)
    assert (list(form.errors) == ["kind"]) is contradicts
    assert bool(form.profile.kind) is not contradicts
    assert form.profile.form


def test_the_kind_is_only_asked_where_an_address_answers_it():
    asked = {field.name for _title, fields in read("").groups for field in fields}
    assert asked == set(NAMES) - {"kind"}
    assert "kind" in {field.name for _title, fields in read("kind=enterprise").groups for field in fields}


def test_few_answers_are_radios_and_going_back_loses_no_amount():
    form = read("")
    radios = [name for name in form.fields if 'type="radio"' in str(form[name])]
    assert radios == ["people", "years", "women", "young"]
    assert "autocomplete" not in str(form["need"])


@pytest.mark.parametrize(
    ("left", "words"),
    [
        ((), ("All sectors",)),
        (("agriculture",), ("All but Agriculture, forestry and fishing",)),
        (SECTORS.codes[2:], ("Agriculture, forestry and fishing", "Food industry")),
    ],
)
def test_a_list_that_names_nearly_everything_says_what_it_leaves_out(left, words):
    call = Call(sectors=tuple(code for code in SECTORS.codes if code not in left))
    [criterion] = [one for one in fit(COOPERATIVE, call).criteria if one.name == "sector"]
    with override("en"):
        assert line(criterion, "").words == words


@pytest.mark.parametrize(
    ("query", "words"),
    [("need=-5", "more than zero"), ("need=0", "more than zero"), ("need=much", "write it as")],
)
def test_an_amount_that_is_not_used_is_told_why(query, words):
    assert words in read(query).errors["need"][0]
