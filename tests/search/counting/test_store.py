"""A count is one small write, adds up whoever writes it, and never holds or breaks what comes after it."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from search.counting import store
from search.models import SearchCount

pytestmark = pytest.mark.django_db

FOUND, NOTHING = '["it", "museo", true]', '["it", "museo", false]'


def count(*marked, agent="Mozilla/5.0"):
    for one in marked:
        store.count(one, agent)


def test_counts_add_up_by_day_language_and_words(counted):
    with time_machine.travel(datetime(2026, 11, 23, 22, 59, tzinfo=UTC), tick=False) as clock:
        count(FOUND, NOTHING, '["en", "museo", true]', FOUND)
        clock.move_to(datetime(2026, 11, 23, 23, 1, tzinfo=UTC))  # past midnight in Rome
        count(FOUND)
    assert counted(day=date(2026, 11, 23)) == {("it", "museo"): (3, 1), ("en", "museo"): (1, 0)}
    assert counted(day=date(2026, 11, 24)) == {("it", "museo"): (1, 0)}


def test_a_known_row_costs_one_update_that_overwrites_nothing():
    """It adds to what the row holds when it is written, not to what was once read."""
    count(FOUND)
    with CaptureQueriesContext(connection) as queries:
        count(FOUND)
    [update] = [query["sql"] for query in queries if not query["sql"].startswith("PRAGMA")]
    assert update.startswith("UPDATE")
    assert '"searches" = ("search_searchcount"."searches" + 1)' in update


def test_new_words_that_another_process_has_just_written_are_added_to(counted, monkeypatch):
    def other(rows, **more):
        made([SearchCount(day=rows[0].day, language="it", words="museo", searches=1, without_results=1)])
        return made(rows, **more)

    made = SearchCount.objects.bulk_create
    monkeypatch.setattr(SearchCount.objects, "bulk_create", other)
    count(FOUND)
    assert counted() == {("it", "museo"): (2, 1)}


def test_robots_are_not_counted(counted):
    count(FOUND, agent="Mozilla/5.0 (compatible; Googlebot/2.1)")
    assert counted() == {}


def test_nobody_can_have_the_site_write_without_end(counted, monkeypatch):
    monkeypatch.setattr(store, "MAX_A_MINUTE", 3)
    with time_machine.travel(datetime(2026, 11, 23, 12, tzinfo=UTC), tick=False) as clock:
        with CaptureQueriesContext(connection) as queries:
            count(*(f'["it", "parola {number}", true]' for number in range(20)))
        assert len(counted()) == 3
        assert sum("INSERT" in query["sql"] for query in queries) == 3
        clock.shift(60)
        count(FOUND)
    assert counted()["it", "museo"] == (1, 0)


def test_a_shared_cache_that_is_away_is_no_error(counted, monkeypatch):
    def away(*args):
        raise ValueError

    monkeypatch.setattr(store.cache, "incr", away, raising=False)
    count(FOUND)
    assert counted() == {}


def test_an_error_is_logged_and_goes_no_further(monkeypatch, caplog):
    def fail(*args):
        raise DatabaseError("locked")

    monkeypatch.setattr(store, "_write", fail)
    count(FOUND)
    assert "A search was not counted: locked" in caplog.text


def test_a_database_that_is_busy_is_not_waited_for(monkeypatch):
    if connection.vendor != "sqlite":
        pytest.skip("Other databases have more than one writer.")

    def wait():
        with connection.cursor() as cursor:
            return cursor.execute("PRAGMA busy_timeout").fetchone()[0]

    waits = []
    usual = wait()
    monkeypatch.setattr(store, "_write", lambda *args: waits.append(wait()))
    count(FOUND)
    assert waits == [store.MAX_WAIT]
    assert wait() == usual > store.MAX_WAIT
