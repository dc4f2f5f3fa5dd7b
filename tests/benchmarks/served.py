"""The site in its own server process, and how much memory that process takes."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

START_SECONDS = 30


class Server:
    """Where it answers, and its processes."""

    def __init__(self, process: subprocess.Popen, port: int):
        self.process, self.port = process, port

    def memory(self) -> float:
        """MiB of its own that it takes now, with its children; without the files that it has mapped."""
        return sum(_mebibytes(pid) for pid in self._pids())

    @contextmanager
    def watched(self) -> Iterator[list[float]]:
        """What ``memory`` is meanwhile, twenty times a second."""
        seen, over = [self.memory()], Event()

        def look() -> None:
            while not over.wait(0.05):
                seen.append(self.memory())

        watcher = Thread(target=look)
        watcher.start()
        try:
            yield seen
        finally:
            over.set()
            watcher.join()

    def _pids(self) -> list[int]:
        own = self.process.pid
        children = Path(f"/proc/{own}/task/{own}/children").read_text().split()
        return [own, *map(int, children)]


@contextmanager
def served(environment: dict[str, str]) -> Iterator[Server]:
    """The server that ``make run`` starts, on the data of ``environment``, without the demonstration."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # One process: a benchmark asks one thing after the other, and looks at its memory.
    environment = environment | {"PORT": str(port), "WEB_WORKERS": "1"}
    command = [sys.executable, "-m", "portal.server"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait(process, port)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(process: subprocess.Popen, port: int) -> None:
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health/live", timeout=5)
        except OSError:
            pass
        else:
            return
        time.sleep(0.1)
    raise RuntimeError("The server did not start.")


def _mebibytes(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / 1024
    return 0.0
