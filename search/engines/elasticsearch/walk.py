"""All pages that answer a question, in its order, a batch at a time: for exports of any length."""

from collections.abc import Iterator

from search.query import SearchQuery

from .answer import Answer
from .asking import Asking

BATCH = 500
KEPT = "2m"  # how long a state of the index is kept between two batches


def walk(asking: Asking, query: SearchQuery) -> Iterator[int]:
    """Numbers of pages. The state of the index that it begins with is kept until it ends or is closed."""
    connection, alias = asking.connection, asking.where["index"]
    with connection.explaining():
        kept = connection.client.open_point_in_time(index=alias, keep_alive=KEPT)["id"]
    answer = Answer(Asking(connection, alias, {"id": kept, "keep_alive": KEPT}), query)
    total = answer.found.total
    return _numbers(answer, kept) if total else iter(())


def _numbers(answer: Answer, kept: str) -> Iterator[int]:
    try:
        for query, order in answer.parts():
            after = {}
            while hits := answer.asking.search(
                query, order, size=BATCH, _source=False, docvalue_fields=["page_id"], **after
            ).hits:
                yield from (hit["fields"]["page_id"][0] for hit in hits)
                after = {"search_after": hits[-1]["sort"]}
    finally:
        connection = answer.asking.connection
        with connection.explaining():
            connection.client.close_point_in_time(id=kept)
