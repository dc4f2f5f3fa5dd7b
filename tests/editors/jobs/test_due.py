"""A job of the clock runs when it is due, once over all machines, and what came of it is kept."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.db import OperationalError

from editors.jobs import running
from editors.jobs.models import JobRun, claim, note_end
from editors.jobs.running import perform
from editors.jobs.table import JOBS, Job

ROME = ZoneInfo("Europe/Rome")
NOON = datetime(2026, 11, 29, 12, tzinfo=ROME)
MINUTELY = Job("publish_scheduled", every=timedelta(minutes=1), limit=timedelta(minutes=10))
NIGHTLY = Job("check_links", at=time(3), limit=timedelta(hours=6))


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 11, 29, 2, 59, tzinfo=ROME), datetime(2026, 11, 29, 3, tzinfo=ROME)),
        (datetime(2026, 11, 29, 3, tzinfo=ROME), datetime(2026, 11, 30, 3, tzinfo=ROME)),
        (datetime(2026, 12, 31, 23, tzinfo=ROME), datetime(2027, 1, 1, 3, tzinfo=ROME)),
        # The night on which the clock is put back has 25 hours.
        (datetime(2026, 10, 24, 12, tzinfo=ROME), datetime(2026, 10, 25, 3, tzinfo=ROME)),
    ],
)
def test_what_has_its_hour_is_due_when_that_hour_comes_next(now, due):
    assert NIGHTLY.next_due(now) == due


def test_every_job_is_a_command_that_is_there():
    assert {job.command.split()[0] for job in JOBS} <= set(get_commands())


@pytest.mark.django_db
def test_it_is_due_at_once_and_then_when_its_interval_has_passed():
    assert claim(MINUTELY, NOON)
    note_end(MINUTELY, NOON)
    assert not claim(MINUTELY, NOON + timedelta(seconds=59))
    assert claim(MINUTELY, NOON + timedelta(seconds=60))


@pytest.mark.django_db
def test_what_has_its_hour_waits_for_it_on_a_new_site():
    assert not claim(NIGHTLY, NOON)
    assert claim(NIGHTLY, datetime(2026, 11, 30, 3, tzinfo=ROME))


@pytest.mark.django_db
def test_what_is_under_way_is_not_begun_again_before_its_limit():
    assert claim(MINUTELY, NOON)
    assert not claim(MINUTELY, NOON + timedelta(minutes=9))
    assert claim(MINUTELY, NOON + timedelta(minutes=10))  # whoever ran it was killed


@pytest.mark.django_db
def test_a_run_is_kept_with_what_came_of_it(monkeypatch):
    claim(MINUTELY, NOON)
    assert perform(MINUTELY)
    run = JobRun.objects.get()
    assert (run.succeeded, run.message) == (True, "")
    assert run.ended_at


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "message"),
    [
        (CommandError("The disk is full."), "CommandError: The disk is full."),
        (SystemExit(2), "Ended with 2."),
    ],
)
def test_a_failure_is_kept_and_told_as_not_healthy(monkeypatch, client, tree, search_index, error, message):
    def fail(*args, **kwargs):
        raise error

    search_index.rebuild()
    claim(MINUTELY, NOON)
    monkeypatch.setattr(running, "call_command", fail)
    assert not perform(MINUTELY)
    assert JobRun.objects.get().message == message
    JobRun.objects.update(due_at=datetime(2999, 1, 1, tzinfo=ROME))
    told = client.get("/health/ready").json()
    assert (told["status"], told["jobs"]) == ("degraded", f"publish_scheduled failed: {message}")


@pytest.mark.django_db
def test_a_job_that_nobody_runs_any_more_is_told(client, tree, search_index):
    search_index.rebuild()
    claim(MINUTELY, NOON - timedelta(days=300))
    told = client.get("/health/ready").json()
    assert told["status"] == "degraded"
    assert told["jobs"].startswith("publish_scheduled has been due since 2026-02-02")
    assert "run_due" in told["mend"]


@pytest.mark.django_db
def test_a_database_that_is_away_is_waited_for(monkeypatch):
    """The second look at the clock finds it again."""
    looks = []

    def start(jobs):
        looks.append(1)
        if len(looks) == 1:
            raise OperationalError("The server closed the connection.")
        return {}

    def pause(seconds):
        if len(looks) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(running, "_start_due", start)
    monkeypatch.setattr(running.connections, "close_all", lambda: None)
    monkeypatch.setattr(running.time, "sleep", pause)
    monkeypatch.setattr(running.signal, "signal", lambda *args: None)
    with pytest.raises(KeyboardInterrupt):
        running.run_forever()
    assert len(looks) == 2


@pytest.mark.django_db
def test_the_command_says_whether_something_failed(monkeypatch):
    monkeypatch.setattr("editors.jobs.management.commands.run_due.run_once", lambda: False)
    with pytest.raises(SystemExit) as ended:
        call_command("run_due")
    assert ended.value.code == 1
