"""The order of the answers, as queries one after another, each with what it is sorted by."""

from collections.abc import Iterable

from elasticsearch.dsl import query as dsl
from elasticsearch.dsl.function import SF
from elasticsearch.dsl.query import Bool, Query

from search.query import Sort
from search.relevance import CLAUSE, OVER, over, to_come

from .matching import Filters, all_of, any_of, but_not

# Each ends in the page's number, so that no two pages are ever equal.
_LAST = {"page_id": "asc"}
RELEVANCE = [{"_score": "desc"}, _LAST]
NEWEST = [{"day": {"order": "desc", "missing": "_last"}}, _LAST]
AMOUNT = [{"grant_max": {"order": "desc", "missing": "_last"}}, _LAST]
TITLE = ["by_title", _LAST]
DEADLINE = ["ends", _LAST]
OPENING = ["opens", _LAST]
ENDED = [{"ends": "desc"}, _LAST]
ORDER_BY = {Sort.NEWEST: NEWEST, Sort.AMOUNT: AMOUNT, Sort.TITLE: TITLE}

Part = tuple[Query, list]


def parts(matching: Query, filters: Filters, scores: bool, relaxed: bool) -> list[Part]:
    """What matches: by relevance the pinned pages first; then tier by tier, each by the sort of the question.
    ``scores`` is whether matches differ, ``relaxed`` whether they lack some of the words."""
    pinned = filters.query.pinned if filters.query.sort is Sort.RELEVANCE else ()
    first = [(_in_this_order(matching, pinned), RELEVANCE)] if pinned else []
    if pinned:
        matching = but_not(matching, [pages(pinned)])
    tiers = _tiers(matching, filters)
    return first + [part for tier in tiers for part in _sorted(tier, filters, scores, relaxed)]


def pages(page_ids: Iterable[int]) -> Query:
    """The pages of these numbers."""
    return dsl.Terms("page_id", list(page_ids))


def _in_this_order(matching: Query, pinned: tuple[int, ...]) -> Query:
    """Those of the pages that match, the first with the highest score."""
    ranked = enumerate(reversed(pinned), 1)
    scored = [dsl.ConstantScore(filter=pages([page]), boost=rank) for rank, page in ranked]
    return Bool(should=scored, filter=[matching], minimum_should_match=1)


def _tiers(matching: Query, filters: Filters) -> list[Query]:
    query = filters.query
    if not query.tiers:
        return [matching]
    if query.tiers not in query.cases:
        raise LookupError(f"No computed facet “{query.tiers}” to order by.")
    cases = [filters.case(case) for case in query.cases[query.tiers]]
    # Filters do not score: a tier is no better a match than another.
    return [*(Bool(must=[matching], filter=[case]) for case in cases), but_not(matching, cases)]


def _sorted(matching: Query, filters: Filters, scores: bool, relaxed: bool) -> list[Part]:
    """By deadline as ``Sort`` says; of what is over the latest closed comes first."""
    query, ended = filters.query, any_of(map(filters.group, over(filters.query)))
    if query.sort is Sort.RELEVANCE and scores:
        ranked = _by_matched_words if relaxed else _recent_first_and_over_last
        return [(ranked(matching, ended), RELEVANCE)]
    if query.sort is not Sort.DEADLINE:
        return [(matching, ORDER_BY.get(query.sort, NEWEST))]
    coming = filters.group(to_come(query))
    return [
        (but_not(matching, [ended, coming]), DEADLINE),
        (but_not(all_of([matching, coming]), [ended]), OPENING),
        (all_of([matching, ended]), ENDED),
    ]


def _recent_first_and_over_last(matching: Query, ended: Query) -> Query:
    """The same pages, all of which have all the words; those that are over score less."""
    factors = [SF("field_value_factor", field="recency"), SF({"filter": ended, "weight": OVER})]
    return dsl.FunctionScore(query=matching, functions=factors, score_mode="multiply", boost_mode="multiply")


def _by_matched_words(matching: Query, ended: Query) -> Query:
    """The same pages, which have some of the words; those that are not over score half a clause more."""
    more = dsl.ConstantScore(filter=Bool(must_not=[ended]), boost=CLAUSE / 2)
    return Bool(must=[matching], should=[more])
