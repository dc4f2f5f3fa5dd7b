"""Who is filling a new index now, known to every machine.

A document of PREFIX_control for each language and edition: ``until`` when it holds and for whom. Its holder
renews it; that of a process that died runs out by itself. The clocks of the machines may differ by less than
``LENGTH``.
"""

import time
import uuid

from elasticsearch import BadRequestError, ConflictError, NotFoundError

from search.engines.base import EngineUnavailable

from .connection import WRITE_WAIT, Connection
from .indexes import control

LENGTH = 60.0  # seconds
RENEWAL = 10.0

MAPPING = {
    "dynamic": "strict",
    "properties": {"holder": {"type": "keyword"}, "until": {"type": "long"}},
}


class Lease:
    """The right to rebuild the index of one language by the rules of one edition."""

    def __init__(self, connection: Connection, prefix: str, language: str, edition: str):
        self.connection = connection
        self.index, self.id = control(prefix), f"rebuild-{language.lower()}-{edition}"
        self.language, self.holder = language, uuid.uuid4().hex
        self._at: dict[str, int] = {}  # the document's place in the order of writes, as we left it
        self._renewed = 0.0

    def held(self, wait: float) -> bool:
        """Whether anybody holds it now, this process included."""
        with self.connection.explaining():
            return _holds(self._read(wait))

    def take(self) -> None:
        """``EngineUnavailable`` while somebody else has it."""
        with self.connection.explaining():
            self._make_index()
            found = self._read(WRITE_WAIT)
            if _holds(found):
                raise EngineUnavailable(
                    f"The index for “{self.language}” is being rebuilt by another process."
                )
            at = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]} if found else {}
            self._write(at or {"op_type": "create"}, LENGTH)

    def renew(self, now: bool = False) -> None:
        """Called often: asks the cluster only when it is time. ``EngineUnavailable`` when it was lost."""
        if now or time.monotonic() - self._renewed > RENEWAL:
            with self.connection.explaining():
                self._write(self._at, LENGTH)

    def give_back(self) -> None:
        with self.connection.explaining():
            self._write(self._at, 0)

    def _read(self, wait: float) -> dict:
        try:
            found = self.connection.client.options(request_timeout=wait).get(index=self.index, id=self.id)
        except NotFoundError:
            return {}
        return found.body

    def _write(self, condition: dict, length: float) -> None:
        document = {"holder": self.holder, "until": round((time.time() + length) * 1000)}
        client = self.connection.client.options(request_timeout=WRITE_WAIT)
        try:
            found = client.index(index=self.index, id=self.id, document=document, **condition)
        except ConflictError as error:
            raise EngineUnavailable(f"Another process rebuilds the index for “{self.language}”.") from error
        self._at = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
        self._renewed = time.monotonic()

    def _make_index(self) -> None:
        client = self.connection.client.options(request_timeout=WRITE_WAIT)
        if client.indices.exists(index=self.index):
            return
        settings = {"number_of_shards": 1, "auto_expand_replicas": "0-1"}
        try:
            client.indices.create(index=self.index, settings=settings, mappings=MAPPING)
        except BadRequestError as error:  # another process was quicker
            if error.error != "resource_already_exists_exception":
                raise


def _holds(found: dict) -> bool:
    return bool(found) and found["_source"]["until"] > time.time() * 1000
