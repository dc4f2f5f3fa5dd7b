"""What every engine owes to cases on facets, and to an order by such cases."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from search.query import Case, Flag, Has, Lacks, Range, SearchQuery, Sort
from tests.factories.search import document

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def ask(engine):
    return lambda words="", **more: engine.search(SearchQuery("it", words, now=NOW, **more))


@pytest.fixture
def titles(ask):
    return lambda words="", **more: [hit.title for hit in ask(words, **more).hits]


@pytest.fixture
def holding(titles):
    """The titles of what belongs to a case of the given groups."""

    def found(*any_of, none_of=()):
        cases = {"fit": (Case("yes", any_of, none_of),)}
        return titles(cases=cases, filters={"fit": ("yes",)}, sort=Sort.TITLE)

    return found


@pytest.fixture
def sizes(fill):
    fill(
        document("Grande", facets={"size": ("large",)}, flags={"suspended": True}),
        document("Micro e piccola", facets={"size": ("micro", "small"), "region": ("ITF4",)}),
        document("Piccola", facets={"size": ("small",), "region": ()}),
        document("Vuota", facets={"size": (), "region": ("ITC4",)}),
        document("Zitta"),
    )


def test_has_asks_for_any_of_the_values(sizes, holding):
    assert holding((Has("size", ("small",)),)) == ["Micro e piccola", "Piccola"]
    assert holding((Has("size", ("micro", "large")),)) == ["Grande", "Micro e piccola"]
    assert holding((Has("size", ("small",), value=False),)) == ["Grande", "Vuota", "Zitta"]
    assert holding((Has("size", ("unheard-of",)),)) == []
    assert holding((Has("no-such-facet", ("small",)),)) == []


def test_of_no_values_nothing_has_any(sizes, holding):
    assert holding((Has("size", ()),)) == []
    assert len(holding((Has("size", (), value=False),))) == 5


def test_lacks_asks_for_what_is_not_known(sizes, holding):
    assert holding((Lacks("size"),)) == ["Vuota", "Zitta"]
    assert holding((Lacks("size", value=False),)) == ["Grande", "Micro e piccola", "Piccola"]
    assert len(holding((Lacks("no-such-facet"),))) == 5
    assert holding((Lacks("no-such-facet", value=False),)) == []


def test_conditions_of_a_group_are_joined_by_and_groups_by_or(sizes, holding):
    both = (Has("size", ("small",)), Lacks("region"))
    assert holding(both) == ["Piccola"]
    assert holding(both, (Flag("suspended"),)) == ["Grande", "Piccola"]
    assert len(holding(())) == 5
    assert holding() == []


def test_what_holds_a_group_of_none_of_does_not_belong(sizes, holding):
    everything = ()
    assert holding(everything, none_of=((Lacks("size"),), (Flag("suspended"),))) == [
        "Micro e piccola",
        "Piccola",
    ]
    assert holding((Has("size", ("small",)),), none_of=((Has("region", ("ITF4",)),),)) == ["Piccola"]
    assert holding(everything, none_of=((),)) == []


def test_an_amount_that_is_not_known_is_within_no_bounds(fill, holding):
    fill(document("Cento", numbers={"grant_min": Decimal(100)}), document("Ignoto"))
    above = (Range("grant_min", low=Decimal("50.01")),)
    assert holding(above) == ["Cento"]
    assert holding((), none_of=(above,)) == ["Ignoto"]


def fits(*values: str) -> dict:
    """Cases on a facet, in the order of ``values``."""
    return {
        "cases": {"fit": tuple(Case(value, ((Has("size", (value,)),),)) for value in values)},
        "tiers": "fit",
    }


@pytest.fixture
def tiered(fill):
    fill(
        document("Grande presto", facets={"size": ("large",)}, moments={"closes": NOW + DAY}),
        document("Micro tardi", facets={"size": ("micro",)}, moments={"closes": NOW + 9 * DAY}),
        document("Micro chiuso", facets={"size": ("micro",)}, moments={"closes": NOW - DAY}),
        document("Micro presto", facets={"size": ("micro",)}, moments={"closes": NOW + 2 * DAY}),
        document("Ignoto", moments={"closes": NOW + DAY}),
        document("Ignoto chiuso", moments={"closes": NOW - 3 * DAY}),
    )


EXPECTED = ["Micro presto", "Micro tardi", "Micro chiuso", "Grande presto", "Ignoto", "Ignoto chiuso"]


def test_hits_come_by_case_then_by_sort_and_what_belongs_to_none_last(tiered, titles):
    assert titles(**fits("micro", "large"), sort=Sort.DEADLINE) == EXPECTED
    assert titles(**fits("large", "micro"), sort=Sort.TITLE) == [
        "Grande presto",
        "Micro chiuso",
        "Micro presto",
        "Micro tardi",
        "Ignoto",
        "Ignoto chiuso",
    ]


@pytest.mark.parametrize("per", [1, 2, 4])
def test_pages_go_on_where_the_last_one_ended(tiered, titles, engine, per):
    query = {**fits("micro", "large"), "sort": Sort.DEADLINE}
    pages = [titles(**query, per=per, page=page) for page in range(1, -(-6 // per) + 1)]
    assert [title for page in pages for title in page] == EXPECTED
    ids = list(engine.ids(SearchQuery("it", now=NOW, **query)))
    assert ids == [hit.page_id for hit in engine.search(SearchQuery("it", now=NOW, **query)).hits]


def test_tiers_neither_filter_nor_count_otherwise(tiered, ask):
    plain, ordered = (
        ask(filters={"size": ("micro",)}, facets=("size", "fit"), **fits("micro", "large") | change)
        for change in ({"tiers": ""}, {})
    )
    assert (plain.total, plain.pages, plain.facets) == (ordered.total, ordered.pages, ordered.facets)
    assert {one.value: one.count for one in ordered.facets["fit"]} == {"micro": 3, "large": 0}


def test_within_a_tier_the_better_match_comes_first(fill, titles, engine):
    fill(
        document("Teatro", page_id=51, body="museo", facets={"size": ("micro",)}),
        document("Museo", page_id=52, facets={"size": ("micro",)}),
        document("Museo museo", page_id=53, facets={"size": ("large",)}),
        document("Altro museo", page_id=54),
        document("Altro", page_id=55, body="museo", day=date(2025, 1, 1)),
    )
    query = {**fits("micro", "large"), "sort": Sort.RELEVANCE}
    assert titles("museo", **query) == ["Museo", "Teatro", "Museo museo", "Altro museo", "Altro"]
    assert list(engine.ids(SearchQuery("it", "museo", now=NOW, **query))) == [52, 51, 53, 54, 55]


def test_an_order_by_cases_that_are_not_there_is_a_mistake_of_the_program(fill, ask):
    fill(document())
    with pytest.raises(LookupError):
        ask(tiers="fit")
