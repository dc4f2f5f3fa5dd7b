"""Sends a search to the index of a language and reads what comes back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from elasticsearch.dsl import Search, aggs
from elasticsearch.dsl.query import Bool, Query

from search.engines.base import EngineUnavailable

from .connection import ASK_WAIT, Connection
from .matching import PAGES


@dataclass(frozen=True)
class Found:
    """Some hits as Elasticsearch tells them, and how many there are in all."""

    total: int
    hits: list[Mapping] = field(default_factory=list)
    counts: Mapping[str, Any] = field(default_factory=dict)
    suggested: Mapping[str, Any] = field(default_factory=dict)


class Fetcher:
    """Puts questions to the index behind an alias, or to the state of it that ``point_in_time`` names."""

    def __init__(self, connection: Connection, alias: str, point_in_time: Mapping[str, str] | None = None):
        self.connection, self.point_in_time = connection, point_in_time
        # The same copy of the index answers the same question: copies differ in what they have deleted.
        self.where = {} if point_in_time else {"index": alias, "preference": "portal"}

    def search(
        self,
        query: Query,
        sort: Iterable = (),
        chosen: Iterable[Query] = (),
        counting: Mapping[str, aggs.Agg] | None = None,
        **more: Any,
    ) -> Found:
        """``chosen`` narrows hits and total but not what ``counting`` counts; the rest is sent as it is."""
        request = Search().query(Bool(must=[query], filter=[PAGES])).sort(*sort)
        request = request.extra(track_total_hits=True, timeout=f"{ASK_WAIT:g}s", **more)
        if chosen := list(chosen):
            request = request.post_filter(Bool(filter=chosen))
        for name, one in (counting or {}).items():
            request.aggs[name] = one
        body = request.to_dict()
        return self._send(body | {"pit": self.point_in_time} if self.point_in_time else body)

    def _send(self, body: dict) -> Found:
        with self.connection.explaining():
            client = self.connection.client
            found = client.search(**self.where, body=body, allow_partial_search_results=False).body
            if found["timed_out"]:
                raise EngineUnavailable(
                    f"Elasticsearch at {self.connection.location} did not answer in time."
                )
            return Found(
                found["hits"]["total"]["value"],
                found["hits"]["hits"],
                found.get("aggregations", {}),
                found.get("suggest", {}),
            )
