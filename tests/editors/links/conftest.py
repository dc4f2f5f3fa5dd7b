import pytest

from .server import TinyWeb


@pytest.fixture
def web(settings):
    settings.LINK_CHECK_LOOPBACK = True
    with TinyWeb().running() as running:
        yield running
