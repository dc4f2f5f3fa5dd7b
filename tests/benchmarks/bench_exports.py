"""``python -m tests.benchmarks.bench_exports [few many]``: the finder's files through the real server.

How soon the first byte comes, how long the whole takes, and how much more memory the server's process has
taken meanwhile, files that it maps left out. Every thread of the server sends a part of each file before, for
what is made only once.
"""

import http.client
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

from portal.server import THREADS

from .scratch import environment, set_up
from .served import Server, served

FEW, MANY = 1_000, 10_000
FILES = {"CSV": "export.csv", "JSON": "export.json", "calendar": "calendar.ics", "feed": "feed.rss"}
# MiB of ten times the rows: allocators keep some, and what is compressed is handed over whole, up to 4 MiB.
MAX_MEMORY = 12.0


@dataclass(frozen=True)
class Taken:
    first: float
    whole: float
    length: int
    memory: float

    def __str__(self):
        times = f"{self.first * 1000:>7.0f} ms{self.whole:>7.2f} s"
        return f"{times}{self.length / 2**20:>7.1f} MiB{self.memory:>+6.1f} MiB"


def main(few: int = FEW, many: int = MANY) -> None:
    short, long = taken(few), taken(many)
    heads = f"{'first byte':>10}{'whole':>9}{'length':>11}{'memory':>10}"
    print(f"{'file of so many sheets':<16}{'':>8}{heads}")
    for name, file in long.items():
        grows = file.memory - short[name].memory
        missed = "" if grows <= MAX_MEMORY else "  MISSED"
        print(f"{name:<16}{few:>8}{short[name]}")
        print(f"{'':<16}{many:>8}{file}{missed}", flush=True)
    print(f"pledged: memory does not grow (at most {MAX_MEMORY:.0f} MiB)")


def taken(sheets: int) -> dict[str, Taken]:
    """Each file of a site with so many sheets."""
    with tempfile.TemporaryDirectory(prefix="bench-exports-") as folder:
        command = [sys.executable, "-m", "tests.benchmarks.bench_exports", "--make", str(sheets)]
        subprocess.run(command, env=environment(folder), check=True)
        with served(environment(folder)) as server:
            return {name: take(server, file) for name, file in FILES.items()}


def take(server: Server, file: str) -> Taken:
    """The whole file, after parts of it."""
    for _ in range(2 * THREADS):
        _take(server, f"{file}?status=any&region=ITC4")
    with server.watched() as memory:
        first, whole, length = _take(server, f"{file}?status=any")
    return Taken(first, whole, length, max(memory) - memory[0])


def _take(server: Server, file: str) -> tuple[float, float, int]:
    """Seconds to the first byte, seconds of the whole, bytes."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    began = time.perf_counter()
    connection.request("GET", f"/it/bandi/{file}", headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    assert response.status == 200, response.status
    length = len(response.read(1))
    first = time.perf_counter() - began
    while piece := response.read(2**16):
        length += len(piece)
    whole = time.perf_counter() - began
    connection.close()
    return first, whole, length


def make(sheets: int) -> None:
    set_up()
    from search.index.rebuild import rebuild

    from . import many_sheets

    many_sheets.make(sheets)
    for language in ("it", "en"):
        rebuild(language)


if __name__ == "__main__":
    if "--make" in sys.argv:
        make(int(sys.argv[-1]))
    else:
        main(*map(int, sys.argv[1:3]))
