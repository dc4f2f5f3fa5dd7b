import pytest

from search.counting import clicks
from search.counting.counter import tally


@pytest.fixture(autouse=True)
def _nothing_counted(monkeypatch):
    """Each test begins with empty numbers and leaves none."""
    monkeypatch.setattr(clicks, "limit", clicks.Limit())
    tally.take()
    yield
    tally.take()
