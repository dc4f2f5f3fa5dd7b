"""The site goes on without its shared cache, and what it could not tell the cache it tells later."""

import pytest
from django.core.cache import caches

from cms import cache_version
from cms.models import PublicChange
from delivery.shared_cache import SharedCache
from tests.factories import pages

pytestmark = pytest.mark.django_db

NOBODY_LISTENS = "redis://127.0.0.1:1/0"


@pytest.fixture
def nobody(settings, monkeypatch):
    monkeypatch.setattr(SharedCache, "_rests_until", 0.0)
    settings.CACHE_URL = NOBODY_LISTENS
    backend = {"BACKEND": "delivery.shared_cache.SharedCache", "LOCATION": NOBODY_LISTENS}
    settings.CACHES = {"default": backend, "pages": backend}


def test_nothing_is_found_and_nothing_fails(nobody):
    cache = caches["default"]
    cache.set("a", 1)
    assert cache.get("a", "otherwise") == "otherwise"
    assert not cache.add("a", 1)
    assert not cache.delete("a")
    with pytest.raises(ValueError, match="does not answer"):
        cache.incr("a")


def test_who_has_failed_is_left_alone_for_a_while(nobody, monkeypatch):
    asked = []
    monkeypatch.setattr("redis.Connection.connect", lambda self: asked.append(1) or _refuse())
    for _round in range(5):
        caches["default"].get("a")
    assert len(asked) == 1


def _refuse():
    from redis.exceptions import ConnectionError

    raise ConnectionError("refused")


def test_pages_are_served_published_and_written_to(nobody, client, tree):
    article = pages.article(tree.news, title="Senza cache")
    article.save_revision().publish()
    for _round in range(2):
        assert "Senza cache" in client.get("/it/notizie/").content.decode()


def test_without_the_shared_cache_the_row_of_the_database_is_asked_each_time(nobody):
    """What was computed stays until somebody changes something, whoever that is."""
    calls = []
    for _round in range(2):
        cache_version.memoize("key", lambda: calls.append(1))
    assert len(calls) == 1
    PublicChange.objects.create()  # by another process
    cache_version.memoize("key", lambda: calls.append(1))
    assert len(calls) == 2


def test_a_change_that_the_cache_has_missed_counts_all_the_same(settings, monkeypatch):
    settings.CACHE_URL, settings.CACHE_VERSION_SECONDS = "locmemcache://", 0
    before = cache_version.current()
    assert cache_version.current() == before
    with monkeypatch.context() as down:
        down.setattr(cache_version.cache, "set", lambda *_args, **_options: None)
        cache_version.bump()
    after = cache_version.current()
    assert after != before
    assert cache_version.current() == after


def test_the_machine_that_asks_is_told(nobody, client, tree, search_index):
    search_index.rebuild()
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json()["status"] == "degraded"
    assert "does not answer" in answer.json()["cache"]
