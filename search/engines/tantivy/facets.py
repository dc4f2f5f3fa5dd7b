"""Counts what matches and the values of its facets, each as if its own filter were not set."""

from dataclasses import dataclass

from tantivy import Query, Searcher

from search.engines.base import MAX_VALUES
from search.query import FacetCount, SearchQuery

from .boolean_query import Demand, all_of
from .computed import Combinations, count_one_by_one
from .filters import Filters

TOTAL = " "  # no name of a facet
Counts = tuple[FacetCount, ...]


@dataclass(frozen=True)
class Counted:
    """How many pages match, where that was asked, and the counts of the facets asked for, in that order."""

    total: int | None
    facets: dict[str, Counts]


def count_facets(
    searcher: Searcher, query: SearchQuery, text: list[Demand], filters: Filters, total: bool
) -> Counted:
    """Counts without loading a document: the facets that no filter narrows in one go, and the total with
    them; each of the others by itself."""
    together = [name for name in query.facets if name not in filters.chosen]
    counted = _count(searcher, query, filters, all_of([], [*text, *filters.but()]), together, total)
    facets = dict(counted.facets)
    for name in filters.chosen:
        if name in query.facets:
            facets |= _count(searcher, query, filters, all_of([], [*text, *filters.but(name)]), [name]).facets
    return Counted(counted.total, {name: facets[name] for name in query.facets})


def _count(
    searcher: Searcher,
    query: SearchQuery,
    filters: Filters,
    matching: Query,
    names: list[str],
    total: bool = False,
) -> Counted:
    """The counts of the facets ``names`` over what matches, and how much does."""
    stored = [name for name in names if name not in query.cases]
    computed = {name: Combinations(query.cases[name]) for name in names if name in query.cases}
    aggregations = {name: _values_of(name) for name in stored}
    aggregations |= {name: one.aggregation() for name, one in computed.items() if one.countable}
    if total:
        aggregations[TOTAL] = {"value_count": {"field": "page_id"}}
    response = searcher.aggregate(matching, aggregations) if aggregations else {}
    counts = {name: _stored(response[name]) for name in stored}
    for name, one in computed.items():
        found = (
            one.counts(response[name])
            if one.countable
            else count_one_by_one(searcher, matching, filters, one.cases)
        )
        counts[name] = tuple(
            FacetCount(case.value, count) for case, count in zip(one.cases, found, strict=True)
        )
    return Counted(round(response[TOTAL]["value"]) if total else None, counts)


def _values_of(name: str) -> dict:
    return {"terms": {"field": f"facets.{name}", "size": MAX_VALUES}}


def _stored(response: dict) -> Counts:
    """The values of a facet, the commonest first."""
    counts = {bucket["key"]: bucket["doc_count"] for bucket in response["buckets"]}
    return tuple(FacetCount(*one) for one in sorted(counts.items(), key=lambda one: (-one[1], one[0])))
