"""Counts the values of facets, each as if its own filter were not set, without loading a document."""

from tantivy import Query, Searcher

from search.engines.base import MOST_VALUES
from search.query import FacetCount, SearchQuery

from .computed import count_cases
from .matching import Filters, all_of


def count_facets(
    searcher: Searcher, query: SearchQuery, text: Query, filters: Filters
) -> dict[str, tuple[FacetCount, ...]]:
    """The counts of ``query.facets``, in that order. Facets without a filter are counted in one go."""
    stored = [name for name in query.facets if name not in query.cases]
    together = [name for name in stored if name not in filters.chosen]
    counted = _stored(searcher, all_of([text, *filters.but()]), together)
    for name in query.facets:
        if name in counted:
            continue
        others = all_of([text, *filters.but(name)])
        if name in query.cases:
            counted[name] = count_cases(searcher, others, filters, query.cases[name])
        else:
            counted |= _stored(searcher, others, [name])
    return {name: counted[name] for name in query.facets}


def _stored(searcher: Searcher, query: Query, names: list[str]) -> dict[str, tuple[FacetCount, ...]]:
    """The values found, the commonest first."""
    if not names:
        return {}
    asked = {name: {"terms": {"field": f"facets.{name}", "size": MOST_VALUES}} for name in names}
    answer = searcher.aggregate(query, asked)
    counts = {
        name: [FacetCount(bucket["key"], bucket["doc_count"]) for bucket in answer[name]["buckets"]]
        for name in names
    }
    return {
        name: tuple(sorted(found, key=lambda one: (-one.count, one.value))) for name, found in counts.items()
    }
