"""The engines, and the one in use. Nothing outside this package knows which that is."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from .base import Engine
from .guarded import GuardedEngine, index_damaged
from .tantivy import TantivyEngine

__all__ = ["get_engine", "index_damaged"]


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
