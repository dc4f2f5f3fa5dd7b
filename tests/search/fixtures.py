"""For tests that search: with ``search_index`` each has an index of its own.

The index starts empty. ``search_index.rebuild()`` reads the pages that the test has made; pages published
inside ``django_capture_on_commit_callbacks(execute=True)`` come in by themselves.

A module whose pages stand for all its tests (``standing_db``) has its index built once, and gives each test
a copy:

    @pytest.fixture(scope="module")
    def standing_index(site, tmp_path_factory):
        return index_of_pages(tmp_path_factory)
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test import override_settings

from search.engines import get_engine
from search.engines.base import Engine
from search.engines.tantivy import TantivyEngine
from search.index import rebuild as rebuilding

LANGUAGES = ("it", "en")


@dataclass
class SearchIndex:
    """The index of one test."""

    folder: Path

    @property
    def engine(self) -> Engine:
        return get_engine()

    def rebuild(self) -> None:
        for language in LANGUAGES:
            rebuilding.rebuild(language)


def index_of_pages(tmp_path_factory) -> Path:
    """The folder of an index of the pages that there are now."""
    folder = tmp_path_factory.mktemp("index")
    with override_settings(SEARCH_INDEX_DIR=folder):
        SearchIndex(folder).rebuild()
    return folder


@pytest.fixture(scope="session")
def standing_index(tmp_path_factory) -> Path:
    """The folder of the index that a test begins with: one without pages."""
    engine = TantivyEngine(tmp_path_factory.mktemp("empty"))
    for language in LANGUAGES:
        with engine.rebuild(language):
            pass
    return engine.root


@pytest.fixture
def search_index(settings, tmp_path, standing_index) -> SearchIndex:
    """An index of the test's own."""
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    shutil.copytree(standing_index, settings.SEARCH_INDEX_DIR)
    return SearchIndex(settings.SEARCH_INDEX_DIR)
