"""When an engine that fails is not asked at all."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from .base import EngineUnavailable, IndexDamaged

logger = logging.getLogger(__name__)

FAILURES = 3
COOLDOWN_SECONDS = 5.0  # seconds


class Breaker:
    """Spares callers the wait for an engine that has failed several times in a row.

    After ``FAILURES`` it is not asked for ``COOLDOWN_SECONDS``; then one caller tries, and while that goes on
    the others still do not. What works closes the circuit. A damaged index is no failure: it answers at once.
    One for each process.
    """

    def __init__(self, doing: str):
        self.doing = doing
        self._failures, self._again_at, self._why = 0, 0.0, ""
        self._lock = threading.Lock()

    @contextmanager
    def __call__(self) -> Iterator[None]:
        self._admit()
        try:
            yield
        except IndexDamaged:
            self._works()
            raise
        except EngineUnavailable as reason:
            self._failed(str(reason))
            raise
        else:
            self._works()

    def _admit(self) -> None:
        with self._lock:
            if self._failures < FAILURES:
                return
            if time.monotonic() < self._again_at:
                raise EngineUnavailable(self._why)
            # This caller tries; the others go on as before until it is known what came of it.
            self._again_at = time.monotonic() + COOLDOWN_SECONDS

    def _failed(self, why: str) -> None:
        with self._lock:
            self._failures += 1
            self._why, self._again_at = why, time.monotonic() + COOLDOWN_SECONDS
            if self._failures == FAILURES:
                logger.error("%s is given a rest after failing %s times: %s", self.doing, FAILURES, why)

    def _works(self) -> None:
        with self._lock:
            if self._failures >= FAILURES:
                logger.warning("%s works again.", self.doing)
            self._failures = 0
