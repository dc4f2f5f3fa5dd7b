"""The engines, and the one in use."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.dispatch import Signal

from search.query import SearchQuery, SearchResults, Suggestion

from .base import Changes, Engine, IndexDamaged
from .tantivy import TantivyEngine

Answer = TypeVar("Answer")

# provides args: language
index_damaged = Signal()


class GuardedEngine:
    """An engine that calls for repair when an index is missing or damaged, and then tries once more."""

    def __init__(self, engine: Engine):
        self.engine = engine
        self.rebuild, self.rebuilding = engine.rebuild, engine.rebuilding
        self.check, self.count = engine.check, engine.count

    def search(self, query: SearchQuery) -> SearchResults:
        return self._repaired(self.engine.search, query)

    def ids(self, query: SearchQuery) -> Iterator[int]:
        return self._repaired(self.engine.ids, query)

    def _repaired(self, ask: Callable[[SearchQuery], Answer], query: SearchQuery) -> Answer:
        try:
            return ask(query)
        except IndexDamaged as damage:
            index_damaged.send(type(self), language=query.language, reason=str(damage))
            return ask(query)

    def suggest(self, language: str, typed: str, limit: int) -> tuple[Suggestion, ...]:
        try:
            return self.engine.suggest(language, typed, limit)
        except IndexDamaged as damage:
            index_damaged.send(type(self), language=language, reason=str(damage))
            return self.engine.suggest(language, typed, limit)

    @contextmanager
    def changes(self, language: str) -> Iterator[Changes]:
        """Changes to a damaged index wait: the repair reads every page anyway."""
        try:
            with self.engine.changes(language) as changes:
                yield changes
        except IndexDamaged as damage:
            index_damaged.send(type(self), language=language, reason=str(damage))
            raise


def get_engine() -> Engine:
    """The engine that the settings choose. The same object for as long as they stay the same."""
    if settings.ELASTICSEARCH_URL:
        return _on_a_cluster(
            settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_CA, settings.ELASTICSEARCH_PREFIX
        )
    return _embedded(Path(settings.SEARCH_INDEX_DIR))


@lru_cache(maxsize=4)
def _embedded(root: Path) -> Engine:
    return GuardedEngine(TantivyEngine(root))


@lru_cache(maxsize=4)
def _on_a_cluster(url: str, ca: str, prefix: str) -> Engine:
    from .elasticsearch import ElasticsearchEngine  # its client takes a second to import

    return GuardedEngine(ElasticsearchEngine(url, ca, prefix))
