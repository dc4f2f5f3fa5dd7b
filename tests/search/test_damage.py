"""A missing or corrupted index is noticed, never a crash; it is rebuilt and the site stays up."""

import logging
import os
import shutil
import threading
import time

import pytest

from search.engines import tantivy as tantivy_engine
from search.engines.base import EngineUnavailable, IndexDamaged
from search.engines.tantivy import TantivyEngine, schema, store
from search.index import repair
from search.index.rebuild import needs_rebuild
from search.query import SearchQuery
from tests.factories.search import document


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "search"


@pytest.fixture
def engine(folder):
    engine = TantivyEngine(folder)
    with engine.rebuild("it") as changes:
        changes.put([document("Museo", body="testo " * 50) for _ in range(50)])
    assert engine.search(SearchQuery("it", "museo")).total == 50
    return engine


def files(folder, pattern="*"):
    return [path for path in (folder / "it").glob(f"*/*/{pattern}") if path.is_file()]


def replace(path, content):
    """By another file: Tantivy looks at what has just been opened in a thread of its own, and a mapped file
    that gets shorter meanwhile ends the process."""
    path.unlink()
    path.write_bytes(content)


def garble_everything(folder):
    for path in files(folder):
        replace(path, os.urandom(path.stat().st_size))


def empty_everything(folder):
    for path in files(folder):
        replace(path, b"")


def lose_one_file(folder):
    files(folder, "*.store")[0].unlink()


def lose_the_pointer(folder):
    next((folder / "it").glob("*/current.json")).unlink()


def garble_the_pointer(folder):
    next((folder / "it").glob("*/current.json")).write_text('{"folder": 3')


def lose_all(folder):
    shutil.rmtree(folder)


DAMAGES = [
    garble_everything,
    empty_everything,
    lose_one_file,
    lose_the_pointer,
    garble_the_pointer,
    lose_all,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_noticed_by_a_running_process_and_by_a_new_one(folder, engine, damage):
    damage(folder)
    for one in (engine, TantivyEngine(folder)):
        with pytest.raises(IndexDamaged):
            one.search(SearchQuery("it", "museo"))
        with pytest.raises(IndexDamaged), one.changes("it"):
            pytest.fail("nothing must be written into a damaged index")


def test_a_running_process_does_not_touch_what_has_got_shorter_under_it(folder, engine):
    time.sleep(1)  # until the look that Tantivy takes by itself is over
    for path in files(folder):
        os.truncate(path, 0)
    with pytest.raises(IndexDamaged):
        engine.search(SearchQuery("it", "museo"))


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_rebuild_mends_every_damage(folder, engine, damage):
    damage(folder)
    with engine.rebuild("it") as changes:
        changes.put([document("Nuovo")])
    assert engine.search(SearchQuery("it", "nuovo")).total == 1


def test_an_index_made_by_other_rules_is_not_used(folder, engine, monkeypatch):
    monkeypatch.setattr(schema, "EDITION", schema.EDITION + 1)
    with pytest.raises(IndexDamaged, match="no index"):
        TantivyEngine(folder).check("it")


def test_an_index_that_was_never_made_is_missing(engine):
    with pytest.raises(IndexDamaged, match="no index"):
        engine.check("en")


def test_a_rebuild_leaves_nothing_of_the_old_index_behind(folder, engine):
    for _ in range(3):
        with engine.rebuild("it"):
            pass
    assert len([path for path in (folder / "it").iterdir() if path.is_dir()]) == 1


def test_a_locked_index_makes_a_writer_give_up_in_time(folder, engine, monkeypatch):
    monkeypatch.setattr(store, "WRITE_WAIT", 0.05)
    with (
        engine.changes("it"),
        pytest.raises(EngineUnavailable),
        tantivy_engine.TantivyEngine(folder).changes("it"),
    ):
        pytest.fail("two writers at once")


class InlineThread(threading.Thread):
    """Runs at once, on the connection of the test."""

    def start(self):
        self.run()

    def join(self, timeout=None):
        pass


@pytest.fixture
def self_repair(settings, monkeypatch):
    settings.SEARCH_SELF_REPAIR = True
    monkeypatch.setattr(repair, "_begun", {})
    monkeypatch.setattr(repair.threading, "Thread", InlineThread)
    monkeypatch.setattr(repair.connection, "close", lambda: None)


@pytest.mark.django_db
def test_a_search_rebuilds_a_missing_index_by_itself_and_says_so(tree, search_index, self_repair, caplog):
    lose_all(search_index.folder)
    with caplog.at_level(logging.WARNING):
        results = search_index.engine.search(SearchQuery("it", "notizie"))
    assert [hit.title for hit in results.hits] == ["Notizie"]
    assert "Rebuilding the search index for “it”" in caplog.text


@pytest.mark.django_db
def test_a_repair_that_does_not_help_is_not_repeated_at_once(search_index, self_repair, monkeypatch):
    begun = []
    monkeypatch.setattr(repair, "rebuild", begun.append)
    lose_all(search_index.folder)
    for _ in range(3):
        with pytest.raises(EngineUnavailable):
            search_index.engine.search(SearchQuery("it", "notizie"))
    assert begun == ["it"]


@pytest.mark.django_db
def test_what_needs_a_rebuild_is_told(tree, search_index):
    assert "holds 0 documents of 6 pages" in needs_rebuild("it")
    search_index.rebuild()
    assert needs_rebuild("it") == ""
    lose_all(search_index.folder)
    assert "no index" in needs_rebuild("it")
