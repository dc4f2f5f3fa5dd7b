"""The engines, and the one in use."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from .base import Engine
from .tantivy import TantivyEngine


def get_engine() -> Engine:
    """The engine that the settings choose. The same object for as long as they stay the same."""
    return _embedded(Path(settings.SEARCH_INDEX_DIR))


@lru_cache(maxsize=4)
def _embedded(root: Path) -> Engine:
    return TantivyEngine(root)
