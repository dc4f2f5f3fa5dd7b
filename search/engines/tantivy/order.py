"""The order of the answers, as queries one after another, each with what it is ordered by."""

from datetime import UTC, datetime

from tantivy import FieldType, Query, Schema

from search.query import SearchQuery, Sort

from .matching import Filters, all_of, any_of, but_not
from .schema import microseconds

# In place of a field: the better match first, and equals by their number.
RELEVANCE = ""
ORDER_BY = {Sort.NEWEST: "by_newest", Sort.AMOUNT: "by_amount", Sort.TITLE: "by_title"}

Part = tuple[Query, str]


def parts(matching: Query, filters: Filters, scores: bool) -> list[Part]:
    """What matches, tier by tier, each by the sort of the question. ``scores`` is whether matches differ."""
    return [
        part
        for tier in _tiers(matching, filters)
        for part in _sorted(tier, filters.schema, filters.query, scores)
    ]


def _tiers(matching: Query, filters: Filters) -> list[Query]:
    query = filters.query
    if not query.tiers:
        return [matching]
    if query.tiers not in query.cases:
        raise LookupError(f"No computed facet “{query.tiers}” to order by.")
    # A tier is no better a match than another: without a score it leaves those of the words alone.
    cases = [Query.const_score_query(filters.case(case), 0) for case in query.cases[query.tiers]]
    return [*(all_of([matching, case]) for case in cases), but_not(matching, cases)]


def _sorted(matching: Query, schema: Schema, query: SearchQuery, scores: bool) -> list[Part]:
    """By deadline: what can still be asked for, the nearest closing first; then the rest, the latest closed
    first."""
    if query.sort is Sort.RELEVANCE and scores:
        return [(matching, RELEVANCE)]
    if query.sort is not Sort.DEADLINE:
        return [(matching, ORDER_BY.get(query.sort, "by_newest"))]
    now = microseconds(query.now or datetime.now(UTC))
    ended = Query.range_query(schema, "ends", FieldType.Integer, upper_bound=now, include_upper=False)
    over = any_of([ended, Query.term_query(schema, "flags.suspended", True)])
    return [(but_not(matching, [over]), "by_deadline"), (all_of([matching, over]), "by_ended")]
