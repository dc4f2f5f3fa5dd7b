"""Indexes of releases with other rules on the same cluster: what they have brought in, and which may go.

Each release writes into its own index alone. How far the others are is their place in their own order of
writes, which every writer raises; up to where an index was compared with the pages is kept with it, and so is
when a process used it last.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from elasticsearch import NotFoundError

from search.engines.base import EngineUnavailable, IndexDamaged

from .connection import ASK_WAIT, WRITE_WAIT
from .indexes import TURN, Indexes

KEPT_SECONDS = 24 * 3600
NEVER_WRITTEN = -1


class Editions:
    """Those of one site."""

    def __init__(self, indexes: Indexes):
        self.indexes = indexes

    def places(self, language: str) -> dict[str, int]:
        """Where the indexes of the others are in their orders of writes, by name."""
        client = self.indexes.connection.client.options(request_timeout=ASK_WAIT)
        places = {}
        with self.indexes.connection.explaining():
            for name in self.indexes.others(language):
                try:
                    places[name] = client.get(index=name, id=TURN, source=False)["_seq_no"]
                except NotFoundError:
                    places[name] = NEVER_WRITTEN
        return places

    def has_missed(self, language: str) -> bool:
        places = self.places(language)
        return bool(places) and self._missed(language, places)

    @contextmanager
    def catching_up(self, language: str) -> Iterator[bool]:
        places = self.places(language)  # what comes from now on is missed again
        missed = bool(places) and self._missed(language, places)
        yield missed
        if missed:
            self.indexes.keep(self.indexes.in_use(language, WRITE_WAIT), compared=places)

    def _missed(self, language: str, places: dict[str, int]) -> bool:
        try:
            about = self.indexes.about(self.indexes.in_use(language, ASK_WAIT))
        except IndexDamaged:
            return False  # There is nothing yet that could lack anything.
        compared = about.get("compared", {})
        return any(compared.get(name) != place for name, place in places.items())

    def sweep(self, language: str) -> None:
        """Remove the indexes that no release has used for a day. One of an older release does not say when it
        was used: its day begins now."""
        with suppress(EngineUnavailable):
            for name, about in self.indexes.others(language).items():
                if "seen" not in about:
                    self.indexes.keep(name, seen=round(time.time()))
                elif time.time() - about["seen"] > KEPT_SECONDS:
                    self.indexes.remove(name)
