"""One address attacks through the shipped nginx file; another one reads pages meanwhile, and afterwards."""

import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services.proxy import proxy
from tests.services.scratch_site import ROOT, Site
from tests.services.web import WebServer, alive, web_server

from .figures import Figure
from .visitor import Visitor, failed, p95_ms, read_for

PART = "attack"
SECONDS, QUIET_SECONDS, REST_SECONDS = 40, 15, 10
PAGES = ("/it/", "/it/notizie/", "/it/bandi/")
TIMES_QUIET, TIMES_QUIET_AFTER = 10, 3
MAX_WORKER_MB = 400
CALLS = 200
MAKE = f"""
import django
django.setup()
from pathlib import Path
from django.conf import settings
from django.core.management import call_command
from tests import database
database.migrate()
from tests.benchmarks.calls import write_json
from tests.factories import pages
tree = pages.site_tree()
for number in range(20):
    pages.article(tree.news, title=f"Notizia {{number}}")
call_command("rebuild_search", verbosity=0)
file = write_json(Path(settings.DATA_DIR) / "calls.json", {CALLS})
call_command("import_calls", "incentivi", str(file), publish=True, verbosity=0)
call_command("sync_search", verbosity=0)
"""


def trial(seed: int, say: Callable[[str], None] = print) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="attack-") as name:
        folder = Path(name)
        # As in public: nginx in front says who asks.
        Site(folder).done("-c", MAKE)
        say("The site is made.")
        with web_server(folder, TRUSTED_PROXIES="1") as server, proxy(folder, server.port) as port:
            return _figures(seed, server, port, say)


def _figures(seed: int, server: WebServer, port: int, say: Callable[[str], None]) -> list[Figure]:
    visitor, workers = Visitor(port), server.workers()
    read_for(3, visitor, PAGES)  # so that the pages are kept
    quiet = p95_ms(read_for(QUIET_SECONDS, visitor, PAGES))
    say(f"Quiet: {quiet} ms. The attack begins.")
    with _attack(port, seed), Memory(workers) as memory:
        time.sleep(2)
        meanwhile = read_for(SECONDS, visitor, PAGES)
    say(f"The attack has ended: {len(meanwhile)} pages were read meanwhile.")
    time.sleep(REST_SECONDS)
    afterwards = read_for(QUIET_SECONDS, visitor, PAGES)
    gone = sum(not alive(worker) for worker in workers)
    return [
        Figure(PART, "time of a kept page meanwhile, p95", p95_ms(meanwhile), TIMES_QUIET * quiet, "ms"),
        Figure(PART, "pages that failed meanwhile", failed(meanwhile), 0),
        Figure(PART, "a web process, highest RSS", memory.rss, MAX_WORKER_MB, "MB"),
        Figure(PART, "a web process, highest PSS", memory.pss, MAX_WORKER_MB, "MB"),
        Figure(PART, "time of a page afterwards, p95", p95_ms(afterwards), TIMES_QUIET_AFTER * quiet, "ms"),
        Figure(PART, "pages that failed afterwards", failed(afterwards), 0),
        Figure(PART, "web processes that have ended", gone, 0),
    ]


@contextmanager
def _attack(port: int, seed: int) -> Iterator[None]:
    number = random.Random(seed).randrange(10**9)
    command = [sys.executable, "-m", "tests.services.stress.attacker", str(port), str(number)]
    attacker = subprocess.Popen(command, cwd=ROOT)
    try:
        yield
        if attacker.poll() is not None:
            raise RuntimeError("The attacker has ended by itself.")
    finally:
        attacker.kill()
        attacker.wait()


class Memory(threading.Thread):
    """The highest resident and proportional sizes that any of the processes has had, in MB."""

    def __init__(self, processes: list[int]):
        super().__init__(daemon=True)
        self.processes, self.rss, self.pss = processes, 0.0, 0.0
        self._over = threading.Event()

    def __enter__(self) -> "Memory":
        self.start()
        return self

    def __exit__(self, *_reason) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        while not self._over.wait(0.5):
            for process in self.processes:
                self.rss = max(self.rss, _megabytes(process, "status", "VmHWM"))
                self.pss = max(self.pss, _megabytes(process, "smaps_rollup", "Pss"))


def _megabytes(process: int, file: str, field: str) -> float:
    for line in Path(f"/proc/{process}/{file}").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0
