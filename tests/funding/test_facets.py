"""A facet is one entry of the registry, and an entry that lacks something is told at the start."""

from dataclasses import replace

import pytest
from django.core.checks import run_checks

from cms.vocabularies import SIZES
from funding.catalogue.facets import BY_NAME, FACETS, Facet, check_facets, measure_or_none, slug_or_none
from funding.catalogue.finder.filters.facet_choices import facet_choices
from funding.catalogue.finder.parameters import FinderParameters
from funding.catalogue.finder.rows import COLUMNS
from funding.models import FundingSheetPage
from search.query import FacetCount

SIZE = BY_NAME["size"]


def test_the_facets_of_the_finder_lack_nothing():
    assert check_facets() == []
    assert [each for each in run_checks() if each.id == "funding.E001"] == []


@pytest.mark.parametrize(
    ("facet", "text"),
    [
        (replace(SIZE, title=""), "The facet “size” has no title."),
        (
            replace(SIZE, vocabulary=None),
            "The facet “size” has neither a vocabulary nor a function that reads its values.",
        ),
        (replace(SIZE, of_sheet=None), "The facet “size” does not say which values a sheet has."),
    ],
)
def test_a_facet_that_lacks_something_is_told_in_one_line(facet, text):
    assert [each.msg for each in check_facets([BY_NAME["status"], facet])] == [text]


def test_names_are_given_once():
    assert len(BY_NAME) == len(FACETS)


def test_columns_of_facets_are_fields_of_a_sheet():
    assert len(set(COLUMNS)) == len(COLUMNS)
    FundingSheetPage.objects.values(*COLUMNS).query  # noqa: B018 (a name that is no field is an error)


def test_a_facet_reads_its_values_in_capitals_too_and_nothing_else():
    assert SIZE.read(SIZES.codes[0].upper()) == SIZES.codes[0]
    assert SIZE.read("huge") is None
    assert BY_NAME["region"].read("it") == "IT"
    assert BY_NAME["measure"].read("m1c3i1.03.00") == measure_or_none("M1C3I1.3") == "M1C3I1.3"
    assert (slug_or_none("mic"), slug_or_none("a b")) == ("mic", None)


def test_labels_are_those_of_the_list_and_the_recovery_plan_shows_its_codes():
    assert SIZE.label("micro", {}) == SIZES.label("micro")
    assert BY_NAME["mission"].label("M1", {}).startswith("M1, ")
    assert BY_NAME["grantor"].label("mic", {"mic": "Ministry"}) == "Ministry"
    assert Facet("x", "X", parse=slug_or_none).label("y", {}) == "y"


@pytest.mark.parametrize("chosen", [(), ("ITC4",), ("ITC4", "ITI4", "ITG2")])
def test_choices_stay_in_their_own_order_whatever_is_chosen(chosen):
    counts = [FacetCount(code, count) for count, code in enumerate(("ITG2", "IT", "ITC4", "ITI4"), 1)]
    parameters = FinderParameters(filters={"region": chosen} if chosen else {})
    [region] = [one for one in facet_choices({"region": counts}, parameters, {}) if one.name == "region"]
    assert [one.value for one in region.options] == ["IT", "ITC4", "ITI4", "ITG2"]


def test_organisations_come_by_name():
    counts = {"grantor": [FacetCount("z", 9), FacetCount("a", 1)]}
    names = {"grantor": {"z": "ANCI", "a": "Ministero"}}
    [grantor] = [one for one in facet_choices(counts, FinderParameters(), names) if one.name == "grantor"]
    assert [one.label for one in grantor.options] == ["ANCI", "Ministero"]


def test_of_many_values_some_are_at_hand_and_the_others_a_click_away():
    counts = {"sector": [FacetCount(f"s{number}", 20 - number) for number in range(12)]}
    chosen = FinderParameters(filters={"sector": ("s9",)})
    [sector] = [one for one in facet_choices(counts, chosen, {}) if one.name == "sector"]
    assert [one.value for one in sector.at_hand] == [f"s{number}" for number in (0, 1, 10, 11, 2, 3, 4)]
    assert [one.value for one in sector.further] == [f"s{number}" for number in range(5, 10)]
    assert sector.opened
    [sector] = [
        one
        for one in facet_choices({"sector": counts["sector"][:9]}, FinderParameters(), {})
        if one.name == "sector"
    ]
    assert (len(sector.at_hand), sector.further) == (9, [])
