"""Joins queries into one."""

from collections.abc import Iterable

from tantivy import Occur, Query

# What has to match, or must not.
Demand = tuple[Occur, Query]
# Told apart by identity and left out wherever something else is demanded: to go through all pages costs time.
ALL = Query.all_query()


def all_of(queries: Iterable[Query], demands: Iterable[Demand] = ()) -> Query:
    """What matches every query and meets every demand; everything when there is none.

    All side by side, not one within the other: Tantivy then looks only at what the rarest of them matches.
    """
    parts = [*((Occur.Must, query) for query in queries if query is not ALL), *demands]
    if not any(occur == Occur.Must for occur, _ in parts):
        parts.append((Occur.Must, ALL))
    return Query.boolean_query(parts) if len(parts) > 1 else parts[0][1]


def any_of(queries: Iterable[Query]) -> Query:
    """What matches at least one query; nothing when there is none."""
    queries = list(queries)
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, one) for one in queries])


def but_not(query: Query, excluded: Iterable[Query]) -> Query:
    """What matches ``query`` and none of ``excluded``."""
    return all_of([query], refusing(excluded))


def refusing(queries: Iterable[Query]) -> list[Demand]:
    """That none of the queries matches."""
    return [(Occur.MustNot, query) for query in queries]


def unscored(query: Query) -> Query:
    """The same matches, adding nothing to a score."""
    return query if query is ALL else Query.const_score_query(query, 0)
