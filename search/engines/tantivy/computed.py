"""Counts the cases of a computed facet in one go.

Tantivy takes what an aggregation is to count in its query language. Only bounds and flags of our own making
are written in it, never anything that was typed; cases that ask for more are counted one by one.
"""

from tantivy import Query, Searcher

from search.engines.base import MOMENTS, NUMBERS
from search.query import Case, Condition, FacetCount, Flag, Group, Range

from .matching import Filters, all_of, bound


def count_cases(
    searcher: Searcher, query: Query, filters: Filters, cases: tuple[Case, ...]
) -> tuple[FacetCount, ...]:
    """Every case in the order given, also those that nothing belongs to."""
    written = [_case(case) for case in cases]
    if cases and all(written):
        asked = {str(place): {"filter": text} for place, text in enumerate(written)}
        found = searcher.aggregate(query, asked)
        counts = [found[str(place)]["doc_count"] for place in range(len(cases))]
    else:
        counts = [searcher.search(all_of([query, filters.case(case)]), limit=1).count for case in cases]
    return tuple(FacetCount(case.value, count) for case, count in zip(cases, counts, strict=True))


def _case(case: Case) -> str:
    """The case in Tantivy's query language; empty where it cannot be written."""
    groups = [_group(group) for group in case.any_of]
    return "" if case.none_of or not all(groups) else " ".join(f"({group})" for group in groups)


def _group(group: Group) -> str:
    conditions = [_condition(item) for item in group]
    return " ".join(["+*", *conditions]) if all(conditions) else ""


def _condition(item: Condition) -> str:
    if isinstance(item, Flag) and item.name.isidentifier():
        return f"{'+' if item.value else '-'}flags.{item.name}:true"
    if isinstance(item, Range) and item.name in (*NUMBERS, *MOMENTS):
        low, high = bound(item.low), bound(item.high)
        bounds = [f"+{item.name}:>={low}"] if low is not None else []
        bounds += [f"+{item.name}:<{high}"] if high is not None else []
        return " ".join(bounds) or "+*"
    return ""
