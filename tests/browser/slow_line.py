"""A line between a browser and the site that is slow, or interrupted, as a test says."""

import re
import socket
import threading
from contextlib import contextmanager
from socketserver import StreamRequestHandler, ThreadingTCPServer

PATIENCE = 120  # seconds


class SlowLine(ThreadingTCPServer):
    """Hands each request on to the site. The answer to a form waits where ``holds`` says so: "self" for what
    is saved by itself, "hand" for what somebody sends."""

    daemon_threads = allow_reuse_address = True

    def __init__(self, site: tuple[str, int]):
        super().__init__(("127.0.0.1", 0), _Request)
        self.site, self.holds, self.is_cut, self.sent = site, set(), False, []
        self._open = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def hold(self, kind: str) -> None:
        self._open.clear()
        self.holds.add(kind)

    def let_go(self) -> None:
        self.holds.clear()
        self._open.set()

    def wait(self) -> None:
        self._open.wait(PATIENCE)

    def handle_error(self, request, client_address) -> None:
        """A browser may have gone before its answer came."""


class _Request(StreamRequestHandler):
    server: SlowLine

    def handle(self) -> None:
        head = b"".join(iter(self.rfile.readline, b"\r\n"))
        if not head or self.server.is_cut:
            return
        length = re.search(rb"(?i)\ncontent-length: *(\d+)", head)
        body = self.rfile.read(int(length[1])) if length else b""
        head = re.sub(rb"(?i)\n(connection|keep-alive):[^\n]*", b"", head)
        kind = _kind(head)
        if kind:
            self.server.sent.append(kind)
        with socket.create_connection(self.server.site) as site:
            site.sendall(head + b"Connection: close\r\n\r\n" + body)
            answer = b"".join(iter(lambda: site.recv(65536), b""))
        if kind in self.server.holds:
            self.server.wait()
        if not self.server.is_cut:
            self.wfile.write(answer)


def _kind(head: bytes) -> str:
    """How an editor's form was sent; empty for any other request."""
    if not head.startswith(b"POST ") or not re.match(rb"POST [^ ]*/(edit|add)/", head):
        return ""
    return "self" if re.search(rb"(?i)\naccept: *application/json", head) else "hand"


@contextmanager
def slow_line(address: str) -> SlowLine:
    """To the site at this address, until the block ends."""
    host, port = re.match(r"https?://([^:/]+):(\d+)", address).groups()
    with SlowLine((host, int(port))) as line:
        threading.Thread(target=line.serve_forever, daemon=True).start()
        try:
            yield line
        finally:
            line.let_go()
            line.shutdown()
