"""Counts the cases of a computed facet in one go, at a cost for each match and not for each page.

The bounds that the cases name cut time into stretches. Matches are counted in each combination of stretches
and flags, and a case is the sum of those that it holds. Cases that ask for more are counted one by one.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import prod

from tantivy import Query, Searcher

from search.engines.base import MOMENTS
from search.query import Case, Condition, Flag, Group, Range

from .boolean_query import all_of
from .filters import Filters, bound

# Beyond so many combinations it costs less to count the cases one by one.
MAX_COMBINATIONS = 200
# Tantivy reads the bounds of stretches as floating point numbers; later moments would lose their last digits.
MAX_EXACT_MOMENT = 2**53
INNER = "inner"
# For each moment the stretch in which it lies, from a bound (included) to another (excluded); for each flag
# whether it is set.
Cell = dict[str, tuple[int | None, int | None] | bool]


class Combinations:
    """What the conditions of some cases can tell apart. ``countable``: by moments and flags alone."""

    def __init__(self, cases: tuple[Case, ...]):
        self.cases = cases
        conditions = [item for case in cases for group in (*case.any_of, *case.none_of) for item in group]
        self.flags = sorted({item.name for item in conditions if isinstance(item, Flag)})
        self.bounds: dict[str, list[int]] = {}
        for item in conditions:
            if isinstance(item, Range):
                edges = {edge for edge in (bound(item.low), bound(item.high)) if edge is not None}
                self.bounds[item.name] = sorted({*self.bounds.get(item.name, ()), *edges})
        self.bounds = {name: edges for name, edges in self.bounds.items() if edges}
        self.countable = all(map(_simple, conditions)) and 1 < self._count_combinations() <= MAX_COMBINATIONS

    def _count_combinations(self) -> int:
        return prod(len(edges) + 1 for edges in self.bounds.values()) * 2 ** len(self.flags)

    def aggregation(self) -> dict:
        """The aggregation: stretches within stretches, and flags within these."""
        aggregation: dict = {}
        for name in reversed(self.flags):
            # A page without the flag is one that says no.
            aggregation = _around(aggregation, {"terms": {"field": f"flags.{name}", "missing": "none"}})
        for name, edges in reversed(self.bounds.items()):
            stretches = [
                {side: edge for side, edge in (("from", low), ("to", high)) if edge is not None}
                for low, high in pairwise([None, *edges, None])
            ]
            aggregation = _around(aggregation, {"range": {"field": name, "ranges": stretches}})
        return aggregation

    def counts(self, response: dict) -> list[int]:
        """How many matches each case has."""
        cells = list(self._cells(response, [*self.bounds, *self.flags], {}))
        return [sum(count for cell, count in cells if _belongs(cell, case)) for case in self.cases]

    def _cells(self, response: dict, names: list[str], outer: Cell) -> Iterator[tuple[Cell, int]]:
        name, *rest = names
        for bucket in response["buckets"]:
            stretch = bucket.get("from"), bucket.get("to")
            cell = {**outer, name: stretch if name in self.bounds else bucket["key"] == 1}
            if rest and bucket["doc_count"]:
                yield from self._cells(bucket[INNER], rest, cell)
            elif bucket["doc_count"]:
                yield cell, bucket["doc_count"]


def count_one_by_one(
    searcher: Searcher, query: Query, filters: Filters, cases: tuple[Case, ...]
) -> list[int]:
    """The same with a search for each case."""
    return [searcher.search(all_of([query, filters.case(case)]), limit=1).count for case in cases]


def _simple(item: Condition) -> bool:
    if isinstance(item, Range):
        return item.name in MOMENTS and all(
            (bound(edge) or 0) < MAX_EXACT_MOMENT for edge in (item.low, item.high)
        )
    return isinstance(item, Flag) and item.name not in MOMENTS


def _around(inner: dict, outer: dict) -> dict:
    return {**outer, "aggs": {INNER: inner}} if inner else outer


def _belongs(cell: Cell, case: Case) -> bool:
    refused = any(_meets(cell, group) for group in case.none_of)
    return not refused and any(_meets(cell, group) for group in case.any_of)


def _meets(cell: Cell, group: Group) -> bool:
    return all(_holds(cell, item) for item in group)


def _holds(cell: Cell, item: Condition) -> bool:
    if isinstance(item, Flag):
        return cell[item.name] is item.value
    first, last = cell.get(item.name, (None, None))
    low, high = bound(item.low), bound(item.high)
    after = low is None or (first is not None and first >= low)
    return after and (high is None or (last is not None and last <= high))
