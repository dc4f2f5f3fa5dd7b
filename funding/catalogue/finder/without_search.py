"""The finder while no search engine answers: the same question, but for words, put to the database.

It reads a light row of every live sheet, so it is not for every day. It follows the rules of a sheet's search
document and status themselves, and a test holds it to the engine's answers.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime

from funding.domain.status import whole_second
from search.language.text import title_key
from search.query import Case, Condition, FacetCount, Flag, Has, Range, SearchQuery, SearchResults, Sort

from .parameters import FinderParameters
from .query import IN_TIME, question
from .rows import LAST_OF_ALL, SheetRow, rows


def find_without_search(
    parameters: FinderParameters, locale, now: datetime
) -> tuple[SearchResults, list[int]]:
    """What the engine would answer without words: totals and counts, and the sheets of the page by number."""
    query = question(parameters, locale.language_code, now)
    matches, counts = _sift(rows(locale, now), query)
    matches.sort(key=_order(query.sort, now))
    pages = max(1, -(-len(matches) // query.per))
    page = min(max(1, query.page), pages)
    first = (page - 1) * query.per
    results = SearchResults(total=len(matches), page=page, pages=pages, facets=_facets(query, counts))
    return results, [row.pk for row in matches[first : first + query.per]]


def _sift(catalogue: Iterable[SheetRow], query: SearchQuery) -> tuple[list[SheetRow], dict[str, Counter]]:
    """The rows that pass, and the counts of every facet: of the rows that all other filters let pass."""
    filters = {name: set(values) for name, values in query.filters.items() if name != "type"}
    matches, counts = [], {name: Counter() for name in query.facets}
    for row in catalogue:
        if not all(_within(row, bounds) for bounds in query.ranges):
            continue
        refused = [name for name, values in filters.items() if values.isdisjoint(_values(row, name, query))]
        if not refused:
            matches.append(row)
        if len(refused) <= 1:
            for name in set(refused or query.facets) & set(query.facets):
                counts[name].update(_values(row, name, query))
    return matches, counts


def _values(row: SheetRow, name: str, query: SearchQuery) -> Iterable[str]:
    """What the row has of a facet; a status is there already, other cases are looked into."""
    known = row.facets.get(name, ())
    further = (case for case in query.cases.get(name, ()) if name != "status" or case.value == IN_TIME)
    return [*known, *(case.value for case in further if _belongs(row, case))]


def _belongs(row: SheetRow, case: Case) -> bool:
    return any(all(_holds(row, item) for item in group) for group in case.any_of)


def _holds(row: SheetRow, item: Condition) -> bool:
    if isinstance(item, Range):
        return _within(row, item)
    if isinstance(item, Flag):
        return row.flags[item.name] is item.value
    if isinstance(item, Has):
        return item.value is not set(item.values).isdisjoint(row.facets[item.name])
    raise NotImplementedError(item)


def _within(row: SheetRow, bounds: Range) -> bool:
    """A number that is not known is within no bounds."""
    value = row.amount if bounds.name == "grant_max" else row.moments[bounds.name]
    if value is None:
        return False
    return (bounds.low is None or value >= bounds.low) and (bounds.high is None or value < bounds.high)


def _facets(query: SearchQuery, counts: dict[str, Counter]) -> dict[str, tuple[FacetCount, ...]]:
    """The commonest value first; the statuses all of them, in their own order."""
    found = {}
    for name in query.facets:
        if name in query.cases:
            values = [(case.value, counts[name][case.value]) for case in query.cases[name]]
        else:
            values = sorted(counts[name].items(), key=lambda one: (-one[1], one[0]))
        found[name] = tuple(FacetCount(value, count) for value, count in values)
    return found


def _order(sort: Sort, now: datetime) -> Callable:
    """The key of a row. Each ends in the number of the page, so that no two are ever equal."""
    if sort is Sort.DEADLINE:
        return lambda row: _by_deadline(row, now)
    if sort is Sort.AMOUNT:
        return lambda row: (row.amount is None, -(row.amount or 0), row.pk)
    if sort is Sort.TITLE:
        return lambda row: f"{title_key(row.title)} {row.pk:012}"
    return lambda row: (-(row.day or date.min).toordinal(), row.pk)


def _by_deadline(row: SheetRow, now: datetime) -> tuple:
    """The order of ``Sort.DEADLINE``; closed calls come last, the latest closed first."""
    now, opens, ends = whole_second(now), row.moments["opens"], row.moments["ends"]
    if row.flags["suspended"] or ends < now:
        return (2, LAST_OF_ALL - ends, row.pk)
    if opens > now:
        return (1, opens, row.pk)
    return (0, ends, row.pk)
