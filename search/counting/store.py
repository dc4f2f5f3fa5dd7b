"""Writes the numbers into the database: many at a time, in a thread of its own, never during a request."""

import logging
import os
import threading
from multiprocessing.util import Finalize

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F

from .counter import Numbers, tally
from .models import ClickCount, SearchCount

logger = logging.getLogger(__name__)

_lock = threading.Lock()
_writer: threading.Thread | None = None
_process = 0


def flush() -> int:
    """Write what has been counted, in one transaction; returns how many counts. What fails is given back."""
    numbers = tally.take()
    if not numbers:
        return 0
    try:
        with transaction.atomic():
            _write(numbers)
    except Exception:
        tally.give_back(numbers)
        raise
    return len(numbers.searches) + len(numbers.clicks)


def write_now_and_then() -> None:
    """See to it that this process writes: every ``SEARCH_COUNTS_SECONDS``, and when it ends."""
    global _writer, _process
    if not settings.SEARCH_COUNTS_SECONDS or (_process == os.getpid() and _writer and _writer.is_alive()):
        return
    with _lock:
        if _process != os.getpid():
            # A server's workers leave without Python's own exit handlers, but not without these.
            Finalize(None, _flush_quietly, exitpriority=10)
        if _process != os.getpid() or not _writer.is_alive():
            _process = os.getpid()
            _writer = threading.Thread(target=_run, name="search-counts", daemon=True)
            _writer.start()


def _run() -> None:
    pause = threading.Event()
    while seconds := settings.SEARCH_COUNTS_SECONDS:  # without a pause it would do nothing else
        pause.wait(seconds)
        _flush_quietly()


def _flush_quietly() -> None:
    try:
        flush()
    except Exception as error:  # a database that is away: the numbers wait for the next time
        logger.warning("The counts of searches are written later: %s", error)
    finally:
        connection.close()


def _write(numbers: Numbers) -> None:
    """In the order of the keys, so that two processes never wait for each other's rows."""
    searches = sorted(numbers.searches)
    _make(SearchCount, [dict(zip(("day", "language", "words"), key, strict=True)) for key in searches])
    for day, language, words in searches:
        key = (day, language, words)
        SearchCount.objects.filter(day=day, language=language, words=words).update(
            searches=F("searches") + numbers.searches[key],
            without_results=F("without_results") + numbers.without_results[key],
        )
    clicks = sorted(numbers.clicks)
    names = ("day", "language", "words", "position")
    _make(ClickCount, [dict(zip(names, key, strict=True)) for key in clicks])
    for key in clicks:
        row = ClickCount.objects.filter(**dict(zip(names, key, strict=True)))
        row.update(clicks=F("clicks") + numbers.clicks[key])


def _make(model, rows: list[dict]) -> None:
    """Rows that are missing begin at nothing."""
    model.objects.bulk_create([model(**row) for row in rows], ignore_conflicts=True, batch_size=500)
