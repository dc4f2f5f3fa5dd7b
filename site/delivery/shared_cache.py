"""A cache that several machines share, and that the site can do without for a while."""

import logging
import time
from collections.abc import Callable

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
COOLDOWN_SECONDS = 5.0  # seconds in which a cache that has failed is not asked again
# Seconds. A cache that takes longer is slower than making a page anew.
TIMEOUTS = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}


class SharedCache(RedisCache):
    """Redis or Valkey. While it does not answer, nothing is found in it and nothing is kept."""

    _rests_until = 0.0

    def __init__(self, server, params):
        super().__init__(server, params | {"OPTIONS": TIMEOUTS | params.get("OPTIONS", {})})

    def get(self, key, default=None, version=None):
        return self._call(lambda: super(SharedCache, self).get(key, default, version), default)

    def get_many(self, keys, version=None):
        return self._call(lambda: super(SharedCache, self).get_many(keys, version), {})

    def set(self, key, value, *args, **kwargs):
        return self._call(lambda: super(SharedCache, self).set(key, value, *args, **kwargs), None)

    def add(self, key, value, *args, **kwargs):
        return self._call(lambda: super(SharedCache, self).add(key, value, *args, **kwargs), False)

    def delete(self, key, version=None):
        return self._call(lambda: super(SharedCache, self).delete(key, version), False)

    def incr(self, key, delta=1, version=None):
        """Raises ValueError for what is not there, as any cache."""
        number = self._call(lambda: super(SharedCache, self).incr(key, delta, version), None)
        if number is None:
            raise ValueError(f"The cache does not answer for {key!r}.")
        return number

    def answers(self) -> bool:
        """Whether it does now."""
        type(self)._rests_until = 0.0
        return self._call(lambda: self._cache.get_client().ping(), False)

    def _call(self, ask: Callable, otherwise):
        if time.monotonic() < self._rests_until:
            return otherwise
        try:
            return ask()
        except RedisError as reason:
            # For the class: each thread has an object of its own.
            type(self)._rests_until = time.monotonic() + COOLDOWN_SECONDS
            logger.warning("The shared cache does not answer: %s", reason)
            return otherwise
