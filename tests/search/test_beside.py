"""Work beside a search: begun elsewhere where a helper is free, else done by whoever needs it."""

from threading import Event, current_thread

import pytest

from search.engines.tantivy import in_thread
from search.engines.tantivy.in_thread import InThread


@pytest.fixture
def helpers(monkeypatch):
    with in_thread.ThreadPoolExecutor(1, thread_name_prefix="helper") as executor:
        monkeypatch.setattr(in_thread, "_helpers", executor)
        yield executor


def where() -> str:
    return current_thread().name


def test_a_free_helper_does_what_has_begun(helpers):
    entered = Event()

    def work() -> str:
        entered.set()
        return where()

    begun = InThread(work)
    begun.begin()
    assert entered.wait(5)
    assert begun.result().startswith("helper")


def test_what_has_not_begun_is_done_here(helpers):
    assert InThread(where).result() == where()


def test_nobody_waits_for_a_helper_that_is_busy(helpers):
    released = Event()
    busy = helpers.submit(released.wait, 30)
    waiting = InThread(where)
    waiting.begin()
    try:
        assert waiting.result() == where()
    finally:
        released.set()
    assert busy.result()


def test_an_error_reaches_whoever_asks(helpers):
    entered = Event()

    def fails() -> None:
        entered.set()
        raise LookupError("no such facet")

    begun = InThread(fails)
    begun.begin()
    assert entered.wait(5)
    with pytest.raises(LookupError, match="no such facet"):
        begun.result()
