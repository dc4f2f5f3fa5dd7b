"""All pages that answer a question, in its order, a batch at a time: for exports of any length."""

from collections.abc import Iterator

from search.query import SearchQuery

from .fetch import Fetcher
from .matching import PAGES
from .order import Part
from .query_run import QueryRun

BATCH = 1000
KEEP_ALIVE = "2m"  # how long a state of the index is kept between two batches


def scan(fetcher: Fetcher, query: SearchQuery) -> Iterator[int]:
    """Numbers of pages. The state of the index that it begins with is kept until it ends or is closed."""
    run = QueryRun(_with_point_in_time(fetcher), query)
    if not run.found.total:
        _let_go(run.fetcher)
        return iter(())
    fields = _fields(run.fetcher, run.parts(), ["page_id"])
    return (page for (page,) in fields)


def all_fingerprints(fetcher: Fetcher) -> Iterator[tuple[int, int]]:
    """Every page with its document's fingerprint, in one state of the index."""
    return _fields(_with_point_in_time(fetcher), [(PAGES, ["page_id"])], ["page_id", "fingerprint"])


def _with_point_in_time(fetcher: Fetcher) -> Fetcher:
    connection, alias = fetcher.connection, fetcher.where["index"]
    with connection.explaining():
        point_in_time = connection.client.open_point_in_time(index=alias, keep_alive=KEEP_ALIVE)["id"]
    return Fetcher(connection, alias, {"id": point_in_time, "keep_alive": KEEP_ALIVE})


def _let_go(fetcher: Fetcher) -> None:
    with fetcher.connection.explaining():
        fetcher.connection.client.close_point_in_time(id=fetcher.point_in_time["id"])


def _fields(fetcher: Fetcher, parts: list[Part], names: list[str]) -> Iterator[tuple[int, ...]]:
    """These fields of all that the parts match, in their order."""
    more = {"size": BATCH, "_source": False, "docvalue_fields": names}
    try:
        for query, order in parts:
            after = {}
            while hits := fetcher.search(query, order, **more, **after).hits:
                yield from (tuple(hit["fields"][name][0] for name in names) for hit in hits)
                after = {"search_after": hits[-1]["sort"]}
    finally:
        _let_go(fetcher)
