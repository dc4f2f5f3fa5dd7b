"""One release answers pages that no page cache has: a path a line is read, a line of JSON is written.

Run as a file, with the code of another release too: it imports nothing but the application and Django, and
works on the ``DATA_DIR`` of the environment.
"""

import io
import json
import sys
import time

from django.conf import settings
from django.core.cache import caches

ACCEPT_ENCODING = "gzip, deflate, br, zstd"


def main() -> None:
    from django.db import connection

    from portal.wsgi import application

    queries: dict[str, int] = {}
    for line in sys.stdin:
        path = line.strip()
        forget_pages(application)
        began = time.process_time()
        status, sent = ask(application, path)
        seconds = time.process_time() - began
        if path not in queries:
            queries[path] = counted(application, path, connection)
        told = {"status": status, "milliseconds": seconds * 1000, "bytes": sent, "queries": queries[path]}
        print(json.dumps(told), flush=True)


def counted(application, path: str, connection) -> int:
    """The queries that the page takes, asked for once more: to count them takes time, too."""
    forget_pages(application)
    count = Count()
    with connection.execute_wrapper(count):
        ask(application, path)
    return count.queries


def forget_pages(application) -> None:
    """Empty the page cache, wherever this release has it. What else is kept stays, such as menus."""
    if "pages" in settings.CACHES:
        caches["pages"].clear()
    while application is not None:
        if hasattr(application, "store"):
            application.store = type(application.store)()
        application = getattr(application, "application", None)


def ask(application, path: str) -> tuple[str, int]:
    """Status and length of the body, as the server sends it to a browser."""
    path, _, query = path.partition("?")
    answered = []
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_ACCEPT_ENCODING": ACCEPT_ENCODING,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    body = application(environ, lambda status, headers, exc_info=None: answered.append(status))
    sent = sum(map(len, body))
    if hasattr(body, "close"):
        body.close()
    return answered[-1], sent


class Count:
    """Of the queries that a connection is asked."""

    def __init__(self):
        self.queries = 0

    def __call__(self, execute, sql, params, many, context):
        self.queries += 1
        return execute(sql, params, many, context)


if __name__ == "__main__":
    main()
