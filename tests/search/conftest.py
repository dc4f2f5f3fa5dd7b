import secrets

import pytest

from search.engines.base import IndexDamaged
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.tantivy import TantivyEngine
from search.query import SearchQuery


@pytest.fixture(params=["tantivy", pytest.param("elasticsearch", marks=pytest.mark.service)])
def engine(request, tmp_path):
    """Each engine in turn, with an empty Italian index and no other."""
    if request.param == "elasticsearch":
        return _emptied(request.getfixturevalue("elasticsearch_engine"))
    engine = TantivyEngine(tmp_path / "search")
    with engine.rebuild("it"):
        pass
    return engine


@pytest.fixture(scope="session")
def elasticsearch_engine(elasticsearch_url):
    engine = ElasticsearchEngine(elasticsearch_url, prefix=f"test-{secrets.token_hex(6)}")
    yield engine
    engine.indexes.remove_all()


def _emptied(engine):
    """Pages are taken out, which is much quicker than another index for each test."""
    engine.indexes.remove_all(but="it")
    try:
        pages = list(engine.ids(SearchQuery("it")))
    except IndexDamaged:
        with engine.rebuild("it"):
            return engine
    with engine.changes("it") as changes:
        changes.remove(pages)
    return engine


@pytest.fixture
def fill(engine):
    """Put documents into the Italian index."""

    def put(*documents):
        with engine.changes("it") as changes:
            changes.put(documents)

    return put
