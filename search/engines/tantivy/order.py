"""The order of the answers, as queries one after another, each with what it is ordered by."""

from collections.abc import Iterable

from tantivy import Query, Schema

from search.query import Sort
from search.relevance import over, to_come

from .boolean_query import all_of, any_of, but_not
from .filters import Filters

# In place of a field: the better match first, and equals by their number.
RELEVANCE = ""
ORDER_BY = {Sort.NEWEST: "by_newest", Sort.AMOUNT: "by_amount", Sort.TITLE: "by_title"}

Part = tuple[Query, str]


def parts(matching: Query, filters: Filters, by_relevance: bool) -> list[Part]:
    """What matches: by relevance the pinned pages, one after the other; then tier by tier, each by the sort
    of the question."""
    pinned = filters.query.pinned if filters.query.sort is Sort.RELEVANCE else ()
    first = [(all_of([pages(filters.schema, [page])], filters.but()), "by_newest") for page in pinned]
    if pinned:
        matching = but_not(matching, [pages(filters.schema, pinned)])
    tiers = _tiers(matching, filters)
    return first + [part for tier in tiers for part in _sorted(tier, filters, by_relevance)]


def pages(schema: Schema, page_ids: Iterable[int]) -> Query:
    """The pages of these numbers."""
    return Query.term_set_query(schema, "page_id", list(page_ids))


def _tiers(matching: Query, filters: Filters) -> list[Query]:
    query = filters.query
    if not query.tiers:
        return [matching]
    if query.tiers not in query.cases:
        raise LookupError(f"No computed facet “{query.tiers}” to order by.")
    cases = [filters.case(case) for case in query.cases[query.tiers]]
    return [*(all_of([matching, case]) for case in cases), but_not(matching, cases)]


def _sorted(matching: Query, filters: Filters, by_relevance: bool) -> list[Part]:
    """By deadline as ``Sort`` says; of what is over the latest closed comes first."""
    query = filters.query
    if by_relevance:
        return [(matching, RELEVANCE)]
    if query.sort is not Sort.DEADLINE:
        return [(matching, ORDER_BY.get(query.sort, "by_newest"))]
    ended, coming = list(map(filters.group, over(query))), filters.group(to_come(query))
    return [
        (but_not(matching, [*ended, coming]), "by_deadline"),
        (but_not(all_of([matching, coming]), ended), "by_opening"),
        (all_of([matching, any_of(ended)]), "by_ended"),
    ]
