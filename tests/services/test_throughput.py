"""The shipped nginx gives out pages at no less than half the rate at which it gives out the same bytes from a
file: both through its access log, by turns in the same run."""

import socket
import time

import pytest

from tests import database
from tests.services.proxy import proxy
from tests.services.scratch_site import Site
from tests.services.web import web_server

AT_ONCE = 50  # requests sent before the first answer is read, so that nginx and not this program is measured
ROUNDS = 40
PAGE, FILE = "/it/", "/media/page.bin"


class Connection:
    """Kept open; asks for one path again and again."""

    def __init__(self, port: int, path: str):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n"
        self.requests = head.encode() * AT_ONCE
        self.received = b""

    def ask(self) -> bytes:
        """``AT_ONCE`` answers; the body of the last one."""
        self.socket.sendall(self.requests)
        for _ in range(AT_ONCE):
            while (end := self.received.find(b"\r\n\r\n")) < 0:
                self._receive()
            head = self.received[:end].lower()
            assert head.startswith(b"http/1.1 200"), head
            length = int(head.partition(b"content-length: ")[2].split(b"\r\n")[0])
            while len(self.received) < end + 4 + length:
                self._receive()
            body, self.received = self.received[end + 4 : end + 4 + length], self.received[end + 4 + length :]
        return body

    def _receive(self) -> None:
        piece = self.socket.recv(1 << 20)
        assert piece
        self.received += piece


def rate(port: int, path: str) -> float:
    """Answers a second."""
    connections = [Connection(port, path) for _ in range(4)]
    began = time.perf_counter()
    for _ in range(ROUNDS // 10):
        for connection in connections:
            connection.ask()
    taken = time.perf_counter() - began
    for connection in connections:
        connection.socket.close()
    return len(connections) * (ROUNDS // 10) * AT_ONCE / taken


@pytest.fixture
def port(tmp_path, django_db_setup):
    site = Site(tmp_path)
    database.lend(tmp_path / "db.sqlite3")
    site.make()
    with web_server(tmp_path, WEB_WORKERS="1") as server, proxy(tmp_path, server.port) as port:
        yield port


def test_pages_are_given_out_at_half_the_rate_of_files_or_more(port, tmp_path, say):
    media = tmp_path / "srv" / "data" / "media"
    media.mkdir(parents=True)
    page = Connection(port, PAGE).ask()
    (media / "page.bin").write_bytes(page)
    assert Connection(port, FILE).ask() == page
    rounds = [(rate(port, PAGE), rate(port, FILE)) for _ in range(7)]
    pages, files = (sorted(each)[3] for each in zip(*rounds, strict=True))
    say(f"nginx, {len(page)} bytes: {pages:.0f} pages and {files:.0f} files a second.")
    assert len((tmp_path / "intreccio.log").read_text().splitlines()) > 1000
    assert pages >= files / 2
