"""Short forms of `make stress`: whatever is killed, nothing is lost, and the search comes in step again."""

import random

import pytest

from tests.services.stress import kills
from tests.services.stress.figures import table
from tests.services.stress.index import trial

SEED = 20
each = pytest.mark.parametrize(
    ("kills", "server_kills"), [(4, 1), pytest.param(10, 3, marks=pytest.mark.long)], ids=["short", "long"]
)


@each
def test_kills_of_the_publishing_process_leave_tantivy_in_step(say, kills, server_kills):
    outcome = trial(random.Random(SEED), kills, say=say)
    assert outcome.published
    assert (outcome.differences, outcome.errors) == ("", "")


@each
def test_kills_of_elasticsearch_and_of_the_publishing_process_leave_it_in_step(
    breakable_server, say, kills, server_kills
):
    outcome = trial(random.Random(SEED), kills, breakable_server, server_kills, say=say)
    assert outcome.published
    assert (outcome.server_kills, outcome.differences, outcome.errors) == (server_kills, "", "")


@pytest.mark.long
def test_kills_of_web_processes_and_of_the_worker_lose_nothing(say):
    size = kills.Size(kills=4, restarts=0, services=False, importers=1)
    figures = kills.trial(SEED, say, size)
    assert all(figure.holds for figure in figures), table(figures)
