"""`rebuild_search` of a large site: how much memory it takes, and whether searches are answered meanwhile.

    python -m tests.benchmarks.bench_rebuild [pages] [engine …]

Without names: Tantivy, and Elasticsearch where it can be had. In a database and indexes of its own.
"""

import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.services import elasticsearch

from .bench_search import p95, say, timed

PAGES = 100_000
MAX_MEBIBYTES = 600
EACH = 0.2  # seconds between two looks


def main(pages: int = PAGES, *names: str) -> None:
    names = names or ("tantivy", *(["elasticsearch"] if elasticsearch.available() else []))
    with tempfile.TemporaryDirectory(prefix="bench-rebuild-") as folder, ExitStack() as stack:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
        for name in ("DATABASE_URL", "ELASTICSEARCH_URL"):
            os.environ.pop(name, None)
        import django

        django.setup()
        from django.conf import settings

        from tests import database

        from . import many_pages

        database.migrate()
        say("pages made", timed(lambda: many_pages.make(pages)))
        for name in names:
            if name == "elasticsearch":
                settings.ELASTICSEARCH_URL = stack.enter_context(elasticsearch.running())
                os.environ["ELASTICSEARCH_URL"] = settings.ELASTICSEARCH_URL
            print(f"{name}, first: {Rebuild()}", flush=True)
            print(f"{name}, while searches go on: {Rebuild(asked=True)}", flush=True)


class Rebuild:
    """One run of the command in a process of its own, looked at until it ends."""

    def __init__(self, asked: bool = False):
        self.memory, self.times, self.unanswered = [], [], 0
        began = time.perf_counter()
        command = [sys.executable, "manage.py", "rebuild_search", "--language", "it"]
        process = subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=subprocess.DEVNULL)
        while process.poll() is None:
            self.memory.append(_mebibytes(process.pid))
            if asked:
                self.times.append(timed(self._ask))
            time.sleep(EACH)
        self.seconds, self.failed = time.perf_counter() - began, process.returncode

    def _ask(self) -> None:
        from search.engines import get_engine
        from search.engines.base import EngineUnavailable
        from search.query import SearchQuery

        try:
            self.unanswered += (
                not get_engine().search(SearchQuery("it", "cooperazione", facets=("type",))).total
            )
        except EngineUnavailable:
            self.unanswered += 1

    def __str__(self):
        if self.failed:
            return "FAILED"
        half, most = self.memory[len(self.memory) // 2], max(self.memory)
        told = f"{self.seconds:.0f} s, {half:.0f} MiB half way, {most:.0f} MiB at the most"
        told += f" ({'within' if most <= MAX_MEBIBYTES else 'MORE THAN'} {MAX_MEBIBYTES})"
        if self.times:
            told += f", {len(self.times)} searches, p95 {p95(self.times) * 1000:.0f} ms"
            told += f", {self.unanswered} unanswered"
        return told


def _mebibytes(process: int) -> float:
    """What of a process is in memory, without the files that it has mapped."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    return int(status.partition("RssAnon:")[2].split(None, 1)[0] or 0) / 1024 if "RssAnon:" in status else 0.0


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:])
