"""A value that any published change gives anew: what was computed under an older one is forgotten.

A row of the database decides (``public_changes``): it is written in the transaction of the change, and each
process looks for it every ``CACHE_VERSION_SECONDS``. That the others know at once, they are told by a word in
the shared cache or, without one, in files of this machine. ``memoize`` keeps a value in the process for as
long as the version stands.
"""

import logging
import os
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import Error, transaction

logger = logging.getLogger(__name__)

ANY, WITHDRAWAL = "generation", "withdrawal"  # keys in the shared cache, or names of files
MAX_MEMORIZED = 1000
UNKNOWN = ("", "")
_held: ContextVar[bool] = ContextVar("bump_held", default=False)


class CacheVersion:
    """The version as one process knows it; made when the apps are ready.

    Values are pairs: one that every change gives anew, and one that only withdrawals do.
    """

    def __init__(self):
        self._memory: dict[str, Any] = {}
        self._memory_version = ""
        self._row, self._looked_at = UNKNOWN, None
        self._last_words = UNKNOWN
        self._lock = threading.Lock()

    def current(self) -> str:
        """The first of the two values alone: each request asks for it."""
        if settings.CACHE_URL:
            return self.state()[0]
        return f"{_of_file(ANY)}/{self._rows(at_once=False)[0]}"

    def state(self) -> tuple[str, str]:
        """The two present values, to compare with others and nothing more."""
        words = self._words()
        if words != self._last_words:
            # The row is another one too: processes that know of a change share the page made after it.
            self._last_words, self._looked_at = words, None
        # Where nobody can be told anything at once, the row is asked each time.
        row = self._rows(at_once=words == UNKNOWN)
        return f"{words[0]}/{row[0]}", f"{words[1]}/{row[1]}"

    def bump(self, withdraws: bool) -> None:
        """Now, and once more when the transaction that is under way is committed."""
        connection = transaction.get_connection()
        tell = self._tell_withdrawal if withdraws else self._tell_change
        tell()
        # Once a transaction: an entry that is there is taken back with the savepoint in which it was made.
        if not any(entry[1] == tell for entry in connection.run_on_commit):
            _changes().note(withdraws)
            if connection.in_atomic_block:
                transaction.on_commit(tell)
            else:
                tell()

    def memoize(self, key: str, compute: Callable[[], Any]) -> Any:
        version = self.current()
        known = self._known(version)
        if key in known:
            return known[key]
        value = compute()
        self.put(key, value, version)
        return value

    def put(self, key: str, value: Any, version: str) -> None:
        known = self._known(version)
        if len(known) >= MAX_MEMORIZED:
            known.clear()
        known[key] = value

    def forget(self) -> None:
        """All that this process remembers."""
        self._memory, self._memory_version, self._row, self._looked_at = {}, "", UNKNOWN, None

    def _known(self, version: str) -> dict[str, Any]:
        """What is known under ``version``; where another one has begun, a dictionary that nobody keeps."""
        with self._lock:
            if version != self._memory_version:
                if version != self.current():
                    return {}
                self._memory, self._memory_version = {}, version
            return self._memory

    def _rows(self, at_once: bool) -> tuple[str, str]:
        every, now = settings.CACHE_VERSION_SECONDS, time.monotonic()
        due = self._looked_at is None or abs(now - self._looked_at) >= (every or 0)
        if at_once or (every is not None and due):
            self._looked_at = now
            try:
                self._row = _changes().state()
            except Error as reason:
                # Nobody can publish anything there either; whatever is known stays.
                logger.warning("The version of the cache cannot be read: %s", str(reason).strip())
        return self._row

    def _words(self) -> tuple[str, str]:
        if not settings.CACHE_URL:
            return _of_file(ANY), _of_file(WITHDRAWAL)
        found = cache.get_many((ANY, WITHDRAWAL))
        for key in (ANY, WITHDRAWAL):
            if key not in found:
                cache.add(key, _never_before(), timeout=None)
                found = cache.get_many((ANY, WITHDRAWAL))
        return (found[ANY], found[WITHDRAWAL]) if len(found) == 2 else UNKNOWN

    def _tell_change(self) -> None:
        self._tell(ANY)

    def _tell_withdrawal(self) -> None:
        self._tell(WITHDRAWAL)
        self._tell(ANY)

    def _tell(self, key: str) -> None:
        self._looked_at = None
        if settings.CACHE_URL:
            cache.set(key, _never_before(), timeout=None)
            return
        path = _file(key)
        # Processes that were forked have threads of the same number.
        scratch = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        scratch.write_text(_never_before())
        scratch.replace(path)


def _changes():
    """The model of the rows: programs without Django's apps import this module as well."""
    return apps.get_model("core", "PublicChange")


def _file(key: str) -> Path:
    return Path(settings.DATA_DIR) / key


def _of_file(key: str) -> str:
    """Each request reads it: with the least that reading a file takes."""
    try:
        file = os.open(f"{settings.DATA_DIR}/{key}", os.O_RDONLY)
    except FileNotFoundError:
        return "0"
    try:
        return os.read(file, 64).decode()
    finally:
        os.close(file)


def _never_before() -> str:
    """Whatever the clock does."""
    return uuid.uuid4().hex


def _of_process() -> CacheVersion:
    return apps.get_app_config("core").cache_version


def current() -> str:
    """The present version; a value to compare, nothing more."""
    return _of_process().current()


def state() -> tuple[str, str]:
    """The present version, and the one that only a withdrawal gives anew."""
    return _of_process().state()


@contextmanager
def bump_once() -> Iterator[None]:
    """Many changes, one new version at their end."""
    token = _held.set(True)
    try:
        yield
    finally:
        _held.reset(token)
        # Something of it may have been withdrawn.
        bump(withdraws=True)


def bump(withdraws: bool = False) -> None:
    """Begin a new version now, and once more when the transaction that is under way is committed.

    ``withdraws`` where something is public no longer: nothing that was kept before is shown from then on, not
    even while it is made anew.
    """
    if not _held.get():
        _of_process().bump(withdraws)


def memoize(key: str, compute: Callable[[], Any]) -> Any:
    """The value of ``compute``, computed once a version and process. It must not be changed by callers."""
    return _of_process().memoize(key, compute)


def put(key: str, value: Any, version: str) -> None:
    """Remember a value that another computation has found on its way; ``version`` is the one in which it
    began to ask, so that what changed meanwhile is asked for again."""
    _of_process().put(key, value, version)


def forget() -> None:
    """All that this process remembers, as if it had just begun."""
    _of_process().forget()
