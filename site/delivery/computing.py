"""One computation at a time for a key: whoever else asks meanwhile waits for its result."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Computation:
    """One that is under way; ``result`` is there once it has ended, and None where nothing came of it."""

    def __init__(self):
        self.result: Any = None
        self._ended = threading.Event()

    def wait(self, seconds: float) -> Any:
        self._ended.wait(seconds)
        return self.result

    def end(self) -> None:
        self._ended.set()


class Computations:
    """Those that are under way in this process, by key."""

    def __init__(self):
        self._running: dict[str, Computation] = {}
        self._lock = threading.Lock()

    @contextmanager
    def of(self, key: str) -> Iterator[tuple[Computation, bool]]:
        """The computation of ``key``, and whether the caller is to do it."""
        with self._lock:
            running = self._running.get(key)
            mine = running is None
            if mine:
                running = self._running[key] = Computation()
        try:
            yield running, mine
        finally:
            if mine:
                with self._lock:
                    del self._running[key]
                running.end()
