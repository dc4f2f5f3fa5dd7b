"""Counts what matches and the values of its facets, each as if its own filter were not set."""

from dataclasses import dataclass

from tantivy import Query, Searcher

from search.engines.base import MOST_VALUES
from search.query import FacetCount, SearchQuery

from .computed import Combinations, count_one_by_one
from .filters import Filters
from .joining import Demand, all_of

TOTAL = " "  # no name of a facet
Counts = tuple[FacetCount, ...]


@dataclass(frozen=True)
class Counted:
    """How many pages match, and the counts of the facets asked for, in that order."""

    total: int
    facets: dict[str, Counts]


def count(searcher: Searcher, query: SearchQuery, text: list[Demand], filters: Filters) -> Counted:
    """Without loading a document. Facets without a filter are counted in one go, and the total with them."""
    together = [name for name in query.facets if name not in filters.chosen]
    facets, total = _count(searcher, query, all_of([], [*text, *filters.but()]), filters, together)
    for name in query.facets:
        if name in filters.chosen:
            others = all_of([], [*text, *filters.but(name)])
            facets |= _count(searcher, query, others, filters, [name])[0]
    return Counted(total, {name: facets[name] for name in query.facets})


def _count(
    searcher: Searcher, query: SearchQuery, matching: Query, filters: Filters, names: list[str]
) -> tuple[dict[str, Counts], int]:
    """The counts of the facets ``names`` over what matches, and how much does."""
    stored = [name for name in names if name not in query.cases]
    computed = {name: Combinations(query.cases[name]) for name in names if name in query.cases}
    asked: dict[str, dict] = {TOTAL: {"value_count": {"field": "page_id"}}}
    asked |= {name: {"terms": {"field": f"facets.{name}", "size": MOST_VALUES}} for name in stored}
    asked |= {name: one.asked() for name, one in computed.items() if one.countable}
    answer = searcher.aggregate(matching, asked)
    counts = {name: _values(answer[name]) for name in stored}
    for name, one in computed.items():
        found = (
            one.counts(answer[name])
            if one.countable
            else count_one_by_one(searcher, matching, filters, one.cases)
        )
        counts[name] = tuple(
            FacetCount(case.value, number) for case, number in zip(one.cases, found, strict=True)
        )
    return counts, round(answer[TOTAL]["value"])


def _values(answer: dict) -> Counts:
    """The values found, the commonest first."""
    found = [FacetCount(bucket["key"], bucket["doc_count"]) for bucket in answer["buckets"]]
    return tuple(sorted(found, key=lambda one: (-one.count, one.value)))
