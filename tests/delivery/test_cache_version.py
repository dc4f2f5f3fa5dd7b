"""A change that the public can see begins a new version of the cache; nothing else does."""

import pytest

from cms import cache_version
from cms.models import Organisation
from tests.factories.pages import article

pytestmark = pytest.mark.django_db


def test_a_value_is_computed_once_a_generation():
    calls = []
    for _round in range(3):
        cache_version.memoize("key", lambda: calls.append(1) or "value")
    cache_version.bump()
    assert cache_version.memoize("key", lambda: calls.append(1) or "value") == "value"
    assert len(calls) == 2


def test_publishing_renaming_and_deleting_begin_a_new_one(tree):
    seen = [cache_version.current()]

    def changed():
        seen.append(cache_version.current())
        return seen[-1] != seen[-2]

    page = article(tree.news)
    page.save_revision().publish()
    assert changed()
    page.save_revision()
    assert not changed()
    page.unpublish()
    assert changed()
    organisation = Organisation.objects.create(name="Pantacon", slug="pantacon")
    assert changed()
    organisation.delete()
    assert changed()
    page.delete()
    assert changed()


def test_it_begins_again_when_the_transaction_is_committed(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        cache_version.bump()
        before = cache_version.current()
    assert cache_version.current() != before


def test_whoever_hears_of_a_change_reads_its_row_at_once(db, settings):
    """So that a page which one process made after it is found by the others."""
    settings.CACHE_VERSION_SECONDS = 1000
    one, other = cache_version.CacheVersion(), cache_version.CacheVersion()
    other.state()
    one.bump(withdraws=False)
    assert other.state() == one.state()
