"""Counts what matches and the values of its facets, each as if its own filter were not set."""

from collections import Counter
from dataclasses import dataclass
from functools import partial

from tantivy import Query, Searcher

from search.engines.base import MAX_VALUES
from search.query import FacetCount, SearchQuery

from .boolean_query import Demand, all_of
from .computed import Combinations, count_one_by_one
from .filters import Filters
from .in_thread import InThread
from .schema import BETWEEN, SETS, set_of

TOTAL = " "  # no name of a facet
# Where pages have more sets of values than these, it costs less to count the values.
MAX_SETS = 500
Counts = tuple[FacetCount, ...]


@dataclass(frozen=True)
class Counted:
    """How many pages match, where that was asked, and the counts of the facets asked for, in that order."""

    total: int | None
    facets: dict[str, Counts]


class Counting:
    """Counts without loading a document: the facets that no filter narrows in one go, and the total with
    them; each of the others by itself."""

    def __init__(
        self, searcher: Searcher, query: SearchQuery, text: list[Demand], filters: Filters, total: bool
    ):
        self.names = query.facets
        counting = partial(_count, searcher, query, filters)
        together = [name for name in query.facets if name not in filters.chosen]
        self._together = InThread(partial(counting, all_of([], [*text, *filters.but()]), together, total))
        self._others = [
            InThread(partial(counting, all_of([], [*text, *filters.but(name)]), [name]))
            for name in query.facets
            if name in filters.chosen
        ]

    def begin(self) -> None:
        """Let helpers begin, while something else is being found."""
        for one in (self._together, *self._others):
            one.begin()

    def result(self) -> Counted:
        facets: dict[str, Counts] = {}
        for one in reversed(self._others):  # helpers come to the last one last
            facets |= one.result().facets
        counted = self._together.result()
        facets |= counted.facets
        return Counted(counted.total, {name: facets[name] for name in self.names})


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
    asked = {name: _sets_of(name) if name in SETS else _values_of(name) for name in stored}
    asked |= {name: one.asked() for name, one in computed.items() if one.countable}
    if total:
        asked[TOTAL] = {"value_count": {"field": "page_id"}}
    answer = searcher.aggregate(matching, asked) if asked else {}
    counts = {name: _stored(searcher, matching, name, answer[name]) for name in stored}
    for name, one in computed.items():
        found = (
            one.counts(answer[name])
            if one.countable
            else count_one_by_one(searcher, matching, filters, one.cases)
        )
        counts[name] = tuple(
            FacetCount(case.value, number) for case, number in zip(one.cases, found, strict=True)
        )
    return Counted(round(answer[TOTAL]["value"]) if total else None, counts)


def _values_of(name: str) -> dict:
    return {"terms": {"field": f"facets.{name}", "size": MAX_VALUES}}


def _sets_of(name: str) -> dict:
    return {"terms": {"field": set_of(name), "size": MAX_SETS}}


def _stored(searcher: Searcher, matching: Query, name: str, answer: dict) -> Counts:
    """The values of a facet, the commonest first, from the answer about its values or their sets."""
    if name not in SETS:
        counts = _buckets(answer)
    elif answer["sum_other_doc_count"]:
        answer = searcher.aggregate(matching, {name: _values_of(name)})
        counts = _buckets(answer[name])
    else:
        counts = Counter()
        for values, number in _buckets(answer).items():
            for value in values.split(BETWEEN):
                counts[value] += number
    return tuple(FacetCount(*one) for one in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _buckets(answer: dict) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in answer["buckets"]}
