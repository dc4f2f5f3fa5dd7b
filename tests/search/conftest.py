import pytest

from tests.search.engines import ENGINES
from tests.search.fixtures import search_index  # noqa: F401


@pytest.fixture(params=ENGINES)
def engine(request, tmp_path):
    """Each engine in turn, with empty indexes."""
    engine = ENGINES[request.param](tmp_path / "search")
    with engine.rebuild("it"):
        pass
    return engine


@pytest.fixture
def fill(engine):
    """Put documents into the Italian index."""

    def put(*documents):
        with engine.changes("it") as changes:
            changes.put(documents)

    return put
