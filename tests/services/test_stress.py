"""The short form of `make stress`: whatever is killed, `sync_search` brings in all that is missing."""

import random

from tests.services.stress import trial

SEED = 20


def test_kills_of_the_publishing_process_leave_tantivy_in_step(say):
    outcome = trial(random.Random(SEED), kills=10, say=say)
    assert outcome.published
    assert (outcome.differences, outcome.errors) == ("", "")


def test_kills_of_elasticsearch_and_of_the_publishing_process_leave_it_in_step(breakable_server, say):
    outcome = trial(random.Random(SEED), 10, breakable_server, server_kills=3, say=say)
    assert outcome.published
    assert (outcome.server_kills, outcome.differences, outcome.errors) == (3, "", "")
