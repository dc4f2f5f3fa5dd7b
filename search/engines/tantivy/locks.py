"""Locks between processes. The system releases them when a process dies, so none is ever left behind."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from search.engines.base import EngineUnavailable

from .file_errors import translate_errors

PAUSE = 0.02


@contextmanager
def file_lock(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock at ``path``. After ``wait`` seconds without it, ``EngineUnavailable``."""
    until = time.monotonic() + wait
    with _opened(path) as handle:
        while not _taken(handle):
            if time.monotonic() >= until:
                raise EngineUnavailable(f"{path.name} has been held for {wait:g} s by another writer.")
            time.sleep(PAUSE)
        yield


def is_locked(path: Path) -> bool:
    """Whether anybody, this process included, holds the lock at ``path`` now."""
    if not path.exists():
        return False
    with _opened(path) as handle:
        return not _taken(handle)


def _opened(path: Path) -> TextIO:
    with translate_errors():
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a")


def _taken(handle) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
