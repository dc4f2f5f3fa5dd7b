"""The web server on a site of a test's own, and requests that say what came of them."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import database
from tests.services.programs import free_port
from tests.services.scratch_site import Site

START_SECONDS = 120  # on a machine that is busy with other tests


class WebServer:
    """The server's first process and where it answers."""

    def __init__(self, process: subprocess.Popen, port: int):
        self.process, self.port = process, port

    def workers(self) -> list[int]:
        return children(self.process.pid)

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def status(self, path: str, host: str = "127.0.0.1") -> int:
        """Of one request on a connection of its own; 0 where it is closed without an answer."""
        with self.connect() as connection:
            head = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
            connection.sendall(head.encode())
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
        return int(answer.split(b" ", 2)[1]) if answer else 0


def children(pid: int) -> list[int]:
    """Of all threads: any of them may have started one."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        found += map(int, task.read_text().split())
    return found


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_until(true, seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not (held := true()) and time.monotonic() < end:
        time.sleep(0.05)
    return held


@contextmanager
def web_server(folder: Path, **environment: str) -> Iterator[WebServer]:
    """On the SQLite in ``folder``, or an empty one, unless ``environment`` names a database."""
    site = Site(folder, **{"DEBUG": "0"} | environment)
    if "DATABASE_URL" not in environment and not (folder / "db.sqlite3").exists():
        database.lend(folder / "db.sqlite3")
    site.done("-m", "portal.build")
    port = free_port()
    variables = site.environment | {"PORT": str(port), "WEB_WORKERS": environment.get("WEB_WORKERS", "2")}
    process = subprocess.Popen([sys.executable, "-m", "portal.server"], env=variables)
    try:
        server = WebServer(process, port)
        if not wait_until(lambda: process.poll() is not None or _answers(port), START_SECONDS):
            raise RuntimeError("The server does not answer.")
        yield server
    finally:
        process.terminate()
        process.wait(60)


def _answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/health/live", timeout=5)
    except OSError:
        return False
    return True
