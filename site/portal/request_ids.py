"""Each request has an id: in the log, in the answer's header ``X-Request-ID``, and on the page of an error.

A proxy in front may give one; what does not look like an id is not taken over. With ``ACCESS_LOG`` each
request is a line of the log, with nothing of what the visitor has asked but the path.
"""

import logging
import re
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar

from django.conf import settings

HEADER, ENVIRON = "X-Request-ID", "HTTP_X_REQUEST_ID"
LIKE_AN_ID = re.compile(r"[A-Za-z0-9._\-]{8,64}")

logger = logging.getLogger("portal.access")
_id: ContextVar[str] = ContextVar("request_id", default="")


def current_id() -> str:
    """Of the request that is being answered; empty outside of one."""
    return _id.get()


class RequestIds:
    """A WSGI middleware around everything else."""

    def __init__(self, application: Callable):
        self.application = application
        self.logs = settings.ACCESS_LOG

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        given = environ.get(ENVIRON, "")
        number = given if LIKE_AN_ID.fullmatch(given) else uuid.uuid4().hex
        environ[ENVIRON] = number
        _id.set(number)
        began, answered = time.perf_counter(), []

        def start(status, headers, exc_info=None):
            answered[:] = [status[:3]]
            return start_response(status, [*headers, (HEADER, number)], exc_info)

        body = self.application(environ, start)
        if not self.logs:
            return body
        return _ClosingBody(body, lambda: self._tell(environ, answered, began))

    def _tell(self, environ: dict, answered: list[str], began: float) -> None:
        fields = {
            "method": environ.get("REQUEST_METHOD", ""),
            "path": environ.get("PATH_INFO", ""),
            "status": int(answered[0]) if answered else 0,
            "ms": round((time.perf_counter() - began) * 1000, 1),
        }
        logger.info("%(method)s %(path)s %(status)s %(ms)s ms", fields, extra={"fields": fields})


class _ClosingBody:
    """A body; once the server closes it, ``after`` is called."""

    def __init__(self, body: Iterable[bytes], after: Callable[[], None]):
        self._body, self._after = body, after

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    def close(self) -> None:
        try:
            if hasattr(self._body, "close"):
                self._body.close()
        finally:
            self._after()
