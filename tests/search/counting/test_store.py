"""Counts are written together, now and then, and add up whoever writes them."""

import threading
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from search.counting import store
from search.counting.counter import MAX_ENTRIES, SearchCounter, tally
from search.models import ClickCount, SearchCount

pytestmark = pytest.mark.django_db


def searched(**more):
    return list(SearchCount.objects.filter(**more).values_list("words", "searches", "without_results"))


def test_what_is_counted_is_in_the_database_only_after_it_has_been_written():
    tally.search("it", "museo", True)
    assert searched() == []
    assert store.flush() == 1
    assert searched() == [("museo", 1, 0)]
    assert store.flush() == 0


def test_counts_add_up_by_day_language_and_words():
    with time_machine.travel(datetime(2026, 11, 23, 22, 59, tzinfo=UTC), tick=False) as clock:
        tally.search("it", "museo", True)
        tally.search("it", "museo", False)
        tally.search("en", "museo", True)
        store.flush()
        tally.search("it", "museo", True)
        store.flush()
        clock.move_to(datetime(2026, 11, 23, 23, 1, tzinfo=UTC))  # past midnight in Rome
        tally.search("it", "museo", True)
        store.flush()
    assert searched(day=date(2026, 11, 23), language="it") == [("museo", 3, 1)]
    assert searched(day=date(2026, 11, 23), language="en") == [("museo", 1, 0)]
    assert searched(day=date(2026, 11, 24)) == [("museo", 1, 0)]


def test_clicks_add_up_by_position():
    for position in (1, 1, 3):
        tally.click("it", "museo", position)
    store.flush()
    tally.click("it", "museo", 1)
    store.flush()
    assert list(ClickCount.objects.order_by("position").values_list("position", "clicks")) == [(1, 3), (3, 1)]


def test_two_processes_add_to_the_same_row_and_overwrite_nothing():
    """Each adds to what the row holds when it writes, not to what it once read."""
    tally.search("it", "museo", True)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        store.flush()
    [update] = [query["sql"] for query in queries if query["sql"].startswith("UPDATE")]
    assert '"searches" = ("search_searchcount"."searches" + 1)' in update
    assert not any(query["sql"].startswith("SELECT") for query in queries)


def test_a_writing_that_fails_loses_nothing_and_writes_no_half(monkeypatch):
    tally.search("it", "museo", True)
    tally.click("it", "museo", 1)

    def fail(self, **more):
        raise DatabaseError("locked")

    with monkeypatch.context() as broken:
        broken.setattr(ClickCount.objects.none().__class__, "update", fail)
        with pytest.raises(DatabaseError):
            store.flush()
    tally.search("it", "museo", False)
    store.flush()
    assert searched() == [("museo", 2, 1)]
    assert ClickCount.objects.get().clicks == 1


def test_memory_is_bounded_and_known_words_still_count():
    full = SearchCounter()
    for number in range(MAX_ENTRIES + 50):
        full.search("it", f"parola {number}", True)
    full.search("it", "parola 0", True)
    numbers = full.take()
    assert len(numbers.searches) == MAX_ENTRIES
    assert sum(numbers.searches.values()) == MAX_ENTRIES + 1
    full.search("it", "altra", True)
    full.give_back(numbers)
    assert len(full.take().searches) == MAX_ENTRIES


def test_threads_lose_no_count():
    ours = SearchCounter()
    threads = [
        threading.Thread(target=lambda: [ours.search("it", "museo", True) for _ in range(500)])
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(ours.take().searches.values()) == 2000


def test_a_thread_writes_by_itself_and_one_is_enough(settings, monkeypatch):
    """What it does is tested above; here only that it is there, and that it survives a database away."""
    settings.SEARCH_COUNTS_SECONDS = 0.01
    calls, twice = [], threading.Event()

    def flush():
        calls.append(threading.current_thread().name)
        if len(calls) >= 2:
            twice.set()
        raise DatabaseError("away")

    monkeypatch.setattr(store, "flush", flush)
    monkeypatch.setattr(store, "_writer", None)
    monkeypatch.setattr(store, "_process", 0)
    monkeypatch.setattr(store, "Finalize", lambda *args, **more: None)
    store.write_now_and_then()
    first = store._writer
    store.write_now_and_then()
    assert store._writer is first
    assert twice.wait(10)
    assert set(calls) == {"search-counts"}
    settings.SEARCH_COUNTS_SECONDS = 0
    first.join(10)
    assert not first.is_alive()
