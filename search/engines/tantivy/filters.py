"""Builds Tantivy's queries for everything in a question but its words."""

from collections.abc import Iterable
from datetime import datetime

from tantivy import FieldType, Occur, Query, Schema

from search.engines.base import MOMENTS, NUMBERS
from search.engines.values import cents, microseconds
from search.language.text import clean
from search.query import Case, Condition, Flag, Group, Has, Range, SearchQuery

from .boolean_query import ALL, Demand, all_of, any_of, but_not, refusing


class Filters:
    """The filters of one question, as demands to be joined with its words."""

    def __init__(self, schema: Schema, query: SearchQuery):
        self.schema, self.query = schema, query
        self._groups: dict[Group, Query] = {}  # cases name each other: a question has few and asks often
        self.ranges = [self._demand(item) for item in query.ranges]
        self.chosen = {name: self._choice(name, values) for name, values in query.filters.items() if values}

    def but(self, name: str | None = None) -> list[Demand]:
        """All filters, except the one of the facet ``name``."""
        others = [demands for chosen, demands in self.chosen.items() if chosen != name]
        return [*self.ranges, *(demand for demands in others for demand in demands)]

    def case(self, case: Case) -> Query:
        return but_not(any_of(map(self.group, case.any_of)), map(self.group, case.none_of))

    def group(self, group: Group) -> Query:
        """What meets all conditions."""
        if group not in self._groups:
            self._groups[group] = all_of([], map(self._demand, group))
        return self._groups[group]

    def _choice(self, name: str, values: Iterable[str]) -> list[Demand]:
        if name not in self.query.cases:
            return [(Occur.Must, self._has(name, values))]
        cases = self.query.cases[name]
        chosen = [case for case in cases if case.value in values]
        others = [case for case in cases if case.value not in values]
        if name in self.query.complete and len(others) < len(chosen):
            return refusing(map(self.case, others))
        return [(Occur.Must, any_of(map(self.case, chosen)))]

    def _demand(self, item: Condition) -> Demand:
        if isinstance(item, Range):
            return Occur.Must, self._range(item)
        if isinstance(item, Flag):
            return _being(item.value), Query.term_query(self.schema, f"flags.{item.name}", True)
        if isinstance(item, Has):
            return _being(item.value), self._has(item.name, item.values)
        return _being(not item.value), Query.exists_query(f"facets.{item.name}")

    def _has(self, name: str, values: Iterable[str]) -> Query:
        """Term by term: a set of terms costs Tantivy a millisecond before it looks for any."""
        terms = [clean(str(value)) for value in values]
        return any_of(Query.term_query(self.schema, f"facets.{name}", term, "basic") for term in terms)

    def _range(self, item: Range) -> Query:
        if item.name not in (*NUMBERS, *MOMENTS):
            raise LookupError(f"No number or moment “{item.name}”: see search.engines.base.")
        low, high = bound(item.low), bound(item.high)
        if low is None and high is None:
            return ALL
        return Query.range_query(
            self.schema, item.name, FieldType.Integer, low, high, include_upper=high is None
        )


def bound(value) -> int | None:
    if value is None:
        return None
    return microseconds(value) if isinstance(value, datetime) else cents(value)


def _being(value: bool) -> Occur:
    return Occur.Must if value else Occur.MustNot
