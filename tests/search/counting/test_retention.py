"""Counts are forgotten after a while."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command

from search.counting.retention import first_day_kept
from search.models import SearchCount

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def every_word(monkeypatch):
    """Words that hardly anybody asks for have tests of their own."""
    monkeypatch.setattr("search.counting.retention.MIN_SEARCHES", 0)


@pytest.mark.parametrize(
    ("months", "day"),
    [(0, date(2026, 3, 1)), (2, date(2026, 1, 1)), (3, date(2025, 12, 1)), (13, date(2025, 2, 1))],
)
def test_whole_months_are_kept(months, day):
    assert first_day_kept(date(2026, 3, 31), months) == day


def test_the_command_deletes_what_is_older(capsys):
    for day in (date(2026, 1, 31), date(2026, 2, 1)):
        SearchCount.objects.create(day=day, language="it", words="museo", searches=1)
    with time_machine.travel(datetime(2026, 3, 15, tzinfo=UTC)):
        call_command("prune_search_counts", "--months", "1")
    assert "1 counts from before 2026-02-01 deleted." in capsys.readouterr().out
    assert SearchCount.objects.get().day == date(2026, 2, 1)


@pytest.mark.parametrize("months", ["-1", "100000"])
def test_months_that_make_no_sense_are_refused(months):
    with pytest.raises(CommandError):
        call_command("prune_search_counts", f"--months={months}")
