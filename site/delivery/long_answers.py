"""Answers that grow with the content never hold a thread of the server for as long as a visitor reads.

What Django would make while it is sent is made whole first, compressed, on disk where it is long: one at a
time for a visitor. Up to ``MAX_AT_ONCE_BYTES`` the server takes it whole and sends it by itself. Whatever is
longer is sent by a thread, but never by more than ``MAX_SLOW`` of a process at a time.
"""

import logging
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile

from django.db import Error
from django.utils.translation import gettext as _

from .client_address import sender_in
from .negotiation import content_coding

logger = logging.getLogger(__name__)

MAX_AT_ONCE_BYTES = 4 * 1024 * 1024
MAX_IN_MEMORY_BYTES = 1024 * 1024  # of one that is being made
MAX_SLOW = 2
MAX_MADE = 3  # at the same time in a process; a thread makes each
PIECE_BYTES = 64 * 1024
RETRY_AFTER = "5"  # seconds
GZIP_WINDOW = 31  # zlib's number for the format gzip
HEAD_ALONE = "intreccio.head"  # in the environment of a GET whose body nobody reads
COMPRESSIBLE = ("text/", "application/json", "application/xml", "application/ld+json")


class BusyError(Exception):
    """No further one can be made now; ``status`` is the answer's."""

    def __init__(self, status: str, text: str):
        super().__init__(text)
        self.status = status


class LongAnswers:
    """A WSGI middleware around the Django application."""

    def __init__(self, application: Callable):
        self.application = application
        self._lock = threading.Lock()
        self._makers: set[str] = set()  # visitors for whom one is being made
        self._slow = 0

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        answered = []
        body = self.application(environ, lambda *told: answered.append(told))
        status, headers = answered[-1][:2]
        head_alone = environ["REQUEST_METHOD"] == "HEAD" or environ.get(HEAD_ALONE)
        if not getattr(body, "streaming", False) or head_alone:
            start_response(status, headers)
            return body
        try:
            if any(name.lower() == "content-length" for name, _value in headers):
                return self._file(status, headers, body, start_response)
            return self._made(environ, status, headers, body, start_response)
        except BusyError as reason:
            return _refuse(start_response, reason.status, str(reason))
        except Error as reason:
            logger.error("A file broke off, the database does not answer: %s", " ".join(str(reason).split()))
            text = _("The site cannot answer at the moment. Please try again shortly.")
            return _refuse(start_response, "503 Service Unavailable", text)

    def _file(self, status: str, headers: list, body, start_response: Callable) -> Iterable[bytes]:
        """Of a known length: a picture, a document."""
        lengths = [int(value) for name, value in headers if name.lower() == "content-length"]
        if lengths[0] <= MAX_AT_ONCE_BYTES:
            with _closing(body):
                content = [b"".join(body)]
            start_response(status, headers)
            return content
        sent = self._slowly(body, body.close)
        start_response(status, headers)
        return sent

    def _made(
        self, environ: dict, status: str, headers: list, body, start_response: Callable
    ) -> Iterable[bytes]:
        headers, compressor = _compression(environ, headers)
        file = SpooledTemporaryFile(max_size=MAX_IN_MEMORY_BYTES)  # noqa: SIM115 - it may outlive this call
        try:
            with _closing(body), self._one_at_a_time(sender_in(environ)):
                for piece in body:
                    file.write(compressor.compress(piece) if compressor else piece)
                if compressor:
                    file.write(compressor.flush())
            length = file.tell()
            file.seek(0)
            headers = [*headers, ("Content-Length", str(length))]
            if length > MAX_AT_ONCE_BYTES:
                sent = self._slowly(iter(lambda: file.read(PIECE_BYTES), b""), file.close)
                start_response(status, headers)
                return sent
            content = [file.read()]
        except BaseException:
            file.close()
            raise
        file.close()
        start_response(status, headers)
        return content

    @contextmanager
    def _one_at_a_time(self, visitor: str) -> Iterator[None]:
        with self._lock:
            if visitor in self._makers:
                text = _("A file is being made for you already. Ask for the next one when it is there.")
                raise BusyError("429 Too Many Requests", text)
            if len(self._makers) >= MAX_MADE:
                text = _("Many files are being made right now. Please try again in a moment.")
                raise BusyError("503 Service Unavailable", text)
            self._makers.add(visitor)
        try:
            yield
        finally:
            with self._lock:
                self._makers.discard(visitor)

    def _slowly(self, pieces: Iterable[bytes], close: Callable[[], None]) -> "SlowBody":
        with self._lock:
            if self._slow >= MAX_SLOW:
                close()
                text = _("Many files are being sent right now. Please try again in a moment.")
                raise BusyError("503 Service Unavailable", text)
            self._slow += 1
        return SlowBody(pieces, lambda: self._sent(close))

    def _sent(self, close: Callable[[], None]) -> None:
        with self._lock:
            self._slow -= 1
        close()


class SlowBody:
    """Pieces that a thread of the server sends; ``after`` is called once, when it has sent or given up."""

    def __init__(self, pieces: Iterable[bytes], after: Callable[[], None]):
        self._pieces, self._after = pieces, after

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)

    def close(self) -> None:
        after, self._after = self._after, None
        if after:
            after()


@contextmanager
def _closing(body) -> Iterator[None]:
    try:
        yield
    finally:
        body.close()


def _compression(environ: dict, headers: list) -> tuple[list, "zlib._Compress | None"]:
    """The headers of what is sent, and what compresses it: nothing where that is not asked for."""
    values = {name.lower(): value for name, value in headers}
    if not values.get("content-type", "").startswith(COMPRESSIBLE) or "content-encoding" in values:
        return headers, None
    others = [pair for pair in headers if pair[0].lower() != "vary"]
    vary = ", ".join(filter(None, [values.get("vary"), "Accept-Encoding"]))
    if content_coding(environ.get("HTTP_ACCEPT_ENCODING", ""), ("gzip",)) != "gzip":
        return [*others, ("Vary", vary)], None
    return [*others, ("Vary", vary), ("Content-Encoding", "gzip")], zlib.compressobj(6, wbits=GZIP_WINDOW)


def _refuse(start_response: Callable, status: str, text: str) -> Iterable[bytes]:
    content = f"{text}\n".encode()
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(content))),
        ("Cache-Control", "no-store"),
        ("Retry-After", RETRY_AFTER),
    ]
    start_response(status, headers)
    return [content]
