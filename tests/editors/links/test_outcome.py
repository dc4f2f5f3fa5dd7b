"""When a link counts as broken."""

from datetime import UTC, datetime, timedelta

import pytest

from editors.links.results import ROBOTS, TIMEOUT, LinkCheck, failing_since, is_broken

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
YESTERDAY = NOW - timedelta(days=1)


def broken(before, outcome, now=NOW) -> bool:
    return is_broken(failing_since(before, outcome, now), outcome, now)


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_is_broken_at_once(status):
    assert broken(None, LinkCheck(status))


@pytest.mark.parametrize(
    "outcome", [LinkCheck(500), LinkCheck(503), LinkCheck(400), LinkCheck(problem=TIMEOUT)]
)
def test_other_failures_count_only_on_a_second_day(outcome):
    assert not broken(None, outcome)
    assert not broken(NOW - timedelta(hours=3), outcome)
    assert broken(YESTERDAY, outcome)


def test_days_are_those_of_rome():
    late = datetime(2026, 11, 24, 22, 50, tzinfo=UTC)  # ten to midnight in Rome
    assert broken(late, LinkCheck(500), late + timedelta(minutes=20))


@pytest.mark.parametrize("status", [200, 204, 206, 304])
def test_a_good_answer_ends_all_failures(status):
    assert failing_since(YESTERDAY, LinkCheck(status), NOW) is None


@pytest.mark.parametrize(
    "outcome", [LinkCheck(401), LinkCheck(403), LinkCheck(429), LinkCheck(problem=ROBOTS)]
)
def test_an_answer_to_robots_only_says_nothing(outcome):
    assert failing_since(None, outcome, NOW) is None
    assert failing_since(YESTERDAY, outcome, NOW) == YESTERDAY
    assert not broken(None, outcome)
