"""What every engine owes to facets that follow from moments and flags: whichever way it counts and filters
them, the answer is the same."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, combinations

import pytest

from funding.catalogue.status_filters import status_cases
from search.query import Case, Flag, Range, SearchQuery
from tests.factories.search import document

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
STATUS = status_cases(NOW)
FLAGS = ("suspended", "results_pending", "undated")
# What the rule's bounds tell apart, on either side of each, and what is not known.
STEPS = (-DAY, -SECOND, 0 * DAY, SECOND)
MOMENTS = (None, *(edge + step for edge in (NOW, NOW + 14 * DAY) for step in STEPS))


@pytest.fixture
def sheets(fill):
    """Each kind of dates and flags, some of them without a word about a flag."""
    dice = random.Random(1)
    made = []
    for number in range(300):
        moments = {name: dice.choice(MOMENTS) for name in ("opens", "closes", "closed_early_at")}
        flags = {name: dice.random() < 0.3 for name in FLAGS if dice.random() < 0.7}
        made.append(document(f"Bando {number}", page_id=number + 1, moments=moments, flags=flags))
    fill(*made)
    return {page.page_id: page for page in made}


def case_of(page) -> str:
    """The one case of a page, by going through the conditions."""

    def holds(item) -> bool:
        if isinstance(item, Flag):
            return page.flags.get(item.name, False) is item.value
        unknown = datetime(1970 if item.name == "opens" else 9999, 1, 1, tzinfo=UTC)
        moment = page.moments.get(item.name) or unknown
        return (item.low is None or moment >= item.low) and (item.high is None or moment < item.high)

    [value] = [case.value for case in STATUS if any(all(map(holds, group)) for group in case.any_of)]
    return value


@pytest.fixture
def query():
    return SearchQuery("it", cases={"status": STATUS}, facets=("status",), now=NOW)


def counts(results) -> dict[str, int]:
    return {one.value: one.count for one in results.facets["status"]}


def test_each_page_is_counted_in_its_case(engine, sheets, query):
    true = [case_of(page) for page in sheets.values()]
    assert counts(engine.search(query)) == {case.value: true.count(case.value) for case in STATUS}
    assert len({*true}) == len(STATUS)


def test_what_is_counted_is_what_the_filter_finds(engine, sheets, query):
    for value, number in counts(engine.search(query)).items():
        results = engine.search(replace(query, filters={"status": (value,)}, per=300))
        assert {case_of(sheets[hit.page_id]) for hit in results.hits} <= {value}
        assert results.total == number


def test_to_choose_most_cases_is_to_refuse_the_others(engine, sheets, query):
    values = [case.value for case in STATUS]
    for chosen in chain.from_iterable(combinations(values, number) for number in (1, 3, 6, 7)):
        plain = replace(query, filters={"status": chosen})
        assert sum(case_of(page) in chosen for page in sheets.values()) == engine.search(plain).total
        assert engine.search(replace(plain, complete=("status",))) == engine.search(plain)


def test_a_value_that_no_case_has_chooses_nothing(engine, sheets, query):
    unheard = replace(query, filters={"status": ("unheard-of",)}, complete=("status",))
    assert engine.search(unheard).total == 0


def test_exceptions_bounds_of_nothing_and_cases_for_all_are_counted(engine, sheets, query):
    flagged, always = (Flag("suspended"),), ()
    cases = (
        Case("all", (always,)),
        Case("none", ()),
        Case("any moment", ((Range("closes"),),)),
        Case("but suspended", (always,), none_of=(flagged,)),
        Case("no such flag", ((Flag("unheard-of", False),),)),
    )
    suspended = sum(page.flags.get("suspended", False) for page in sheets.values())
    found = engine.search(replace(query, cases={"status": cases}))
    assert counts(found) == {
        "all": 300,
        "none": 0,
        "any moment": 300,
        "but suspended": 300 - suspended,
        "no such flag": 300,
    }


def test_nothing_found_is_counted_as_nothing(engine, sheets, query):
    assert set(counts(engine.search(replace(query, words="inesistente"))).values()) == {0}
