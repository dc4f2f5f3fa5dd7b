"""An old page may be shown while it is made anew, never once something was withdrawn, nor past its end."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from wagtail.models import PageViewRestriction

from cms import cache_version
from cms.models import PublicChange
from delivery.middleware import EXPIRES_AT, KNOWN_PARAMETERS
from delivery.page_cache import PageCache
from delivery.page_store import CachedResponse, PageSerializer, PageStore
from portal.settings import base
from tests.factories.pages import article

from .test_page_cache import ask

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


class Numbered:
    """An application that numbers its answers; the first ``slow`` ones wait until they are let go."""

    def __init__(self, known: str | None = None, body: bytes = b""):
        self.calls, self.known, self.body = 0, known, body
        self.begun, self.go = threading.Event(), threading.Event()
        self.go.set()

    def __call__(self, environ, start_response):
        self.calls += 1
        number = self.calls
        self.begun.set()
        self.go.wait(20)
        headers = [("Content-Type", "text/html"), (EXPIRES_AT, str((NOON + timedelta(hours=1)).timestamp()))]
        if self.known is not None:
            headers.append((KNOWN_PARAMETERS, self.known))
        start_response("200 OK", headers)
        return [self.body or f"page {number}".encode()]


def page_cache(application, **options):
    return PageCache(application, site_key=lambda environ: environ["HTTP_HOST"], **options)


def body(cache, **environ):
    return ask(cache, **environ)["body"].decode()


@pytest.mark.parametrize(("withdraws", "shown"), [(False, "page 1"), (True, "page 2")])
def test_who_asks_meanwhile_gets_the_page_of_before_unless_something_was_withdrawn(clock, withdraws, shown):
    application = Numbered()
    cache = page_cache(application)
    assert body(cache) == "page 1"
    cache_version.bump(withdraws=withdraws)
    state = cache_version.state()
    key = cache._key({"HTTP_HOST": "testserver", "PATH_INFO": "/it/"})
    with cache._computations.of(key) as (computation, _mine):  # somebody else makes it
        computation.wait = lambda _seconds: None
        made = cache._made(
            key, state, {"REQUEST_METHOD": "GET", "PATH_INFO": "/it/"} | HOST, cache.store.get(key)
        )
    assert made.body("identity").decode() == shown


HOST = {"HTTP_HOST": "testserver"}


def test_no_page_is_shown_past_the_end_of_its_truth_not_even_meanwhile(clock):
    application = Numbered()
    cache = page_cache(application)
    body(cache)
    clock.move_to(NOON + timedelta(hours=1))
    cache_version.bump()
    key = cache._key({**HOST, "PATH_INFO": "/it/"})
    with cache._computations.of(key) as (computation, _mine):
        computation.wait = lambda _seconds: None
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/it/"} | HOST
        cache._made(key, cache_version.state(), environ, cache.store.get(key))
    assert application.calls == 2


@pytest.mark.django_db(transaction=False)
def test_a_page_that_many_ask_for_at_once_is_made_once(monkeypatch):
    monkeypatch.setattr(cache_version, "current", lambda: "a")
    monkeypatch.setattr(cache_version, "state", lambda: ("a", "b"))  # the threads share no transaction
    monkeypatch.setattr("delivery.page_cache.time.time", NOON.timestamp)
    application = Numbered()
    application.go.clear()
    cache, found = page_cache(application), []
    threads = [threading.Thread(target=lambda: found.append(body(cache))) for _ in range(6)]
    for thread in threads:
        thread.start()
    application.begun.wait(20)
    threading.Timer(0.2, application.go.set).start()
    for thread in threads:
        thread.join()
    assert (application.calls, set(found)) == (1, {"page 1"})


def test_parameters_that_the_page_does_not_know_are_no_part_of_the_key(clock):
    application = Numbered(known="page,topic")
    cache = page_cache(application)
    body(cache)
    for number in range(20):
        assert body(cache, QUERY_STRING=f"utm_source=x{number}&zz[]={number}") == "page 1"
    assert application.calls == 1
    for _ in range(3):
        body(cache, QUERY_STRING="zz=1&page=2")
    assert application.calls == 3
    assert body(cache, QUERY_STRING="page=2&y=3") == "page 3"


def test_an_address_with_parameters_is_kept_when_it_is_asked_for_again(clock):
    cache = page_cache(Numbered(known="q"))
    body(cache)
    kept = len(cache.store._pages)
    for number in range(50):
        body(cache, QUERY_STRING=f"q={number}")
    assert len(cache.store._pages) == kept
    body(cache, QUERY_STRING="q=1")
    assert len(cache.store._pages) == kept + 1


def test_pages_are_bounded_in_bytes_and_the_oldest_go_first():
    store = PageStore(max_bytes=50_000)
    for number in range(100):
        page = CachedResponse("200 OK", (), {"identity": b"x" * 8000}, "", NOON.timestamp())
        store.put(str(number), page)
        store.get("0")
    assert store.bytes <= 50_000
    assert store.bytes == sum(page.size for page in store._pages.values())
    assert store.get("0")
    assert store.get("99")
    assert not store.get("50")


def test_one_page_never_takes_the_place_of_all(clock):
    cache = page_cache(Numbered(body=bytes(range(256)) * 5000), store=PageStore(max_bytes=10**9))
    cache.store.put("big", CachedResponse("200 OK", (), {"identity": b"x" * 2_000_000}, "", 0))
    assert cache.store.get("big") is None


def test_a_page_goes_through_the_shared_cache_unchanged():
    page = CachedResponse(
        "200 OK", (("A", "b"),), {"gzip": b"\n\x00{", "br": b""}, "e", 1.5, "", "v", "w", "k é"
    )
    serializer = PageSerializer()
    assert serializer.loads(serializer.dumps(page)) == page
    assert serializer.loads(serializer.dumps(1)) == 1


@pytest.mark.parametrize(
    ("seconds_left", "told"),
    [
        (3600, "s-maxage=10, stale-if-error=18"),
        (25, "s-maxage=10, stale-if-error=15"),
        (10, "s-maxage=10"),
        (4, "s-maxage=4"),
    ],
)
def test_a_cache_on_the_way_shows_a_page_for_28_seconds_and_never_past_its_end(clock, seconds_left, told):
    cache = page_cache(Numbered())
    ask(cache)
    clock.move_to(NOON + timedelta(hours=1, seconds=-seconds_left))
    assert ask(cache)["headers"]["Cache-Control"] == f"max-age=0, public, {told}"


def test_what_is_withdrawn_is_seen_nowhere_after_30_seconds():
    """A process may look for changes each so many seconds, and be asked just before."""
    found = base.CACHE_VERSION_SECONDS + base.FRONT_CACHE_FRESH_SECONDS + base.FRONT_CACHE_GRACE_SECONDS
    assert found <= 30


@pytest.fixture
def published(tree):
    page = article(tree.news)
    page.save_revision().publish()
    return page


@pytest.mark.parametrize(
    ("change", "withdraws"),
    [
        (lambda page: page.save_revision().publish(), False),
        (lambda page: page.unpublish(), True),
        (lambda page: page.delete(), True),
        (lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"), True),
    ],
    ids=["publish", "unpublish", "delete", "restrict"],
)
def test_what_takes_something_away_is_told_as_such(published, change, withdraws):
    before = cache_version.state()
    change(published)
    after = cache_version.state()
    assert after[0] != before[0]
    assert (after[1] != before[1]) == withdraws


def test_a_change_by_a_process_that_can_tell_nobody_is_seen_in_the_database(settings):
    settings.CACHE_VERSION_SECONDS = 0
    before = cache_version.state()
    assert cache_version.state() == before
    row = PublicChange.objects.create(withdraws=True)
    after = cache_version.state()
    assert after[0] != before[0] and after[1] != before[1]
    # A transaction that began earlier is committed later: its row lies below the highest.
    PublicChange.objects.create(pk=row.pk - 1)
    assert cache_version.state()[0] != after[0]


def test_the_row_belongs_to_the_transaction_of_the_change_and_is_one():
    count = PublicChange.objects.count()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        cache_version.bump()
        raise ZeroDivisionError
    assert PublicChange.objects.count() == count
    with transaction.atomic():
        for _ in range(3):
            cache_version.bump()
    assert PublicChange.objects.count() == count + 1


def test_memory_holds_one_version_and_an_end(monkeypatch):
    for number in range(3000):
        cache_version.memoize(f"made up {number}", lambda: "x")
    known = cache_version._of_process()
    assert len(known._memory) <= 1000
    cache_version.bump()
    cache_version.memoize("a", lambda: "x")
    assert list(known._memory) == ["a"]


@pytest.mark.parametrize("path", ["/it/", "/it/notizie/", "/it/cerca/"])
def test_made_up_parameters_stand_in_no_link(client, tree, search_index, path):
    search_index.rebuild()
    answer = client.get(f"{path}?zzz=madeup&page=1")
    assert answer.status_code == 200
    assert "madeup" not in answer.content.decode()


def test_made_up_ports_cost_no_memory(client, tree):
    client.get("/it/")
    known = cache_version._of_process()
    before = len(known._memory)
    for port in range(5000, 5030):
        assert client.get("/it/", headers={"host": f"testserver:{port}"}).status_code == 200
    assert len(known._memory) == before
