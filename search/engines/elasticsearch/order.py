"""The order of the answers, as queries one after another, each with what it is sorted by."""

from datetime import UTC, datetime

from elasticsearch.dsl import query as dsl
from elasticsearch.dsl.query import Bool, Query

from search.engines.tantivy.schema import microseconds
from search.query import SearchQuery, Sort

from .matching import Filters, all_of, any_of, but_not

# Each ends in the page's number, so that no two pages are ever equal.
_LAST = {"page_id": "asc"}
RELEVANCE = [{"_score": "desc"}, _LAST]
NEWEST = [{"day": {"order": "desc", "missing": "_last"}}, _LAST]
AMOUNT = [{"grant_max": {"order": "desc", "missing": "_last"}}, _LAST]
TITLE = ["by_title", _LAST]
DEADLINE = ["ends", _LAST]
ENDED = [{"ends": "desc"}, _LAST]
ORDER_BY = {Sort.NEWEST: NEWEST, Sort.AMOUNT: AMOUNT, Sort.TITLE: TITLE}

Part = tuple[Query, list]


def parts(matching: Query, filters: Filters, scores: bool) -> list[Part]:
    """What matches, tier by tier, each by the sort of the question. ``scores`` is whether matches differ."""
    return [part for tier in _tiers(matching, filters) for part in _sorted(tier, filters.query, scores)]


def _tiers(matching: Query, filters: Filters) -> list[Query]:
    query = filters.query
    if not query.tiers:
        return [matching]
    if query.tiers not in query.cases:
        raise LookupError(f"No computed facet “{query.tiers}” to order by.")
    cases = [filters.case(case) for case in query.cases[query.tiers]]
    # Filters do not score: a tier is no better a match than another.
    return [*(Bool(must=[matching], filter=[case]) for case in cases), but_not(matching, cases)]


def _sorted(matching: Query, query: SearchQuery, scores: bool) -> list[Part]:
    """By deadline: what can still be asked for, the nearest closing first; then the rest, the latest closed
    first."""
    if query.sort is Sort.RELEVANCE and scores:
        return [(matching, RELEVANCE)]
    if query.sort is not Sort.DEADLINE:
        return [(matching, ORDER_BY.get(query.sort, NEWEST))]
    now = microseconds(query.now or datetime.now(UTC))
    over = any_of([dsl.Range("ends", {"lt": now}), dsl.Term("flags.suspended", {"value": "true"})])
    return [(but_not(matching, [over]), DEADLINE), (all_of([matching, over]), ENDED)]
