"""Elasticsearch that is down, frozen, full, restarted or changed by hand; and several writers at once."""

import secrets
import threading
import time

import pytest
from django.core.management import call_command

from search.engines import get_engine
from search.engines.base import EngineUnavailable, IndexDamaged
from search.engines.elasticsearch import ElasticsearchEngine, editions, lease
from search.index import outbox, sync
from search.models import OutboxEntry
from search.query import SearchQuery
from tests.factories import pages
from tests.factories.search import document
from tests.services.scratch_site import Site


@pytest.fixture
def engine(elasticsearch_url):
    engine = ElasticsearchEngine(elasticsearch_url, prefix=f"test-{secrets.token_hex(6)}")
    with engine.rebuild("it") as changes:
        changes.put([document("Museo", page_id=1)])
    yield engine
    engine.indexes.remove_all()


def titles(engine, words=""):
    return [hit.title for hit in engine.search(SearchQuery("it", words)).hits]


# Several writers --------------------------------------------------------------------------------------
def test_an_older_reading_never_replaces_a_newer_one(engine):
    with engine.changes("it") as slow:
        with engine.changes("it") as quick:
            quick.put([document("Letto dopo", page_id=1)])
        slow.put([document("Letto prima", page_id=1)])
    assert titles(engine) == ["Letto dopo"]


def test_an_older_reading_never_brings_back_what_has_been_removed(engine):
    with engine.changes("it") as slow:
        with engine.changes("it") as quick:
            quick.remove([1, 2])
        slow.put([document("Museo", page_id=1), document("Mai visto", page_id=2)])
    assert titles(engine) == []


def test_a_writer_that_comes_later_has_the_last_word(engine):
    for title in ("Uno", "Due", "Tre"):
        with engine.changes("it") as changes:
            changes.put([document(title, page_id=1)])
    assert titles(engine) == ["Tre"]


def test_a_writer_whose_index_has_been_replaced_is_told(engine):
    with pytest.raises(IndexDamaged), engine.changes("it") as changes:
        changes.put([document("Perso", page_id=9)])
        with engine.rebuild("it") as fresh:
            fresh.put([document("Nuovo", page_id=1)])
    assert titles(engine) == ["Nuovo"]
    with engine.changes("it") as changes:
        changes.put([document("Dopo", page_id=9)])
    assert sorted(titles(engine)) == ["Dopo", "Nuovo"]


@pytest.mark.parametrize(
    "cluster",
    [pytest.param(True, marks=pytest.mark.long, id="elasticsearch"), pytest.param(False, id="tantivy")],
)
def test_two_processes_that_drain_at_once_do_no_harm(tmp_path, request, cluster):
    chosen = {"ELASTICSEARCH_URL": request.getfixturevalue("elasticsearch_url")} if cluster else {}
    site = Site(tmp_path, **chosen)
    site.make()
    assert site.drain_twice_at_once(rounds=8) == [0, 0]
    checked = site.manage("sync_search", "--check")
    assert (checked.returncode, checked.stdout) == (0, "it: no difference.\nen: no difference.\n")


# Rebuilding -------------------------------------------------------------------------------------------
def test_searches_are_answered_in_full_all_the_while(engine):
    answers, done = [], threading.Event()

    def ask():
        while not done.is_set():
            answers.append(engine.search(SearchQuery("it", "museo")).total)

    asking = threading.Thread(target=ask)
    asking.start()
    for _ in range(3):
        with engine.rebuild("it") as changes:
            changes.put([document("Museo", page_id=1)])
    done.set()
    asking.join()
    assert len(answers) > 10
    assert set(answers) == {1}


def test_only_one_process_rebuilds_and_what_one_that_died_has_left_is_swept_up(engine, monkeypatch):
    other = ElasticsearchEngine(engine.connection.url, prefix=engine.indexes.prefix)
    with engine.rebuild("it"), pytest.raises(EngineUnavailable, match="being rebuilt"), other.rebuild("it"):
        pytest.fail("two at once")
    monkeypatch.setattr(lease, "LENGTH", -1.0)  # has run out as soon as it is taken
    died = engine.rebuild("it")
    died.__enter__()
    monkeypatch.undo()
    assert not other.rebuilding("it")
    with other.rebuild("it") as changes:
        changes.put([document("Nuovo")])
    assert titles(engine) == ["Nuovo"]
    with pytest.raises(EngineUnavailable):
        died.__exit__(None, None, None)  # it wakes up after all: too late
    assert titles(engine) == ["Nuovo"]
    client = engine.connection.client
    assert len(client.indices.get(index=f"{engine.indexes.alias('it')}.*")) == 1


def test_an_index_made_by_other_rules_is_told_and_made_anew(engine):
    index = engine.indexes.in_use("it", 5)
    engine.connection.client.indices.put_mapping(index=index, meta={"edition": "older"})
    engine._checked.clear()
    with pytest.raises(IndexDamaged, match="earlier edition"):
        engine.check("it")
    with pytest.raises(IndexDamaged), engine.changes("it"):
        pytest.fail("nothing must be written into it")
    with engine.rebuild("it") as changes:
        changes.put([document("Nuovo")])
    assert titles(engine) == ["Nuovo"]


def test_an_index_that_has_been_deleted_is_told_and_never_made_by_a_write(engine):
    engine.indexes.remove_all()
    with pytest.raises(IndexDamaged, match="no index"):
        engine.search(SearchQuery("it", "museo"))
    with pytest.raises(IndexDamaged), engine.changes("it"):
        pytest.fail("nothing to write to")
    assert not engine.connection.client.indices.exists(index=engine.indexes.alias("it"))


# Two releases -----------------------------------------------------------------------------------------
@pytest.fixture
def older(engine):
    """A release with other rules, on the same cluster."""
    engine = ElasticsearchEngine(engine.connection.url, prefix=engine.indexes.prefix)
    engine.indexes.edition = lambda language: "0lder-rules"
    with engine.rebuild("it") as changes:
        changes.put([document("Museo di prima", page_id=1)])
    return engine


def test_two_releases_run_side_by_side_and_neither_rebuilds_over_the_other(engine, older):
    with engine.rebuild("it") as changes:
        changes.put([document("Museo di adesso", page_id=1)])
    with older.rebuild("it") as changes, engine.changes("it") as meanwhile:
        changes.put([document("Museo di prima, di nuovo", page_id=1)])
        meanwhile.put([document("Teatro", page_id=2)])
    assert titles(older) == ["Museo di prima, di nuovo"]
    assert sorted(titles(engine)) == ["Museo di adesso", "Teatro"]
    engine.check("it")
    older.check("it")


def test_what_the_other_release_has_brought_in_is_missed_until_it_is_compared(engine, older):
    with engine.catching_up("it") as missed:
        assert missed  # the other one was made after this one
    assert not engine.has_missed("it")
    with older.changes("it") as changes:
        changes.put([document("Teatro", page_id=2)])
    assert engine.has_missed("it")
    with pytest.raises(ValueError, match="broke off"), engine.catching_up("it"):
        raise ValueError("broke off")
    with engine.catching_up("it") as missed:
        assert missed
        with older.changes("it") as changes:
            changes.put([document("Ancora", page_id=3)])
    assert engine.has_missed("it")


def test_an_index_that_no_release_uses_goes_after_a_day(engine, older):
    client = engine.connection.client
    left = f"{engine.indexes.prefix}_it.20240101"  # as releases before 0.7.0 name it
    client.indices.create(index=left, mappings={"_meta": {"edition": "before"}})

    def names():
        with engine.rebuild("it"):
            pass
        return set(engine.indexes.others("it"))

    used = older.indexes.in_use("it", 5)
    assert names() == {left, used}
    for name in (left, used):
        engine.indexes.keep(name, seen=time.time() - editions.KEPT_SECONDS - 10)
    older._checked.clear()
    titles(older)
    assert names() == {used}


# A site on it -----------------------------------------------------------------------------------------
@pytest.fixture
def site(db, settings, breakable_server, tree):
    settings.ELASTICSEARCH_URL = breakable_server.url
    settings.ELASTICSEARCH_PREFIX = f"test-{secrets.token_hex(6)}"
    call_command("rebuild_search", verbosity=0)
    yield tree
    get_engine().engine.indexes.remove_all()


@pytest.fixture
def publish(site, django_capture_on_commit_callbacks):
    """Publishes an article of this title; returns how many seconds it took."""

    def publish(title):
        article = pages.article(site.news, title=title)
        began = time.monotonic()
        with django_capture_on_commit_callbacks(execute=True):
            article.save_revision().publish()
        return time.monotonic() - began

    return publish


def found(words):
    return get_engine().search(SearchQuery("it", words)).total


def test_a_published_page_is_found_at_the_next_request(publish, client):
    publish("Tessitura")
    assert "Tessitura" in client.get("/it/cerca/?q=tessiture").content.decode()


def test_a_cluster_that_is_killed_loses_nothing_and_comes_back_as_it_was(publish, client, breakable_server):
    publish("Prima")
    breakable_server.kill()
    try:
        for number in range(5):
            publish(f"Durante {number}")
        assert OutboxEntry.objects.count() == 5
        assert client.get("/it/cerca/?q=durante").status_code == 503
        assert client.get("/it/notizie/").status_code == 200
        assert "cannot be reached" in client.get("/health/ready").json()["search"]
    finally:
        breakable_server.start()
    get_engine().asking._failures = get_engine().writing._failures = 0  # its rest is over
    assert found("prima") == 1
    assert sync.drain() == 5
    assert found("durante") == 5


def test_a_cluster_that_hangs_holds_up_no_editor_and_loses_nothing(publish, client, breakable_server):
    usual = min(publish(f"Prima {number}") for number in range(3))
    breakable_server.freeze()
    try:
        times = [publish(f"Durante {number}") for number in range(5)]
    finally:
        breakable_server.thaw()
    # A second more at the most; and once it is known to hang, nobody waits for it.
    assert all(seconds < usual + outbox.BUDGET_SECONDS + 2 for seconds in times)
    assert min(times[3:]) < usual + outbox.BUDGET_SECONDS
    get_engine().writing._failures = 0
    sync.drain()
    assert found("durante") == 5


def test_an_index_that_takes_nothing_loses_nothing(publish, breakable_server):
    index = get_engine().engine.indexes.in_use("it", 5)
    indices = get_engine().engine.connection.client.indices
    indices.put_settings(index=index, settings={"index.blocks.read_only_allow_delete": True})
    publish("Tessitura")
    assert OutboxEntry.objects.count() == 1
    assert found("tessitura") == 0
    indices.put_settings(index=index, settings={"index.blocks.read_only_allow_delete": None})
    assert sync.drain() == 1
    assert found("tessitura") == 1


def test_a_drain_during_a_rebuild_waits_for_the_new_index(publish):
    with get_engine().rebuild("it"):
        publish("Tessitura")
        assert found("tessitura") == 1
        assert OutboxEntry.objects.count() == 1
    assert found("tessitura") == 0
    sync.drain()
    assert found("tessitura") == 1
