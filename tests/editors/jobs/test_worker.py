"""A worker takes up what a killed one has left, and no outage ends it."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult, get_date_max

from editors.jobs import worker
from editors.jobs.models import WorkerHeartbeat
from editors.jobs.worker import LEASE, MAX_ATTEMPTS, LeasingWorker, release_lost
from funding.imports.tasks import import_job
from funding.models import ImportJob

pytestmark = pytest.mark.django_db


def under_way(workers=("first",), path="search.tasks.drain_remaining", args=()):
    return DBTaskResult.objects.create(
        task_path=path,
        backend_name="background",
        status=TaskResultStatus.RUNNING,
        started_at=timezone.now(),
        worker_ids=list(workers),
        args_kwargs={"args": list(args), "kwargs": {}},
        run_after=get_date_max(),
    )


def heard_of(name, ago=timedelta(0)):
    WorkerHeartbeat.objects.create(worker_id=name, seen_at=timezone.now() - ago)


def status_of(task):
    task.refresh_from_db()
    return task.status


@pytest.mark.parametrize("ago", [None, LEASE + timedelta(seconds=1)])
def test_what_a_killed_worker_was_at_is_begun_again(ago):
    task = under_way()
    if ago:
        heard_of("first", ago)
    assert release_lost() == 1
    assert status_of(task) == TaskResultStatus.READY


def test_what_a_living_worker_is_at_is_left_alone():
    task = under_way()
    heard_of("first", LEASE - timedelta(seconds=5))
    assert release_lost() == 0
    assert status_of(task) == TaskResultStatus.RUNNING


def test_only_the_last_of_its_workers_counts():
    task = under_way(["alive", "killed"])
    heard_of("alive")
    release_lost()
    assert status_of(task) == TaskResultStatus.READY


def test_what_ends_every_worker_is_given_up_and_an_import_says_so(superuser_job):
    job = superuser_job
    task = under_way(["x"] * MAX_ATTEMPTS, import_job.module_path, [job.pk, "en"])
    assert release_lost() == 0
    assert status_of(task) == TaskResultStatus.FAILED
    job.refresh_from_db()
    assert job.state == ImportJob.State.FAILED
    assert "not foreseen" in job.message


@pytest.fixture
def superuser_job(django_user_model):
    user = django_user_model.objects.create_superuser("anna", "anna@example.org", "x")
    return ImportJob.objects.create(user=user, source="incentivi", state=ImportJob.State.IMPORTING)


def test_a_database_that_is_away_is_waited_for_and_its_own_task_put_back(monkeypatch):
    task, looks = None, []

    def run(self):
        looks.append(1)
        if len(looks) < 3:
            raise OperationalError("the server closed the connection")
        self.running = False

    leasing = LeasingWorker()
    task = under_way([leasing.worker_id])
    monkeypatch.setattr(Worker, "run", run)
    monkeypatch.setattr(LeasingWorker, "_beat", lambda self: None)
    monkeypatch.setattr(worker.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(worker.connections, "close_all", lambda: None)
    leasing.run()
    assert len(looks) == 3
    assert status_of(task) == TaskResultStatus.READY
    assert not WorkerHeartbeat.objects.exists()


def test_a_task_that_the_database_broke_off_is_put_back(monkeypatch):
    def fail():
        raise OperationalError("the server closed the connection")

    from search import tasks

    monkeypatch.setattr(tasks.sync, "drain", fail)
    leasing = LeasingWorker()
    task = under_way([leasing.worker_id])
    leasing.run_task(task)
    assert status_of(task) == TaskResultStatus.READY


def test_an_import_that_was_broken_off_is_done_when_its_task_is_begun_again(superuser_job, monkeypatch):
    from funding.imports import tasks

    done = []
    monkeypatch.setattr(tasks, "_import", done.append)
    import_job.call(superuser_job.pk, "en")
    assert done == [superuser_job]
