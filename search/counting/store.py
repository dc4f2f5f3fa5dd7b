"""Writes a count after the answer has been sent, in the thread that has sent it. No count is worth a wait."""

import json
import logging
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.cache import cache
from django.db import close_old_connections, connection
from django.db.models import F
from django.utils import timezone

from .models import SearchCount

logger = logging.getLogger(__name__)

# Of all visitors: what comes beyond is not counted, so nobody can have the site write without end.
MAX_A_MINUTE = 600
MAX_WORDS_A_DAY = 5000
MAX_WAIT = 200  # milliseconds for SQLite's only writer
_ROBOT = re.compile(r"bot\b|crawl|spider|slurp|preview", re.IGNORECASE)


def count(marked: str, agent: str) -> None:
    """Count the search that ``mark_search`` has noted, for a visitor with the browser ``agent``.

    Called outside a request, so it looks after the connection itself. Errors are logged.
    """
    if _ROBOT.search(agent) or not _in_limit():
        return
    close_old_connections()
    try:
        with _short_wait():
            _write(*json.loads(marked))
    except Exception as error:  # the visitor has the answer already: whatever fails, only a number is lost
        logger.warning("A search was not counted: %s", error)
    finally:
        close_old_connections()


def _in_limit() -> bool:
    """Counted in the cache: for all processes where they share one, else for each."""
    key = f"search_counts_{int(time.time() // 60)}"
    cache.add(key, 0, timeout=120)
    try:
        return cache.incr(key) <= MAX_A_MINUTE
    except ValueError:  # a shared cache that is away
        return False


def _write(language: str, words: str, found: bool) -> None:
    """Add to the row as it is now, so that two processes never overwrite each other."""
    key = {"day": timezone.localdate(), "language": language, "words": words}
    row = SearchCount.objects.filter(**key)
    more = {"searches": F("searches") + 1, "without_results": F("without_results") + int(not found)}
    if not row.update(**more):
        if SearchCount.objects.filter(day=key["day"]).count() >= MAX_WORDS_A_DAY:
            return
        SearchCount.objects.bulk_create([SearchCount(**key)], ignore_conflicts=True)
        row.update(**more)


@contextmanager
def _short_wait() -> Iterator[None]:
    """While an import writes, SQLite would hold this thread, and with it a visitor, for many seconds."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {MAX_WAIT}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
