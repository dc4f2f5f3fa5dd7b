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


@contextmanager
def postgresql(say: Callable[[str], None]) -> Iterator[str]:
    """``DATABASE_URL`` of an empty database: ``POSTGRESQL_TEST_URL``, or a cluster of one's own."""
    if given := os.environ.get("POSTGRESQL_TEST_URL"):
        say("PostgreSQL: the one of POSTGRESQL_TEST_URL")
        yield given
        return
    programs = max(
        Path("/usr/lib/postgresql").glob("*/bin"), default=None, key=lambda path: int(path.parent.name)
    )
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed (Debian's package postgresql).")
    with _folder() as folder:
        data, port = folder / "data", free_port()
        _run(programs / "initdb", "-D", data, "-U", "site", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        options += " -c full_page_writes=off -c synchronous_commit=off"
        control = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
        _run(*control, "-o", options, "start")
        try:
            say(f"PostgreSQL: {programs.parent.name}, started on port {port}")
            yield f"postgres://site@127.0.0.1:{port}/postgres"
        finally:
            _run(*control, "-m", "immediate", "stop")


@contextmanager
def valkey(say: Callable[[str], None]) -> Iterator[str]:
    """``CACHE_URL`` of an empty store: ``CACHE_TEST_URL``, or a Valkey or Redis of one's own."""
    if given := os.environ.get("CACHE_TEST_URL"):
        say("Valkey: the one of CACHE_TEST_URL")
        yield given
        return
    program = shutil.which("valkey-server") or shutil.which("redis-server")
    if program is None:
        raise RuntimeError("Neither Valkey nor Redis is installed (Debian's package redis-server).")
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL, cwd=tempfile.gettempdir())
    try:
        wait_for(port, process)
        say(f"Valkey: {Path(program).name}, started on port {port}")
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait(20)


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
