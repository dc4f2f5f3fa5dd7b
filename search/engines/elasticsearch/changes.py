"""Writing pages into an index, from as many machines as there are.

Writers do not wait for each other. Each takes a number before it reads its pages: the place in the index's
own order of writes, which only ever rises. Every page that it puts or removes carries this number as its
version, and Elasticsearch refuses a version below the one that it holds. So a writer that read early and
writes late changes nothing: whoever took a number after it has read the same pages or newer ones. A removal
is remembered for ``gc_deletes``, longer than any write takes.
"""

import logging
from collections.abc import Iterable, Iterator

from elasticsearch.helpers import streaming_bulk

from cms.searchable import SearchDocument
from search.engines.base import Deadline, EngineUnavailable, IndexDamaged

from .connection import WRITE_WAIT, Connection
from .indexes import TURN, writing
from .lease import Lease
from .schema import to_source

logger = logging.getLogger(__name__)

CHUNK, CHUNK_BYTES = 200, 5 * 1024 * 1024
# A cluster that is busy is asked again after 0.5, 1, 2 … seconds.
RETRY_OPTIONS = {"max_retries": 6, "initial_backoff": 0.5, "max_backoff": 8}
NOT_NOW = (403, 408, 429, 500, 502, 503, 504)


class ElasticsearchChanges:
    """Gathers what a change puts and removes; ``write`` brings it in."""

    def __init__(self, connection: Connection, index: str, deadline: Deadline, hurried: bool):
        self.connection, self.index, self.deadline = connection, index, deadline
        self.retry_options = {"max_retries": 0} if hurried else RETRY_OPTIONS
        self.pages: dict[int, SearchDocument | None] = {}
        client = connection.client.options(request_timeout=deadline.seconds())
        with connection.explaining():
            turn = client.index(index=writing(index), id=TURN, document={}, require_alias=True)
        self.sequence_number = turn["_seq_no"]

    def put(self, documents: Iterable[SearchDocument]) -> None:
        self.pages |= {document.page_id: document for document in documents}

    def remove(self, page_ids: Iterable[int]) -> None:
        self.pages |= dict.fromkeys(page_ids)

    def write(self) -> None:
        actions = (
            _action(page_id, self.sequence_number, document) for page_id, document in self.pages.items()
        )
        wait = self.deadline.seconds()
        send(self.connection, self.index, actions, wait, refresh=True, **self.retry_options)


class ElasticsearchFilling:
    """Streams documents into an index that nobody else writes to yet."""

    def __init__(self, connection: Connection, index: str, lease: Lease):
        self.connection, self.index, self.lease = connection, index, lease

    def put(self, documents: Iterable[SearchDocument]) -> None:
        self._send(_action(document.page_id, 0, document) for document in documents)

    def remove(self, page_ids: Iterable[int]) -> None:
        self._send(_action(page_id, 0, None) for page_id in page_ids)

    def _send(self, actions: Iterator[dict]) -> None:
        self.lease.renew()
        send(self.connection, self.index, actions, WRITE_WAIT, **RETRY_OPTIONS)


def _action(page_id: int, sequence_number: int, document: SearchDocument | None) -> dict:
    # "gte": what a chunk has already brought in may be sent once more, after an answer that got lost.
    action = {"_id": str(page_id), "version": sequence_number, "version_type": "external_gte"}
    if document is None:
        return {"_op_type": "delete", **action}
    return {"_op_type": "index", **action, "_source": to_source(document)}


def send(connection: Connection, index: str, actions: Iterator[dict], wait: float, **options) -> None:
    """Send actions in chunks; ``EngineUnavailable`` if any must be tried again later."""
    client = connection.client.options(request_timeout=wait, max_retries=0)
    with connection.explaining():
        answers = streaming_bulk(
            client,
            actions,
            index=writing(index),
            require_alias=True,
            chunk_size=CHUNK,
            max_chunk_bytes=CHUNK_BYTES,
            raise_on_error=False,
            **options,
        )
        for done, response in answers:
            if not done:
                _notice(*next(iter(response.items())))


def _notice(operation: str, response: dict) -> None:
    """Tell a page that somebody has written more recently, or that was not there, from trouble."""
    status, error = response["status"], response.get("error") or {}
    kind = error.get("type", "")
    if status == 409 or (operation == "delete" and status == 404 and not error):
        return
    if status == 404 or kind == "strict_dynamic_mapping_exception":
        raise IndexDamaged(f"The index does not take documents of this edition ({kind}).")
    if status in NOT_NOW:
        raise EngineUnavailable(f"Elasticsearch does not take documents now: {error.get('reason', status)}.")
    # One page that cannot be indexed must not hold up the others; `sync_search --check` names it.
    logger.error("Page %s cannot be indexed: %s", response.get("_id"), error.get("reason", status))
