"""Small servers of Debian's packages, started for a test run in folders of their own and ended by it."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

UNPRIVILEGED = "nobody"  # PostgreSQL refuses to run as root
PATIENCE = 60  # seconds
LETTERS = ("-E", "UTF8", "--locale=C.UTF-8")


class PostgreSQL:
    """A cluster of one's own, which may be killed and started again. Without ``lasting`` it is quicker, and
    what was committed last may go with a kill."""

    def __init__(self, folder: Path, lasting: bool = False):
        programs = Path("/usr/lib/postgresql").glob("*/bin")
        self.programs = max(programs, default=None, key=lambda path: int(path.parent.name))
        if self.programs is None:
            raise RuntimeError("PostgreSQL is not installed (Debian's package postgresql).")
        self.folder, self.port = folder, free_port()
        self.url = f"postgres://site@127.0.0.1:{self.port}/postgres"
        self.lasting = "on" if lasting else "off"
        _run(self.programs / "initdb", "-D", self._data, "-U", "site", "-A", "trust", *LETTERS)

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        # No file need outlive a power cut.
        options += f" -c fsync=off -c full_page_writes=off -c synchronous_commit={self.lasting}"
        self._control("-o", options, "start")

    def kill(self) -> None:
        """At once, as after a crash: whatever is under way is lost."""
        self._control("-m", "immediate", "stop")

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _control(self, *arguments: str) -> None:
        _run(self.programs / "pg_ctl", "-D", self._data, "-w", "-l", self.folder / "log", *arguments)


@contextmanager
def postgresql(say: Callable[[str], None]) -> Iterator[str]:
    """``DATABASE_URL`` of an empty database: ``POSTGRESQL_TEST_URL``, or a cluster of one's own."""
    if given := os.environ.get("POSTGRESQL_TEST_URL"):
        say("PostgreSQL: the one of POSTGRESQL_TEST_URL")
        yield given
        return
    with running_postgresql() as server:
        say(f"PostgreSQL: {server.programs.parent.name}, started on port {server.port}")
        yield server.url


@contextmanager
def running_postgresql(lasting: bool = False) -> Iterator[PostgreSQL]:
    with _folder() as folder:
        server = PostgreSQL(folder, lasting)
        server.start()
        try:
            yield server
        finally:
            server.kill()


class Valkey:
    """A store of one's own, Valkey or Redis, which forgets everything when it is killed."""

    def __init__(self):
        self.program = shutil.which("valkey-server") or shutil.which("redis-server")
        if self.program is None:
            raise RuntimeError("Neither Valkey nor Redis is installed (Debian's package redis-server).")
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self.process = subprocess.Popen(
            [self.program, *options], stdout=subprocess.DEVNULL, cwd=tempfile.gettempdir()
        )
        wait_for(self.port, self.process)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(20)


@contextmanager
def valkey(say: Callable[[str], None]) -> Iterator[str]:
    """``CACHE_URL`` of an empty store: ``CACHE_TEST_URL``, or a Valkey or Redis of one's own."""
    if given := os.environ.get("CACHE_TEST_URL"):
        say("Valkey: the one of CACHE_TEST_URL")
        yield given
        return
    with running_valkey() as server:
        say(f"Valkey: {Path(server.program).name}, started on port {server.port}")
        yield server.url


@contextmanager
def running_valkey() -> Iterator[Valkey]:
    server = Valkey()
    try:
        server.start()
        yield server
    finally:
        server.kill()


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return opened.getsockname()[1]


def wait_for(port: int, process: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as opened:
            if not opened.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args[0]} did not start.")


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="service-", ignore_cleanup_errors=True) as name:
        if os.getuid() == 0:
            shutil.chown(name, UNPRIVILEGED)
        yield Path(name)


def _run(*arguments) -> None:
    user = UNPRIVILEGED if os.getuid() == 0 else None
    # A server that stays behind keeps what it was given to write to: a pipe would never end.
    with tempfile.TemporaryFile() as said:
        ended = subprocess.run(
            arguments, user=user, cwd="/", stdin=subprocess.DEVNULL, stdout=said, stderr=said, timeout=120
        )
        if ended.returncode:
            said.seek(0)
            raise RuntimeError(
                f"{arguments[0]} ended with {ended.returncode}:\n{said.read().decode()[-3000:]}"
            )
