"""What stands between the site and whichever engine runs: it rests one that fails and has damage repaired."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.dispatch import Signal

from search.query import SearchQuery, SearchResults, Suggestion

from .base import Deadline, Engine, IndexChanges, IndexDamaged
from .breaker import Breaker

Result = TypeVar("Answer")

# provides args: language, reason
index_damaged = Signal()


class GuardedEngine:
    """An engine that is spared when it fails, and that calls for repair when an index is damaged."""

    def __init__(self, engine: Engine):
        self.engine = engine
        self.rebuild, self.rebuilding = engine.rebuild, engine.rebuilding
        self.has_missed, self.catching_up = engine.has_missed, engine.catching_up
        self.check, self.count, self.fingerprints = engine.check, engine.count, engine.fingerprints
        self.asking = Breaker("Asking the search engine")
        self.writing = Breaker("Writing to the search engine")

    def search(self, query: SearchQuery) -> SearchResults:
        return self._repaired(query.language, lambda: self.engine.search(query))

    def ids(self, query: SearchQuery) -> Iterator[int]:
        return self._repaired(query.language, lambda: self.engine.ids(query))

    def suggest(self, language: str, typed: str, limit: int) -> tuple[Suggestion, ...]:
        return self._repaired(language, lambda: self.engine.suggest(language, typed, limit))

    def _repaired(self, language: str, ask: Callable[[], Result]) -> Result:
        with self.asking():
            try:
                return ask()
            except IndexDamaged as damage:
                index_damaged.send(type(self), language=language, reason=str(damage))
                return ask()

    @contextmanager
    def changes(self, language: str, deadline: Deadline | None = None) -> Iterator[IndexChanges]:
        """Changes to a damaged index wait: the repair reads every page anyway."""
        with self.writing():
            try:
                with self.engine.changes(language, deadline) as changes:
                    yield changes
            except IndexDamaged as damage:
                index_damaged.send(type(self), language=language, reason=str(damage))
                raise
