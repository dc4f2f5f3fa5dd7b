"""Runs what is due, each job in a process of its own: one that hangs is ended, and holds up no other."""

import logging
import shlex
import signal
import sys
import time
from collections.abc import Iterable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

from django.core.management import call_command
from django.db import Error, connections
from django.utils import timezone

from .models import claim, note_end
from .table import JOBS, Job

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 5  # between two looks at the clock
MAX_MESSAGE_LENGTH = 500
# A copy of this process starts at once; one that is started anew takes two seconds, each minute.
_processes = get_context("fork")
Running = dict[BaseProcess, tuple[Job, float]]  # with the moment on the steady clock at which each is ended


def run_once(jobs: Iterable[Job] = JOBS) -> bool:
    """Run all that is due now, and wait for it; whether nothing failed."""
    running = _start_due(jobs)
    well = True
    while running:
        well = _end_late(running) and well
        time.sleep(0.05)
    return well


def run_forever(jobs: Iterable[Job] = JOBS) -> None:
    """Run what is due, until the process is told to end. A database that is away is waited for."""
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signal_number, lambda *_: sys.exit())
    running: Running = {}
    while True:
        try:
            running |= _start_due(jobs)
            _end_late(running)
        except Error as reason:
            logger.warning("Nothing can be run on time, the database does not answer: %s", reason)
            connections.close_all()
        time.sleep(PAUSE_SECONDS)


def perform(job: Job) -> bool:
    """Run a job in this process and keep what came of it; whether it succeeded."""
    failure = ""
    try:
        call_command(*shlex.split(job.command), verbosity=0)
    except SystemExit as end:
        failure = f"Ended with {end.code}." if end.code else ""
    except Exception as error:
        logger.exception("%s failed.", job.command)
        failure = f"{type(error).__name__}: {error}"
    note_end(job, timezone.now(), failure[:MAX_MESSAGE_LENGTH])
    return not failure


def _start_due(jobs: Iterable[Job]) -> Running:
    due = [job for job in jobs if claim(job, timezone.now())]
    # A copy must not share a connection with this process.
    connections.close_all()
    running: Running = {}
    for job in due:
        process = _processes.Process(target=_in_copy, args=(job,), daemon=True)
        process.start()
        running[process] = job, time.monotonic() + job.limit.total_seconds()
    return running


def _in_copy(job: Job) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sys.exit(not perform(job))


def _end_late(running: Running) -> bool:
    """Take the processes that have ended out of ``running``, and end those whose time is up; whether none of
    them failed."""
    well = True
    for process, (job, end) in list(running.items()):
        if process.is_alive() and time.monotonic() < end:
            continue
        if process.is_alive():
            process.kill()
            note_end(job, timezone.now(), f"Ended after {job.limit}: it took too long.")
            logger.error("%s took longer than %s and was ended.", job.command, job.limit)
        process.join()
        well = well and process.exitcode == 0
        del running[process]
    return well
