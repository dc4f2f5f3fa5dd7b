"""``POST /api/search/click``: a result has been opened. Sent by the search page's script, if there is one."""

import threading
import time
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .counter import tally
from .store import write_now_and_then
from .words import countable

MAX_BODY_LENGTH = 2000  # bytes
LAST_POSITION = 200
MAX_A_MINUTE = 600  # in one process, of all visitors: nobody's address is looked at


class Limit:
    """At most so many a minute."""

    def __init__(self):
        self._lock = threading.Lock()
        self._minute = self._count = 0

    def reached(self) -> bool:
        with self._lock:
            minute = int(time.monotonic() // 60)
            self._count = self._count + 1 if minute == self._minute else 1
            self._minute = minute
            return self._count > MAX_A_MINUTE


limit = Limit()


# It reads no cookie and changes nothing of anybody's, so there is nothing for another site to forge.
@csrf_exempt
@require_POST
def click(request: HttpRequest) -> HttpResponse:
    """Takes ``words``, ``lang``, ``position`` as a form; answers 204, or 400, 403, 413, 429 and why."""
    if not _from_here(request):
        return _refused(403, "Only the site's own pages count clicks.")
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BODY_LENGTH:
        return _refused(413, "Too long.")
    if limit.reached():
        return _refused(429, "Too many clicks; this one is not counted.")
    data = request.POST
    language, position = data.get("lang", ""), data.get("position", "")
    if language not in dict(settings.LANGUAGES):
        return _refused(400, "lang is not a language of the site.")
    if not (position.isascii() and position.isdecimal() and 1 <= int(position[:9]) <= LAST_POSITION):
        return _refused(400, f"position is not a number from 1 to {LAST_POSITION}.")
    words = countable(data.get("words", ""))
    if words:
        tally.click(language, words, int(position))
        write_now_and_then()
    return HttpResponse(status=204)


def _from_here(request: HttpRequest) -> bool:
    """Browsers say where a request comes from; what does not say it is no other site's page."""
    origin = request.headers.get("Origin")
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    return origin is None or urlsplit(origin).netloc == request.get_host()


def _refused(status: int, why: str) -> HttpResponse:
    return HttpResponse(why, status=status, content_type="text/plain; charset=utf-8")
