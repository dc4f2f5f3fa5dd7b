"""The page cache: answers anonymous visitors before Django is asked.

Keyed by generation and address, so that any publishing empties it at once; an entry dies at the moment
noted as the end of its truth. Bodies are kept compressed, and what Django tells other caches holds as well
for Varnish or a CDN in front.
"""

import gzip
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import brotli
from django.conf import settings
from django.core.cache import caches

from cms import cache_version
from delivery.middleware import AFTER_RESPONSE, EXPIRES_AT, INTERNAL_HEADERS

from .negotiation import content_coding, has_current

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


@dataclass(frozen=True)
class CachedResponse:
    """A finished response: header pairs without length and encoding, and the body by encoding.

    ``after`` is what the listener of the cache is told each time the response has been sent.
    """

    status: str
    headers: tuple[tuple[str, str], ...]
    bodies: dict[str, bytes]
    etag: str
    until: float
    after: str = ""


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
    ``AFTER_RESPONSE``, in the thread that has sent it.
    """

    def __init__(self, application: Callable, after_response: Callable[[str, str], None] | None = None):
        self.application = application
        self.after_response = after_response

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        if not _may_answer(environ):
            return self._send(environ, start_response, *_call(self.application, environ))
        key = _key(environ)
        entry = caches["pages"].get(key)
        if entry is None or entry.until <= time.time():
            response = _call(self.application, environ)
            entry = _entry(*response)
            if entry is None:
                return self._send(environ, start_response, *response)
            caches["pages"].set(key, entry, timeout=max(1, entry.until - time.time()))
        return self._followed(environ, _answer(entry, environ, start_response), entry.after)

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
        environ["REQUEST_METHOD"] == "GET"
        and not environ.get("PATH_INFO", "").startswith(UNCACHED)
        and len(environ.get("QUERY_STRING", "")) <= MAX_QUERY_LENGTH
        and f"{settings.SESSION_COOKIE_NAME}=" not in environ.get("HTTP_COOKIE", "")
    )


def _key(environ: dict) -> str:
    parts = (
        cache_version.current(),
        environ.get("HTTP_X_FORWARDED_PROTO", environ.get("wsgi.url_scheme", "")),
        environ.get("HTTP_HOST", ""),
        environ.get("PATH_INFO", ""),
        environ.get("QUERY_STRING", ""),
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


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
    bodies = {"identity": plain}
    if values.get("content-type", "").startswith(COMPRESSIBLE):
        bodies["gzip"] = gzip.compress(plain, 6, mtime=0)
        bodies["br"] = brotli.compress(plain, quality=5)
    dropped = {*(name.lower() for name in INTERNAL_HEADERS), "content-length", "vary"}
    kept = [(name, value) for name, value in headers if name.lower() not in dropped]
    after = values.get(AFTER_RESPONSE.lower(), "")
    etag = f'"{hashlib.sha256(plain).hexdigest()[:32]}"'
    vary = {part.strip() for part in values.get("vary", "").split(",")} - {"", "Cookie"}
    kept += [("Vary", ", ".join(sorted({*vary, "Accept-Encoding"}))), ("ETag", f"W/{etag}")]
    return CachedResponse(status, tuple(kept), bodies, etag, float(until), after)


def _answer(entry: CachedResponse, environ: dict, start_response: Callable) -> Iterable[bytes]:
    if has_current(environ.get("HTTP_IF_NONE_MATCH", ""), entry.etag):
        start_response("304 Not Modified", [pair for pair in entry.headers if pair[0] != "Content-Type"])
        return [b""]
    available = tuple(code for code in CODINGS if code in entry.bodies)
    encoding = content_coding(environ.get("HTTP_ACCEPT_ENCODING", ""), available)
    body = entry.bodies[encoding]
    headers = [*entry.headers, ("Content-Length", str(len(body)))]
    if encoding != "identity":
        headers.append(("Content-Encoding", encoding))
    start_response(entry.status, headers)
    return [body]


def _close(body: Iterable[bytes]) -> None:
    if hasattr(body, "close"):
        body.close()
