"""Work that another processor does meanwhile: Tantivy lets other threads go on while it searches."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

Result = TypeVar("Result")

_helpers = ThreadPoolExecutor(max(1, (os.cpu_count() or 1) - 1), thread_name_prefix="search-beside")


class InThread(Generic[Result]):
    """Work that goes on elsewhere once it has begun, where a helper is free; else who needs it does it."""

    def __init__(self, work: Callable[[], Result]):
        self._work = work
        self._begun: Future[Result] | None = None

    def begin(self) -> None:
        self._begun = _helpers.submit(self._work)

    def result(self) -> Result:
        """What the work gives, or the error in which it ended."""
        if self._begun is None or self._begun.cancel():
            return self._work()
        return self._begun.result()
