"""Servers for whole test runs: each is found by its environment variable, or started; it is said which."""

import pytest

from tests.services import elasticsearch


@pytest.fixture(scope="session")
def say(request):
    """Writes a line between the test runner's own, whatever it captures."""
    capturing = request.config.pluginmanager.getplugin("capturemanager")

    def write(text: str) -> None:
        with capturing.global_and_fixture_disabled():
            print(f"\n{text}", flush=True)

    return write


@pytest.fixture(scope="session")
def elasticsearch_url(say):
    """The address of an Elasticsearch; ``ELASTICSEARCH_TEST_URL``, or one of the session's own."""
    with elasticsearch.running(say) as url:
        yield url
