import pytest

from tests.services.elasticsearch import started


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/services/" in item.nodeid:
            item.add_marker(pytest.mark.service)


@pytest.fixture(scope="session")
def breakable_server(say):
    """An Elasticsearch that a test may kill or freeze; it must be well again afterwards."""
    with started() as server:
        say(f"Elasticsearch to be broken: started at {server.url}")
        yield server
