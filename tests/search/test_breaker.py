"""An engine that fails again and again is spared, so that nobody waits for it each time."""

import pytest

from search.engines.base import Deadline, EngineUnavailable, IndexDamaged
from search.engines.breaker import COOLDOWN_SECONDS, FAILURES, Breaker


@pytest.fixture
def clock(monkeypatch):
    """Seconds that pass only when they are told to."""

    class Clock:
        now = 1000.0

        def monotonic(self):
            return self.now

    clock = Clock()
    monkeypatch.setattr("search.engines.breaker.time", clock)
    monkeypatch.setattr("search.engines.base.time", clock)
    return clock


@pytest.fixture
def breaker():
    return Breaker("Asking")


def fail(breaker, reason=EngineUnavailable):
    """Whether the engine was asked at all."""
    asked = False
    with pytest.raises(EngineUnavailable), breaker():
        asked = True
        raise reason("down")
    return asked


def test_after_some_failures_the_engine_is_not_asked_for_a_while(breaker, clock):
    assert [fail(breaker) for _ in range(FAILURES + 2)] == [True] * FAILURES + [False] * 2
    clock.now += COOLDOWN_SECONDS - 0.1
    assert not fail(breaker)


def test_then_one_caller_tries_while_the_others_still_do_not(breaker, clock):
    for _ in range(FAILURES):
        fail(breaker)
    clock.now += COOLDOWN_SECONDS + 0.1
    with breaker():
        assert not fail(breaker)
    assert fail(breaker)


def test_a_try_that_fails_begins_another_rest(breaker, clock):
    for _ in range(FAILURES):
        fail(breaker)
    clock.now += COOLDOWN_SECONDS + 0.1
    assert fail(breaker)
    assert not fail(breaker)


def test_what_works_in_between_is_forgotten(breaker, clock):
    for _ in range(FAILURES * 2):
        fail(breaker)
        with breaker():
            pass
    assert fail(breaker)


def test_damage_is_no_failure_because_it_is_told_at_once(breaker, clock):
    assert all(fail(breaker, IndexDamaged) for _ in range(FAILURES * 2))


def test_the_reason_is_told_again_while_the_engine_rests(breaker, clock):
    for _ in range(FAILURES):
        fail(breaker)
    with pytest.raises(EngineUnavailable, match="down"), breaker():
        pytest.fail("not asked")


def test_a_deadline_has_less_and_less_left_and_then_refuses(clock):
    deadline = Deadline(0.8)
    clock.now += 0.5
    assert deadline.seconds() == pytest.approx(0.3)
    clock.now += 0.5
    assert deadline.left == 0
    with pytest.raises(EngineUnavailable):
        deadline.seconds()
