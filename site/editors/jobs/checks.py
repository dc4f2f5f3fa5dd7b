"""What can be wrong with a running site, each in a line with what mends it, for ``/health/ready``."""

import errno
import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.db import Error, connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from delivery.shared_cache import SharedCache
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.models import OutboxEntry

from .models import JobRun, WorkerHeartbeat
from .worker import BACKEND, LEASE

logger = logging.getLogger(__name__)

# A change, a job or a task that has waited for so long waits for something to be mended.
LATE = timedelta(minutes=10)
MIN_FREE_BYTES = 200 * 1024 * 1024
MAX_CLOCK_DIFFERENCE = timedelta(seconds=30)


@dataclass(frozen=True)
class Trouble:
    """``part`` of the site, what is wrong with it, and what an operator does."""

    part: str
    message: str
    mend: str


def troubles() -> Iterator[Trouble]:
    """All that is wrong. Only the first where the database does not answer: the others need it."""
    if database := database_trouble():
        yield database
        return
    for check in CHECKS:
        try:
            found = check()
        except Error as reason:
            logger.warning("A check of the site's health failed: %s", reason)
            found = Trouble("database", "The database went away meanwhile.", DATABASE_MEND)
        if found:
            yield found


DATABASE_MEND = "start the database, or put DATABASE_URL right"


def database_trouble() -> Trouble | None:
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        # What broke must not be tried again by the next who asks in this thread.
        connection.close()
        return Trouble("database", "unavailable", DATABASE_MEND)
    return None


def search_trouble() -> Trouble | None:
    try:
        engine = get_engine()
        for language, _name in settings.LANGUAGES:
            engine.check(language)
    except EngineUnavailable as reason:
        return Trouble("search", str(reason), reason.remedy)
    late = OutboxEntry.objects.filter(queued_at__lt=timezone.now() - LATE).count()
    if not late:
        return None
    waiting = f"{late} changes have been waiting for more than ten minutes."
    return Trouble("search", waiting, EngineUnavailable.remedy)


def cache_trouble() -> Trouble | None:
    cache = caches["default"]
    if not isinstance(cache, SharedCache) or cache.answers():
        return None
    return Trouble("cache", "The shared cache does not answer.", "start it again, or put CACHE_URL right")


def jobs_trouble() -> Trouble | None:
    """Of the jobs of the clock; nothing where they have never been run here."""
    mend = "run manage.py run_due --loop, or run_due each minute; its log says more"
    if late := JobRun.objects.filter(due_at__lt=timezone.now() - LATE).order_by("due_at").first():
        return Trouble("jobs", f"{late.command} has been due since {late.due_at:%Y-%m-%d %H:%M} UTC.", mend)
    if failed := JobRun.objects.filter(succeeded=False).order_by("-ended_at").first():
        return Trouble("jobs", f"{failed.command} failed: {failed.message}", mend)
    return None


def worker_trouble() -> Trouble | None:
    """Of the worker for background tasks: it ended without a word, or tasks wait for nobody."""
    mend = "start manage.py run_worker; its log says why it ended"
    seen = WorkerHeartbeat.objects.order_by("-seen_at").values_list("seen_at", flat=True).first()
    if seen and seen >= timezone.now() - LEASE:
        return None
    if seen:
        return Trouble("worker", f"The worker was last heard of at {seen:%Y-%m-%d %H:%M:%S} UTC.", mend)
    ready = DBTaskResult.objects.ready().filter(backend_name=BACKEND)
    late = ready.filter(enqueued_at__lt=timezone.now() - LATE).count()
    return Trouble("worker", f"{late} tasks wait and no worker is there.", mend) if late else None


def disk_trouble() -> Trouble | None:
    folder = Path(settings.DATA_DIR)
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"\0" * 4096)
            file.flush()
    except OSError as reason:
        message = f"{folder} cannot be written: {reason.strerror}."
        allow = f"let user {os.getuid()} write there"
        mend = "free some space" if reason.errno == errno.ENOSPC else allow
        return Trouble("disk", message, mend)
    free = shutil.disk_usage(folder).free
    if free < MIN_FREE_BYTES:
        return Trouble("disk", f"Only {free // 1024**2} MB are free at {folder}.", "free some space")
    return None


def clock_trouble() -> Trouble | None:
    """Against the clock of the database, which all machines share; SQLite has that of this machine."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        theirs = cursor.fetchone()[0]
    difference = timezone.now() - theirs
    if abs(difference) <= MAX_CLOCK_DIFFERENCE:
        return None
    seconds = difference.total_seconds()
    return Trouble(
        "clock", f"This machine's clock is {seconds:+.0f} s off the database's.", "set both by NTP"
    )


CHECKS: tuple[Callable[[], Trouble | None], ...] = (
    search_trouble,
    cache_trouble,
    jobs_trouble,
    worker_trouble,
    disk_trouble,
    clock_trouble,
)
