"""The order of the answers, as queries one after another, each with what it is ordered by."""

from collections.abc import Iterable

from tantivy import Query, Schema

from search.query import Sort
from search.relevance import CLAUSE, OVER, over

from .matching import Filters, all_of, any_of, but_not

# In place of a field: the better match first, and equals by their number.
RELEVANCE = ""
ORDER_BY = {Sort.NEWEST: "by_newest", Sort.AMOUNT: "by_amount", Sort.TITLE: "by_title"}

Part = tuple[Query, str]


def parts(matching: Query, filters: Filters, scores: bool, relaxed: bool) -> list[Part]:
    """What matches: by relevance the pinned pages, one after the other; then tier by tier, each by the sort
    of the question. ``scores`` is whether matches differ, ``relaxed`` whether they lack some of the words."""
    pinned = filters.query.pinned if filters.query.sort is Sort.RELEVANCE else ()
    first = [(all_of([matching, pages(filters.schema, [page])]), "by_newest") for page in pinned]
    if pinned:
        matching = but_not(matching, [pages(filters.schema, pinned)])
    tiers = _tiers(matching, filters)
    return first + [part for tier in tiers for part in _sorted(tier, filters, scores, relaxed)]


def pages(schema: Schema, numbers: Iterable[int]) -> Query:
    """The pages of these numbers."""
    return Query.term_set_query(schema, "page_id", list(numbers))


def _tiers(matching: Query, filters: Filters) -> list[Query]:
    query = filters.query
    if not query.tiers:
        return [matching]
    if query.tiers not in query.cases:
        raise LookupError(f"No computed facet “{query.tiers}” to order by.")
    # A tier is no better a match than another: without a score it leaves those of the words alone.
    cases = [Query.const_score_query(filters.case(case), 0) for case in query.cases[query.tiers]]
    return [*(all_of([matching, case]) for case in cases), but_not(matching, cases)]


def _sorted(matching: Query, filters: Filters, scores: bool, relaxed: bool) -> list[Part]:
    """By deadline: what can still be asked for, the nearest closing first; then the rest, the latest closed
    first."""
    query, ended = filters.query, any_of(map(filters.group, over(filters.query)))
    if query.sort is Sort.RELEVANCE and scores:
        ranked = _most_words_first if relaxed else _what_is_over_last
        return [(ranked(matching, ended), RELEVANCE)]
    if query.sort is not Sort.DEADLINE:
        return [(matching, ORDER_BY.get(query.sort, "by_newest"))]
    return [(but_not(matching, [ended]), "by_deadline"), (all_of([matching, ended]), "by_ended")]


def _what_is_over_last(matching: Query, ended: Query) -> Query:
    """The same pages, all of which have all the words; those that are over score less."""
    less = Query.boost_query(all_of([matching, Query.const_score_query(ended, 0)]), OVER)
    return any_of([but_not(matching, [ended]), less])


def _most_words_first(matching: Query, ended: Query) -> Query:
    """The same pages, which have some of the words; those that are not over score half a clause more."""
    more = Query.const_score_query(Query.all_query(), CLAUSE / 2)
    rest = all_of([matching, Query.const_score_query(ended, 0)])
    return any_of([all_of([but_not(matching, [ended]), more]), rest])
