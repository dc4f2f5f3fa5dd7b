"""What a machine asks to know whether it may send visitors here."""

import errno
import shutil
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from cms import cache_version
from editors.jobs import checks
from editors.jobs.models import WorkerHeartbeat
from editors.jobs.worker import LEASE
from search.models import OutboxEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready(client, tree, search_index):
    search_index.rebuild()

    def ask():
        response = client.get("/health/ready")
        return response.status_code, response.json()

    return ask


def test_all_is_well(ready):
    assert ready() == (200, {"status": "ok", "database": "ok", "search": "ok"})


def test_without_an_index_the_site_still_serves_and_it_is_said_what_mends_it(ready, search_index):
    shutil.rmtree(search_index.folder / "en")
    status, told = ready()
    assert (status, told["status"], told["database"]) == (200, "degraded", "ok")
    assert "“en”" in told["search"]
    assert "manage.py rebuild_search" in told["mend"]


def test_changes_that_the_search_has_not_heard_of_for_long_are_told(ready, tree):
    OutboxEntry.objects.create(page_id=tree.news.pk, language="it")
    assert ready()[1]["status"] == "ok"
    OutboxEntry.objects.update(queued_at=timezone.now() - timedelta(hours=1))
    status, told = ready()
    assert (status, told["status"]) == (200, "degraded")
    assert told["search"].startswith("1 changes have been waiting")
    assert "manage.py sync_search" in told["mend"]


def test_without_a_database_nothing_can_be_served(ready, monkeypatch):
    def refuse():
        raise DatabaseError

    cache_version.forget()  # nothing that was known before helps

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    status, told = ready()
    assert (status, told["status"], told["database"]) == (503, "unavailable", "unavailable")


def test_an_address_that_cannot_be_read_is_told_and_not_raised(ready, settings):
    settings.ELASTICSEARCH_URL = "localhost:9200"
    status, told = ready()
    assert (status, told["status"]) == (200, "degraded")
    assert "ELASTICSEARCH_URL" in told["search"]


def test_a_worker_that_ended_without_a_word_is_told(ready):
    seen = timezone.now() - LEASE - timedelta(seconds=5)
    WorkerHeartbeat.objects.create(worker_id="killed", seen_at=seen)
    told = ready()[1]
    assert told["status"] == "degraded"
    assert told["worker"].startswith("The worker was last heard of at")
    assert "run_worker" in told["mend"]
    WorkerHeartbeat.objects.create(worker_id="alive", seen_at=timezone.now())
    assert ready()[1]["status"] == "ok"


def test_tasks_that_nobody_does_are_told(ready):
    task = DBTaskResult.objects.create(
        task_path="search.tasks.drain_remaining",
        backend_name="background",
        args_kwargs={"args": [], "kwargs": {}},
        run_after=get_date_max(),
    )
    assert ready()[1]["status"] == "ok"
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=timezone.now() - timedelta(hours=1))
    assert ready()[1]["worker"] == "1 tasks wait and no worker is there."


def test_a_disk_that_cannot_be_written_is_told(ready, monkeypatch):
    def refuse(**_options):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(checks.tempfile, "TemporaryFile", refuse)
    told = ready()[1]
    assert told["status"] == "degraded"
    assert told["disk"].endswith("cannot be written: Read-only file system.")


def test_a_disk_that_is_nearly_full_is_told(ready, monkeypatch):
    monkeypatch.setattr(checks, "MIN_FREE_BYTES", 2**62)
    assert "MB are free" in ready()[1]["disk"]


def test_a_clock_that_is_off_is_told(ready, monkeypatch):
    monkeypatch.setattr(connection, "vendor", "postgresql")
    theirs = timezone.now() - timedelta(days=3)

    class Cursor:
        __enter__ = lambda self: self  # noqa: E731
        __exit__ = lambda self, *_args: None  # noqa: E731
        execute = lambda self, _sql: None  # noqa: E731
        fetchone = lambda self: (theirs,)  # noqa: E731

    monkeypatch.setattr(checks, "CHECKS", (checks.clock_trouble,))
    monkeypatch.setattr(checks, "database_trouble", lambda: None)
    monkeypatch.setattr(connection, "cursor", Cursor)
    told = ready()[1]
    assert told["clock"] == "This machine's clock is +259200 s off the database's."


def test_all_that_is_wrong_is_told_at_once(ready, search_index, monkeypatch):
    shutil.rmtree(search_index.folder / "en")
    monkeypatch.setattr(checks, "MIN_FREE_BYTES", 2**62)
    told = ready()[1]
    assert {"search", "disk"} <= set(told)
    assert "rebuild_search" in told["mend"]
