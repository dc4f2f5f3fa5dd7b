"""The page cache: answers anonymous visitors before Django is asked.

Keyed by site, address and the parameters that a page knows. Any publishing gives all pages a new version: the
next visitor gets the page anew, and whoever asks while it is made the one before; never after something has
been withdrawn, and never past the moment noted as the end of its truth. Bodies are kept compressed.
"""

import gzip
import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

import brotli
from django.conf import settings

from cms import cache_version
from delivery.middleware import AFTER_RESPONSE, EXPIRES_AT, INTERNAL_HEADERS, KNOWN_PARAMETERS

from .computing import Computations
from .long_answers import HEAD_ALONE
from .negotiation import content_coding, has_current
from .page_store import CachedResponse, PageStore
from .parameters import known_only
from .sites import site_key

MAX_QUERY_LENGTH = 512
COMPRESSIBLE = (
    "text/",
    "application/json",
    "application/ld+json",
    "application/rss+xml",
    "application/schema+json",
    "application/xml",
)
# The smaller one first.
CODINGS = ("br", "gzip")
UNCACHED = ("/admin/", "/static/", "/media/", "/documents/", "/health/")
WAIT_SECONDS = 1.0  # for a page that somebody else makes; then it is made here as well
LOOK_SECONDS = 0.02
MAX_ADDRESSES = 5000  # of which it is remembered what parameters they know, or that they were asked for once


class Remembered:
    """The last ``MAX_ADDRESSES`` keys with a value each."""

    def __init__(self):
        self._values: OrderedDict[str, tuple] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> tuple | None:
        return self._values.get(key)

    def put(self, key: str, value: tuple = ()) -> None:
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > MAX_ADDRESSES:
                self._values.popitem(last=False)


class FollowedBody:
    """A body; when the server closes it, having sent it, ``after`` is called."""

    def __init__(self, body: Iterable[bytes], after: Callable[[], None]):
        self._body = body
        self._after = after

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    def close(self) -> None:
        try:
            _close(self._body)
        finally:
            self._after()


class PageCache:
    """A WSGI middleware around the Django application.

    ``after_response(value, user_agent)`` is called when a response has been sent that came with the header
    ``AFTER_RESPONSE``, in the thread that has sent it. ``site_key`` says what of an environment's host the
    answer depends on, or None where nothing may be kept.
    """

    def __init__(
        self,
        application: Callable,
        after_response: Callable[[str, str], None] | None = None,
        site_key: Callable[[dict], str | None] = site_key,
        store: PageStore | None = None,
    ):
        self.application = application
        self.after_response = after_response
        self.site_key = site_key
        self.store = store or PageStore()
        self._computations = Computations()
        self._parameters, self._asked_once = Remembered(), Remembered()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        may_answer = _may_answer(environ)
        if may_answer and environ["REQUEST_METHOD"] == "HEAD":
            # The headers of GET, and the page is there for the next visitor.
            body = self(environ | {"REQUEST_METHOD": "GET", HEAD_ALONE: True}, start_response)
            return FollowedBody([], partial(_close, body))
        key = self._key(environ) if may_answer else None
        if key is None:
            return self._send(environ, start_response, *_call(self.application, environ))
        entry = self.store.get(key)
        if not _is_current(entry, cache_version.current()):
            state = cache_version.state()
            entry = self._shared(key, state) or self._made(key, state, environ, entry)
        if isinstance(entry, CachedResponse):
            return self._followed(environ, _answer(entry, environ, start_response), entry.after)
        return self._send(environ, start_response, *entry)

    def _shared(self, key: str, state: tuple[str, str]) -> CachedResponse | None:
        entry = self.store.get_shared(key)
        return entry if _is_current(entry, state[0]) else None

    def _made(
        self, key: str, state: tuple[str, str], environ: dict, old: CachedResponse | None
    ) -> CachedResponse | tuple:
        """The page as a new entry, or as a response that cannot be kept; while another makes it, ``old``."""
        with self._computations.of(key) as (computation, mine):
            if mine:
                computation.result = made = self._make(key, state, environ, old)
                return made
        if _may_be_shown(old, state):
            return old
        found = computation.wait(WAIT_SECONDS)
        if isinstance(found, CachedResponse) and _is_current(found, state[0]):
            return found
        return self._compute(key, state, environ)

    def _make(
        self, key: str, state: tuple[str, str], environ: dict, old: CachedResponse | None
    ) -> CachedResponse | tuple:
        """The same among the processes that share a cache."""
        if not self.store.claim_shared(key):
            if _may_be_shown(old, state):
                return old
            end = time.monotonic() + WAIT_SECONDS
            while time.monotonic() < end:
                if entry := self._shared(key, state):
                    return entry
                time.sleep(LOOK_SECONDS)
            return self._compute(key, state, environ)
        try:
            return self._compute(key, state, environ)
        finally:
            self.store.release_shared(key)

    def _compute(self, key: str, state: tuple[str, str], environ: dict) -> CachedResponse | tuple:
        response = _call(self.application, environ)
        known = dict(response[1]).get(KNOWN_PARAMETERS)
        entry = _entry(*response)
        if entry is None:
            return response
        if known is not None:
            self._parameters.put(environ.get("PATH_INFO", ""), tuple(filter(None, known.split(","))))
            key = self._key(environ)
        entry = replace(entry, key=key, version=state[0], withdrawals=state[1])
        if self._is_worth_keeping(key, environ):
            self.store.put(key, entry)
        return entry

    def _is_worth_keeping(self, key: str, environ: dict) -> bool:
        """An address with parameters is kept when it is asked for again: there is no end of them."""
        if not environ.get("QUERY_STRING") or key.endswith("?"):
            return True
        if self._asked_once.get(key) is not None:
            return True
        self._asked_once.put(key)
        return False

    def _key(self, environ: dict) -> str | None:
        site = self.site_key(environ)
        if site is None:
            return None
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        known = self._parameters.get(path)
        if known is None and len(query) > MAX_QUERY_LENGTH:
            return None
        if known is not None:
            query = known_only(query, known)
        return None if len(query) > MAX_QUERY_LENGTH else f"{site} {path}?{query}"

    def _send(
        self, environ: dict, start_response: Callable, status: str, headers: list, body: Iterable[bytes]
    ) -> Iterable[bytes]:
        """A response that is not kept."""
        after = dict(headers).get(AFTER_RESPONSE, "")
        start_response(status, [pair for pair in headers if pair[0] not in INTERNAL_HEADERS])
        return self._followed(environ, body, after)

    def _followed(self, environ: dict, body: Iterable[bytes], after: str) -> Iterable[bytes]:
        if not (after and self.after_response):
            return body
        return FollowedBody(body, partial(self.after_response, after, environ.get("HTTP_USER_AGENT", "")))


def _may_answer(environ: dict) -> bool:
    return (
        environ["REQUEST_METHOD"] in ("GET", "HEAD")
        and not environ.get("PATH_INFO", "").startswith(UNCACHED)
        and f"{settings.SESSION_COOKIE_NAME}=" not in environ.get("HTTP_COOKIE", "")
    )


def _is_current(entry: CachedResponse | None, version: str) -> bool:
    return entry is not None and entry.version == version and time.time() < entry.until


def _may_be_shown(entry: CachedResponse | None, state: tuple[str, str]) -> bool:
    """While it is made anew: nothing has been withdrawn since, and all that it shows is still so."""
    return entry is not None and entry.withdrawals == state[1] and time.time() < entry.until


def _call(application: Callable, environ: dict) -> tuple[str, list, Iterable[bytes]]:
    answered = []

    def remember(status, headers, exc_info=None):
        answered[:] = [status, headers]

    body = application(environ, remember)
    return answered[0], answered[1], body


def _entry(status: str, headers: list, body: Iterable[bytes]) -> CachedResponse | None:
    """The response as an entry, or None when Django did not say until when it is true."""
    values = {name.lower(): value for name, value in headers}
    until = values.get(EXPIRES_AT.lower())
    if until is None:
        return None
    plain = b"".join(body)
    _close(body)
    if values.get("content-type", "").startswith(COMPRESSIBLE):
        bodies = {"gzip": gzip.compress(plain, 6, mtime=0), "br": brotli.compress(plain, quality=5)}
    else:
        bodies = {"identity": plain}
    dropped = {*(name.lower() for name in INTERNAL_HEADERS), "content-length", "vary", "cache-control"}
    kept = [(name, value) for name, value in headers if name.lower() not in dropped]
    after = values.get(AFTER_RESPONSE.lower(), "")
    etag = f'"{hashlib.sha256(plain).hexdigest()[:32]}"'
    vary = {part.strip() for part in values.get("vary", "").split(",")} - {"", "Cookie"}
    kept += [("Vary", ", ".join(sorted({*vary, "Accept-Encoding"}))), ("ETag", f"W/{etag}")]
    return CachedResponse(status, tuple(kept), bodies, etag, float(until), after)


def _cache_control(until: float) -> str:
    """For caches on the way, which nobody empties. A page is true until ``until`` (epoch seconds)."""
    left = max(0, int(until - time.time()))
    fresh = min(settings.FRONT_CACHE_FRESH_SECONDS, left)
    grace = min(settings.FRONT_CACHE_GRACE_SECONDS, left - fresh)
    return f"max-age=0, public, s-maxage={fresh}" + (f", stale-if-error={grace}" if grace else "")


def _answer(entry: CachedResponse, environ: dict, start_response: Callable) -> Iterable[bytes]:
    headers = [*entry.headers, ("Cache-Control", _cache_control(entry.until))]
    if has_current(environ.get("HTTP_IF_NONE_MATCH", ""), entry.etag):
        start_response("304 Not Modified", [pair for pair in headers if pair[0] != "Content-Type"])
        return [b""]
    available = tuple(code for code in CODINGS if code in entry.bodies)
    encoding = content_coding(environ.get("HTTP_ACCEPT_ENCODING", ""), available)
    body = entry.body(encoding)
    headers.append(("Content-Length", str(len(body))))
    if encoding != "identity":
        headers.append(("Content-Encoding", encoding))
    start_response(entry.status, headers)
    return [body]


def _close(body: Iterable[bytes]) -> None:
    if hasattr(body, "close"):
        body.close()
