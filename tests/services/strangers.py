"""Servers that are not what the settings promise: each answers every request in one way."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.factories.serving import serving

OURS = {"X-Elastic-Product": "Elasticsearch"}
REFUSING = (
    401,
    OURS,
    {"error": {"type": "security_exception", "reason": "unable to authenticate"}, "status": 401},
)
OLDER = (200, OURS, {"version": {"number": "8.19.1"}, "tagline": "You Know, for Search"})
NOT_ELASTICSEARCH = (200, {}, {"hello": "world"})
A_WEBSITE = (404, {}, {"error": "There is no such page."})
ANOTHER_SITE = (302, {"Location": "/it/"}, {})
A_WRONG_PATH = (400, OURS, {"error": "no handler found for uri [/path/portal_it] and method [GET]"})
BUSY = (503, OURS, {"error": {"type": "cluster_block_exception"}, "status": 503})


@contextmanager
def answering(status: int, headers: dict[str, str], body: dict) -> Iterator[str]:
    """Its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            content = json.dumps(body).encode()
            self.rfile.read(int(self.headers.get("content-length") or 0))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        do_HEAD = do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    with serving(server):
        yield f"http://anna:segreto@127.0.0.1:{server.server_address[1]}"
