"""A tiny web on this very machine, which counts who asks for what and when."""

import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.factories.serving import serving


class TinyWeb:
    """``pages`` maps a path to a status, or to a status and the place it sends on to; ``robots`` is served
    as robots.txt. ``asked`` holds method, path and agent of each request, ``together`` the most at once."""

    def __init__(self):
        self.pages, self.robots, self.robots_status = {}, "", 200
        self.asked, self.agents, self.moments = [], set(), []
        self.together = self._now = 0
        self.slowness = 0.0
        self.no_head = set()
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def answer(self, method, path, agent) -> tuple[int, str, str]:
        with self._lock:
            self.asked.append((method, path))
            self.agents.add(agent)
            self.moments.append(time.monotonic())
            self._now += 1
            self.together = max(self.together, self._now)
        time.sleep(self.slowness)
        with self._lock:
            self._now -= 1
        if path == "/robots.txt":
            return self.robots_status, "", self.robots
        if method == "HEAD" and path in self.no_head:
            return 405, "", ""
        found = self.pages.get(path, 404)
        return (found, "", "") if isinstance(found, int) else (*found, "")

    @contextmanager
    def running(self):
        with serving(self._server):
            yield self

    def count(self) -> dict:
        counted = defaultdict(int)
        for each in self.asked:
            counted[each] += 1
        return counted


def _handler(web: TinyWeb):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, location, text = web.answer(self.command, self.path, self.headers["User-Agent"])
            body = b"" if self.command == "HEAD" else text.encode()
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *args):
            pass

    return Handler
