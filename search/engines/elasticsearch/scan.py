"""All pages that answer a question, in its order, a batch at a time: for exports of any length."""

from collections.abc import Iterator

from search.query import SearchQuery

from .fetch import Asking
from .matching import PAGES
from .order import Part
from .query_run import QueryRun

BATCH = 1000
KEEP_ALIVE = "2m"  # how long a state of the index is kept between two batches


def scan(asking: Asking, query: SearchQuery) -> Iterator[int]:
    """Numbers of pages. The state of the index that it begins with is kept until it ends or is closed."""
    answer = QueryRun(_kept(asking), query)
    if not answer.found.total:
        _let_go(answer.asking)
        return iter(())
    fields = _fields(answer.asking, answer.parts(), ["page_id"])
    return (page for (page,) in fields)


def all_fingerprints(asking: Asking) -> Iterator[tuple[int, int]]:
    """Every page with its document's fingerprint, in one state of the index."""
    return _fields(_kept(asking), [(PAGES, ["page_id"])], ["page_id", "fingerprint"])


def _kept(asking: Asking) -> Asking:
    connection, alias = asking.connection, asking.where["index"]
    with connection.explaining():
        kept = connection.client.open_point_in_time(index=alias, keep_alive=KEEP_ALIVE)["id"]
    return Asking(connection, alias, {"id": kept, "keep_alive": KEEP_ALIVE})


def _let_go(asking: Asking) -> None:
    with asking.connection.explaining():
        asking.connection.client.close_point_in_time(id=asking.kept["id"])


def _fields(asking: Asking, parts: list[Part], names: list[str]) -> Iterator[tuple[int, ...]]:
    """These fields of all that the parts match, in their order."""
    more = {"size": BATCH, "_source": False, "docvalue_fields": names}
    try:
        for query, order in parts:
            after = {}
            while hits := asking.search(query, order, **more, **after).hits:
                yield from (tuple(hit["fields"][name][0] for name in names) for hit in hits)
                after = {"search_after": hits[-1]["sort"]}
    finally:
        _let_go(asking)
