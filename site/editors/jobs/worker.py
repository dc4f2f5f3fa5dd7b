"""The worker for background tasks: holds what it is at by a lease, and takes up what a killed one has left.

A worker writes its heartbeat every ``BEAT``. A task under way whose worker has not been heard of for
``LEASE`` goes back to those that wait: every task can be begun again. A database that is away is waited for.
"""

import logging
import signal
import socket
import sys
import threading
import time
from datetime import timedelta

from django.db import Error, InterfaceError, OperationalError, close_old_connections, connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks.base import TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from .models import WorkerHeartbeat

logger = logging.getLogger(__name__)

BACKEND = "background"
INTERVAL_SECONDS = 2.0  # between two looks for tasks
BEAT = timedelta(seconds=10)
LEASE = timedelta(seconds=60)
FORGOTTEN = timedelta(days=1)  # after so long, a heartbeat tells nothing any more
# A task that has ended its worker so often would end it again: it has failed.
MAX_ATTEMPTS = 5
MAX_PAUSE_SECONDS = 30.0


class WorkerLostError(Exception):
    """The reason of a task that failed because every worker that began it was ended."""


class LeasingWorker(Worker):
    """Django's worker of tasks, with leases. One for each process."""

    def __init__(self):
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=INTERVAL_SECONDS,
            batch=False,
            backend_name=BACKEND,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
        )
        self._beating = threading.Event()

    def run(self) -> None:
        """Work until SIGTERM or Ctrl-C; what is under way then is done to its end."""
        threading.Thread(target=self._beat, daemon=True).start()
        pause = 1.0
        try:
            while self.running:
                try:
                    self._beat_once()
                    release_lost(own=self.worker_id)
                    super().run()
                    pause = 1.0
                except (OperationalError, InterfaceError) as reason:
                    logger.warning(
                        "The database does not answer, the worker tries again in %.0f s: %s",
                        pause,
                        str(reason).strip(),
                    )
                    connections.close_all()
                    time.sleep(pause)
                    pause = min(pause * 2, MAX_PAUSE_SECONDS)
        finally:
            self._beating.set()
            self._say_goodbye()

    def shutdown(self, signum, frame) -> None:
        """A second signal changes nothing: Ctrl-C and whoever started the worker both tell it to end."""
        self.running = False
        if not self.running_task:
            sys.exit(0)

    def configure_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.shutdown)

    def run_task(self, db_task_result: DBTaskResult) -> None:
        """The same as Django's, but that a task which the database broke off is put back."""
        super().run_task(db_task_result)
        if db_task_result.exception_class_path in BROKEN_OFF:
            _put_back(db_task_result)

    def _beat(self) -> None:
        while not self._beating.wait(BEAT.total_seconds()):
            try:
                self._beat_once()
                release_lost()
            except Error:  # the worker itself says so
                connections.close_all()
            finally:
                close_old_connections()

    def _beat_once(self) -> None:
        now = timezone.now()
        seen = {"seen_at": now, "host": socket.gethostname()[:255]}
        WorkerHeartbeat.objects.update_or_create(worker_id=self.worker_id, defaults=seen)
        WorkerHeartbeat.objects.filter(seen_at__lt=now - FORGOTTEN).delete()

    def _say_goodbye(self) -> None:
        """Whoever comes next need not wait for the lease."""
        try:
            WorkerHeartbeat.objects.filter(worker_id=self.worker_id).delete()
        except Error as reason:
            logger.warning("The worker ends without the database: %s", str(reason).strip())


BROKEN_OFF = {f"{error.__module__}.{error.__qualname__}" for error in (OperationalError, InterfaceError)}


def release_lost(own: str = "") -> int:
    """Put back the tasks under way whose worker is not heard of any more, and those of ``own``, a worker that
    is at nothing; how many."""
    heard = WorkerHeartbeat.objects.filter(seen_at__gte=timezone.now() - LEASE)
    alive = set(heard.values_list("worker_id", flat=True)) - {own}
    running = DBTaskResult.objects.running().filter(backend_name=BACKEND)
    lost = [task for task in running if not alive.intersection(task.worker_ids[-1:])]
    return sum(_put_back(task) for task in lost)


def _put_back(task: DBTaskResult) -> bool:
    """One statement decides between workers that find it at once."""
    found = DBTaskResult.objects.filter(pk=task.pk, status=task.status, worker_ids=task.worker_ids)
    if len(task.worker_ids) < MAX_ATTEMPTS:
        logger.warning("%s was broken off and is begun again.", task.task_path)
        return bool(found.update(status=TaskResultStatus.READY, exception_class_path="", traceback=""))
    if task.status != TaskResultStatus.FAILED:
        logger.error("%s was broken off %s times and is given up.", task.task_path, MAX_ATTEMPTS)
        task.set_failed(WorkerLostError(f"Broken off {MAX_ATTEMPTS} times."))
        task_finished.send(sender=type(task.task.get_backend()), task_result=task.task_result)
    return False
