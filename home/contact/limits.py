"""How often one sender may write: counted in the cache, by an address that is not kept."""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from delivery.client_address import sender

MAX_MESSAGES_PER_HOUR = 5
SECONDS = 3600


def may_send(request: HttpRequest) -> bool:
    """Whether the sender may write once more within this hour; counts this time."""
    key = _key(request)
    cache.add(key, 0, timeout=SECONDS)
    try:
        return cache.incr(key) <= MAX_MESSAGES_PER_HOUR
    except ValueError:  # it ran out between the two
        return True


def _key(request: HttpRequest) -> str:
    # A secret in the digest: whoever reads the cache learns no address from it.
    return "contact:" + hashlib.sha256(f"{settings.SECRET_KEY}:{sender(request)}".encode()).hexdigest()[:32]
