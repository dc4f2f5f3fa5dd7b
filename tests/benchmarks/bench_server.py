"""``python -m tests.benchmarks.bench_server``: a page from the page cache against nginx with the same bytes.

Needs nginx and wrk (Debian's packages). Both are asked in turn, on this machine, with as many processes each.
"""

import os
import re
import shutil
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services.programs import free_port, wait_for
from tests.services.scratch_site import Site
from tests.services.web import web_server

ROUNDS, SECONDS, CONNECTIONS = 3, 3, 16
MIN_SHARE = 0.18  # of nginx's requests a second
PAGE = "/it/"
CONF = """
{user}
daemon off;
worker_processes {workers};
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/same;
        default_type text/html;
        add_header Content-Encoding br;
    }}
}}
"""


def main() -> None:
    missing = [name for name in ("nginx", "wrk") if not _program(name)]
    if missing:
        print(f"not run: {', '.join(missing)} is missing")
        return
    workers = min(2, os.cpu_count() or 1)
    with tempfile.TemporaryDirectory(prefix="bench-server-") as name:
        folder = Path(name)
        Site(folder).make()
        with web_server(folder, WEB_WORKERS=str(workers)) as server:
            (folder / "same").mkdir()
            (folder / "same" / "page").write_bytes(_compressed(server.port))
            with _nginx(folder, workers) as port:
                pairs = [(_rate(server.port, PAGE), _rate(port, "/page")) for _ in range(ROUNDS)]
    share = max(ours / theirs for ours, theirs in pairs)
    for ours, theirs in pairs:
        print(f"page cache {ours:>8.0f}/s   nginx {theirs:>8.0f}/s   {ours / theirs:.0%}")
    print(f"pledged: at least {MIN_SHARE:.0%} of nginx{'' if share >= MIN_SHARE else '  MISSED'}")


def _compressed(port: int) -> bytes:
    """The page as both serve it."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{PAGE}", headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read()


def _rate(port: int, path: str) -> float:
    """Requests a second."""
    options = ["-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: br"]
    command = [_program("wrk"), *options, f"http://127.0.0.1:{port}{path}"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in told:
        raise RuntimeError(told)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1])


@contextmanager
def _nginx(folder: Path, workers: int) -> Iterator[int]:
    port, file = free_port(), folder / "nginx.conf"
    user = "user root;" if os.getuid() == 0 else ""
    file.write_text(CONF.format(folder=folder, port=port, workers=workers, user=user))
    process = subprocess.Popen([_program("nginx"), "-p", str(folder), "-c", str(file)])
    try:
        wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _program(name: str) -> str | None:
    return shutil.which(name) or shutil.which(name, path="/usr/sbin")


if __name__ == "__main__":
    main()
