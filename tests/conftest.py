"""What all tests share."""

import gc
from itertools import count

import pytest
from django.core.cache import cache
from django.db import transaction

from cms import cache_version
from tests import database
from tests.installed import require_installed
from tests.search.fixtures import search_index, standing_index  # noqa: F401
from tests.services.fixtures import elasticsearch_url, say  # noqa: F401

TESTS_BETWEEN_COLLECTIONS = 200
_ended = count(1)


def pytest_sessionstart():
    require_installed()


def pytest_collection_finish():
    """To look through all objects that stay took half of the time: it is done now and then, for new ones."""
    gc.freeze()
    gc.disable()


def pytest_runtest_logfinish():
    if next(_ended) % TESTS_BETWEEN_COLLECTIONS == 0:
        gc.collect()
        gc.freeze()


def pytest_sessionfinish():
    """pytest and Python look through everything several times before they end."""
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """Instead of migrating anew in every process."""
    with django_db_blocker.unblock():
        database.prepare()


@pytest.fixture(scope="module")
def standing_db(django_db_setup, django_db_blocker):
    """A transaction around all tests of a module. What a fixture of that scope makes in it is there for each
    of them as it was made: they take back what they do themselves."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """A test's database is rolled back without a signal, so forget what was computed from it."""
    cache_version.forget()
    cache.clear()
    yield


@pytest.fixture
def tree(db):
    """A small live site in Italian and English."""
    from tests.factories.pages import site_tree

    return site_tree()


def pytest_make_parametrize_id(config, val, argname):
    """Bytes go by the name of their argument: an archive's differ by the second in which it is made."""
    return argname if isinstance(val, bytes) else None
