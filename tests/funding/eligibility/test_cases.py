"""The order of the finder and the verdict on a card come out the same, for every profile and every sheet."""

from dataclasses import asdict
from types import SimpleNamespace

import pytest

from cms.searchable import SearchDocument
from funding.catalogue.eligibility.cases import fit_cases
from funding.catalogue.search_document import indexed_facets
from funding.domain.eligibility.criteria import fit
from funding.domain.eligibility.requirements import Requirement
from funding.domain.eligibility.verdict import OVERALL
from funding.domain.status import Dates
from funding.presentation.eligible_call import call_of
from search.engines.tantivy import TantivyEngine
from search.query import SearchQuery, Sort

from .profiles import PROFILES, calls, consistent_profiles


def sheet_of(call) -> SimpleNamespace:
    """What the index and the rules read of a sheet, without a database."""
    levels = [(one, "needed") for one in call.needed] + [(Requirement("Rating di legalità"), "preferred")]
    requirements = [
        SimpleNamespace(value=asdict(one) | {"legal_forms": list(one.forms), "level": level})
        for one, level in levels
    ]
    unasked = {
        "aid_forms": [],
        "costs": [],
        "mission": "",
        "component": "",
        "measure": "",
        "public_grantor": None,
        "first_published_at": None,
    }
    return SimpleNamespace(**vars(call) | unasked, requirements=requirements, dates=Dates())


@pytest.fixture(scope="module")
def sheets():
    return [sheet_of(call) for call in calls()]


@pytest.fixture(scope="module")
def engine(tmp_path_factory, sheets):
    engine = TantivyEngine(tmp_path_factory.mktemp("search"))
    with engine.rebuild("it") as changes:
        changes.put(document(number, sheet) for number, sheet in enumerate(sheets, 1))
    return engine


def document(number: int, sheet) -> SearchDocument:
    numbers = {"grant_min": sheet.grant_min, "grant_max": sheet.grant_max}
    return SearchDocument(
        page_id=number,
        language="it",
        type="funding",
        title=f"Bando {number}",
        url="",
        facets=indexed_facets(sheet),
        numbers={name: value for name, value in numbers.items() if value is not None},
    )


def test_a_sheet_says_the_same_as_the_call_it_was_made_of(sheets):
    assert [call_of(sheet) for sheet in sheets] == list(calls())


def verdicts(profile, sheets) -> dict[str, list[int]]:
    found = {verdict: [] for verdict in OVERALL}
    for number, sheet in enumerate(sheets, 1):
        found[fit(profile, call_of(sheet)).verdict].append(number)
    return found


@pytest.mark.parametrize("profile", [*PROFILES, *list(consistent_profiles())[::97]])
def test_cases_and_verdicts_agree(engine, sheets, profile):
    expected = verdicts(profile, sheets)
    query = {"cases": {"fit": fit_cases(profile)}, "per": 500, "sort": Sort.TITLE}
    for verdict in OVERALL:
        results = engine.search(SearchQuery("it", filters={"fit": (verdict.value,)}, **query))
        assert sorted(hit.page_id for hit in results.hits) == expected[verdict], verdict
    counts = engine.search(SearchQuery("it", facets=("fit",), **query)).facets["fit"]
    assert [one.count for one in counts] == [len(expected[verdict]) for verdict in OVERALL]


def test_what_fits_comes_first(engine, sheets):
    expected = verdicts(PROFILES[0], sheets)
    assert all(expected.values())
    query = SearchQuery("it", cases={"fit": fit_cases(PROFILES[0])}, tiers="fit", per=500)
    ordered = [hit.page_id for hit in engine.search(query).hits]
    assert ordered == [number for verdict in OVERALL for number in expected[verdict]]
