"""For tests that search: import ``search_index`` into a conftest to have an index of their own.

    from tests.search.fixtures import search_index  # noqa: F401

The index starts empty. ``search_index.rebuild()`` reads the pages that the test has made; pages published
inside ``django_capture_on_commit_callbacks(execute=True)`` come in by themselves.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from search import rebuild as rebuilding
from search.engines import get_engine
from search.engines.base import Engine


@dataclass
class SearchIndex:
    """The index of one test."""

    folder: Path
    languages: tuple[str, ...] = ("it", "en")

    @property
    def engine(self) -> Engine:
        return get_engine()

    def rebuild(self) -> None:
        for language in self.languages:
            rebuilding.rebuild(language)

    def empty(self) -> None:
        for language in self.languages:
            with self.engine.rebuild(language):
                pass


@pytest.fixture
def search_index(settings, tmp_path) -> SearchIndex:
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    index = SearchIndex(settings.SEARCH_INDEX_DIR)
    index.empty()
    return index
