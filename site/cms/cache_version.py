"""A number that any published change raises: what was computed under an older one is forgotten.

Kept in the shared cache where there is one, otherwise in a file, so that every process of the machine
sees it. ``memoize`` keeps a value in this process for as long as the number stands.
"""

import os
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import transaction

_KEY = "generation"
MAX_REMEMBERED = 200  # values; a site has some thirty
_lock = threading.Lock()
_held: ContextVar[bool] = ContextVar("generation_held", default=False)
_memory: dict[str, tuple[str, Any]] = {}
_owed = False


def _file() -> Path:
    return Path(settings.DATA_DIR) / "generation"


def current() -> str:
    """The present generation; a value to compare, nothing more. A cache that does not answer has another
    one each time: what others have changed meanwhile is not known."""
    if settings.CACHE_URL:
        if _owed or (value := cache.get(_KEY)) is None:
            value = _new_in_the_cache()
        return value
    try:
        return _file().read_text()
    except FileNotFoundError:
        return "0"


@contextmanager
def bump_once() -> Iterator[None]:
    """Many changes, one new generation at their end."""
    token = _held.set(True)
    try:
        yield
    finally:
        _held.reset(token)
        bump()


def bump() -> None:
    """Begin a new generation now, and once more when the transaction that is under way is committed."""
    if _held.get():
        return
    _bump_now()
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(_bump_now)


def _bump_now() -> None:
    if settings.CACHE_URL:
        _new_in_the_cache()
        return
    value = _never_before()
    with _lock:
        # Processes that were forked have threads of the same number.
        scratch = _file().with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        scratch.write_text(value)
        scratch.replace(_file())


def _new_in_the_cache() -> str:
    """What the cache does not take now it is owed, and gets before it is asked again."""
    global _owed
    value = _never_before()
    cache.set(_KEY, value, timeout=None)
    _owed = cache.get(_KEY) is None
    return value


def _never_before() -> str:
    """Whatever the clock does."""
    return uuid.uuid4().hex


def memoize(key: str, compute: Callable[[], Any]) -> Any:
    """The value of ``compute``, computed once a generation and process. It must not be changed by callers."""
    version = current()
    known = _memory.get(key)
    if known and known[0] == version:
        return known[1]
    value = compute()
    put(key, value, version)
    return value


def put(key: str, value: Any, version: str) -> None:
    """Remember a value that another computation has found on its way; ``version`` is the one in which it
    began to ask, so that what changed meanwhile is asked for again."""
    if len(_memory) >= MAX_REMEMBERED:
        _memory.clear()  # some keys hold what a visitor can make up, such as a port
    _memory[key] = (version, value)
