"""One engine: the kills, then `sync_search`, then `sync_search --check`."""

import os
import random
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.services.elasticsearch import Server
from tests.services.scratch_site import Site

from .figures import Figure

PART = "index"
AT_ONCE = 2  # publishing processes
LONGEST_LIFE = 1.5  # seconds
PATIENCE = 60.0  # seconds until something has been published, on a machine that is busy with other things
WAITING = "SELECT count(*) FROM search_outboxentry"
PUBLISHED = "SELECT count(*) FROM wagtailcore_pagelogentry WHERE action LIKE 'wagtail.%publish'"


@dataclass
class Outcome:
    """What was done, and what differs after `sync_search`. ``waiting``: changes that waited before it;
    ``errors``: what publishing raised, which is nothing as long as all is well."""

    engine: str
    kills: int
    server_kills: int
    published: int
    waiting: int
    differences: str
    errors: str

    def figures(self) -> list[Figure]:
        told = {"differences after sync_search": self.differences, "errors of publishing": self.errors}
        return [Figure(PART, f"{self.engine}: {what}", int(bool(text)), 0) for what, text in told.items()]

    def __str__(self):
        return (
            f"{self.engine}: publishing process killed {self.kills} times, server {self.server_kills} times; "
            f"{self.published} changes, {self.waiting} of them still waited; "
            f"{self.differences or 'after sync_search no difference'}.\n{self.errors}"
        )


def trial(
    dice: random.Random,
    kills: int,
    server: Server | None = None,
    server_kills: int = 0,
    say: Callable[[str], None] = print,
) -> Outcome:
    """Kill ``kills`` publishing processes, and ``server`` so many times in between."""
    with tempfile.TemporaryDirectory(prefix="stress-") as folder:
        site = Site(Path(folder), **{"ELASTICSEARCH_URL": server.url} if server else {})
        database = Path(folder) / "db.sqlite3"
        site.make()
        moments = set(dice.sample(range(kills), min(server_kills, kills)))
        with site.nursery() as nursery:
            try:
                _kill(dice, nursery, kills, moments, server, database)
            finally:
                nursery.stdin.close()
                nursery.terminate()
        outcome = _outcome(site, database, kills, len(moments) if server else 0, server)
    say(str(outcome))
    return outcome


def _kill(
    dice: random.Random, nursery, kills: int, moments: set[int], server: Server | None, database: Path
) -> None:
    """Two publish at any time; one of them is killed after a random while, and another takes its place."""
    running = [_born(dice, nursery) for _ in range(AT_ONCE)]
    until = time.monotonic() + PATIENCE
    while not _count(database, PUBLISHED) and time.monotonic() < until:
        time.sleep(0.05)
    for number in range(kills):
        time.sleep(dice.uniform(0.02, LONGEST_LIFE))
        if server and number in moments:
            server.kill()
            time.sleep(dice.uniform(0.0, LONGEST_LIFE))
            server.start()
        _end(running.pop(dice.randrange(AT_ONCE)))
        running.append(_born(dice, nursery))
    for process in running:
        _end(process)


def _end(process: int) -> None:
    with suppress(ProcessLookupError):  # it ended by an error, which its log tells
        os.kill(process, signal.SIGKILL)


def _born(dice: random.Random, nursery) -> int:
    print(dice.randrange(10**9), file=nursery.stdin, flush=True)
    return int(nursery.stdout.readline())


def _count(database: Path, question: str) -> int:
    with closing(sqlite3.connect(database)) as opened:
        return opened.execute(question).fetchone()[0]


def _outcome(site: Site, database: Path, kills: int, server_kills: int, server: Server | None) -> Outcome:
    waiting, published = _count(database, WAITING), _count(database, PUBLISHED)
    synced = site.manage("sync_search")
    checked = site.manage("sync_search", "--check") if not synced.returncode else synced
    said = (checked.stdout + checked.stderr).strip() if checked.returncode else ""
    name, log = "Elasticsearch" if server else "Tantivy", site.log.read_text()
    errors = log[log.index("Traceback") :][:4000] if "Traceback" in log else ""
    return Outcome(name, kills, server_kills, published, waiting, said, errors)
