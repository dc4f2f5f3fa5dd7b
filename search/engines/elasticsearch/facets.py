"""Counts the values of facets, each as if its own filter were not set, in the request for the hits."""

from elasticsearch.dsl import aggs

from search.engines.base import MAX_VALUES
from search.query import FacetCount, SearchQuery

from .matching import Filters, all_of

Counts = dict[str, tuple[FacetCount, ...]]


def aggregations(query: SearchQuery, filters: Filters) -> dict[str, aggs.Agg]:
    """An aggregation for each facet of the question, over what its words and bounds match."""
    counting = {}
    for name in query.facets:
        others = aggs.Filter(all_of(filters.but(name)))
        others.bucket("values", _values(name, query, filters))
        counting[name] = others
    return counting


def _values(name: str, query: SearchQuery, filters: Filters) -> aggs.Agg:
    if name in query.cases:
        cases = {str(position): filters.case(case) for position, case in enumerate(query.cases[name])}
        return aggs.Filters(filters=cases)
    return aggs.Terms(field=f"facets.{name}", size=MAX_VALUES, order=[{"_count": "desc"}, {"_key": "asc"}])


def read(query: SearchQuery, response: dict) -> Counts:
    """Stored values: those found, the commonest first. Computed ones: every case in the order given."""
    return {name: _counts(name, query, response[name]["values"]["buckets"]) for name in query.facets}


def _counts(name: str, query: SearchQuery, buckets) -> tuple[FacetCount, ...]:
    if name in query.cases:
        return tuple(
            FacetCount(case.value, buckets[str(position)]["doc_count"])
            for position, case in enumerate(query.cases[name])
        )
    return tuple(FacetCount(bucket["key"], bucket["doc_count"]) for bucket in buckets)
