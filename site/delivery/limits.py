"""How often one sender may ask for what costs: counted by the minute, and told by 429 when it is too often.

The numbers are generous (``LIMITS`` in ``portal.settings.security``): many people may share an address. What
the page cache answers is not counted.
"""

import hashlib
import time
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from .client_address import sender
from .refusals import refuse

MINUTE = 60  # seconds


def hits(request: HttpRequest, kind: str, seconds: int = MINUTE) -> int:
    """How often the sender has asked for ``kind`` in this stretch of time; counts this time.

    A shared cache that does not answer is replaced by one in this process.
    """
    key = _key(request, f"{kind}:{int(time.time()) // seconds}")
    for name in ("default", "process"):
        cache = caches[name]
        cache.add(key, 0, timeout=2 * seconds)
        try:
            return cache.incr(key)
        except ValueError:
            continue
    return 1


def limited(kind: str) -> Callable:
    """Decorator of a view or a route: refuses what goes beyond ``settings.LIMITS[kind]`` a minute; 0 is no
    limit."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def answer(*args, **kwargs) -> HttpResponse:
            request = next(each for each in args if isinstance(each, HttpRequest))
            most = settings.LIMITS[kind]
            if most and hits(request, kind) > most:
                return too_often(request)
            return view(*args, **kwargs)

        return answer

    return decorate


def too_often(request: HttpRequest) -> HttpResponse:
    text = _("So many requests came from your address that others would have to wait. Try again in a minute.")
    return refuse(request, 429, _("Too many requests"), text, MINUTE - int(time.time()) % MINUTE)


def _key(request: HttpRequest, what: str) -> str:
    """A secret in the digest: whoever reads the cache learns no address from it."""
    told = f"{settings.SECRET_KEY}:{what}:{sender(request)}"
    return "limit:" + hashlib.sha256(told.encode()).hexdigest()[:32]
