"""The engines at 100,000 documents, side by side: searches, suggestions, corrections, changes.

    python -m tests.benchmarks.bench_engine [documents] [engine …]

Without names: Tantivy, and Elasticsearch where it can be had (see tests.services.elasticsearch). In this
process, in indexes of its own that go away at the end. A search counts all facets.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from threading import Thread

from search.engines.base import EngineUnavailable
from search.query import SearchQuery
from tests.services.elasticsearch import available, started

from .bench_search import p95, say, timed

DOCUMENTS = 100_000
RUNS, ROUNDS = 300, 6
# Milliseconds, with 100,000 documents.
GOALS = {
    "search page": 25.0,
    "finder": 25.0,
    "finder, no words": 25.0,
    "three filters": 25.0,
    "suggestion": 5.0,
    "update": 200.0,
}
# From a word of nearly every page to words of few; with synonyms, spellings and codes on top.
QUESTIONS = (
    "cooperazione",
    "innovazione museo",
    "coop startup",
    "quali bandi ci sono per il restauro di un archivio?",
    "università teatro cinema",
    "bando restauro archivio",
)
SLIPS = ("innovazoine", "restuaro archivio", "univrsità", "coperazione museo")
FILTERS = {"region": ("ITC4",), "beneficiary": ("beneficiary-3", "beneficiary-4"), "size": ("size-1",)}
TYPED = ("c", "in", "museo c", "rest", "archivio bi", "coop", "t", "universi")


@contextmanager
def tantivy():
    from search.engines.tantivy import TantivyEngine

    with tempfile.TemporaryDirectory(prefix="bench-engine-") as folder:
        yield TantivyEngine(Path(folder)), lambda: (folder_bytes(Path(folder)), resident(os.getpid()))


@contextmanager
def elasticsearch():
    from search.engines.elasticsearch import ElasticsearchEngine

    with started() as server:
        engine = ElasticsearchEngine(server.url, prefix="bench")

        def held() -> tuple[int, int]:
            told = engine.connection.client.indices.stats(index="bench_*", metric="store")
            group = os.getpgid(server.process.pid)
            own = [each for each in processes() if os.getpgid(each) == group]
            return told["_all"]["total"]["store"]["size_in_bytes"], sum(map(resident, own))

        yield engine, held


def folder_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def processes() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal()]


def resident(process: int) -> int:
    """Bytes of memory, with those parts of the index that are looked at."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


ENGINES = {"tantivy": tantivy, "elasticsearch": elasticsearch}


def main(documents: int = DOCUMENTS, *names: str) -> None:
    names = names or ("tantivy", *(["elasticsearch"] if available() else []))
    with tempfile.TemporaryDirectory(prefix="bench-site-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from tests import database

        database.migrate()
        measured = {}
        for name in names:
            with ENGINES[name]() as (engine, held):
                say(f"indexed for {name}", timed(lambda engine=engine: fill(engine, documents)))
                settle()
                measured[name] = measure(engine)
                disk, memory = (round(each / 2**20) for each in held())
                print(f"{name}: {disk} MiB on disk, {memory} MiB of memory", flush=True)
        report(documents, measured)


def fill(engine, number: int) -> None:
    from . import many_documents

    with engine.rebuild("it") as changes:
        for some in batched_documents(many_documents.documents(number)):
            changes.put(some)


def settle() -> None:
    """As a site is that has run for a while: what was written is on the disk, what was loaded is set aside
    (see portal.wsgi)."""
    os.sync()
    gc.collect()
    gc.freeze()


def batched_documents(documents):
    while some := list(islice(documents, 500)):
        yield some


def measure(engine) -> dict[str, list[float]]:
    """Seconds of each kind of question, and of a change until it is found.

    In rounds, so that a moment in which the machine is slow does not fall on one kind alone.
    """
    kinds = {
        "search page": (QUESTIONS, lambda words: engine.search(of_the_page(words))),
        "finder": (QUESTIONS, lambda words: engine.search(of_the_finder(words, "region"))),
        "finder, no words": (("",), lambda words: engine.search(of_the_finder(words))),
        "three filters": (QUESTIONS, lambda words: engine.search(of_the_finder(words, *FILTERS))),
        "correction": (SLIPS, lambda words: engine.search(of_the_page(words))),
        "suggestion": (TYPED, lambda typed: engine.suggest("it", typed, 8)),
    }
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(ROUNDS):
        for kind, (questions, ask) in kinds.items():
            times[kind] += asking(questions, ask)
    return times | {"update": changing(engine)}


def asking(questions: tuple[str, ...], ask: Callable) -> list[float]:
    for one in questions:
        # The first of all may take a cluster longer than visitors wait.
        with suppress(EngineUnavailable):
            ask(one)
    return [timed(lambda one=one: ask(one)) for one in islice(cycle(questions), RUNS // ROUNDS)]


def of_the_page(words: str):
    from search.understanding import expand

    from .many_documents import FACETS, NOW

    return SearchQuery("it", words, expanded=expand(words, "it"), facets=FACETS, now=NOW)


def of_the_finder(words: str, *filters: str):
    from funding.catalogue.finder.parameters import FinderParameters
    from funding.catalogue.finder.query import question
    from search.understanding import expand

    from .many_documents import NOW

    chosen = {name: FILTERS[name] for name in filters}
    asked = FinderParameters(words=words, filters=chosen, sort="relevance" if words else "deadline")
    return replace(question(asked, "it", NOW), expanded=expand(asked.words, "it"), any_word=True)


def changing(engine, runs: int = 30) -> list[float]:
    """From the beginning of a change until the page is found, by whoever searches meanwhile."""
    from tests.factories.search import document

    def put(page) -> None:
        with engine.changes("it") as changes:
            changes.put([page])

    times = []
    for number in range(runs):
        word = f"novità{number}"
        writer = Thread(target=put, args=[document(word, page_id=10**7 + number)])
        began = time.perf_counter()
        writer.start()
        while not engine.search(SearchQuery("it", word, per=1)).total:
            time.sleep(0.002)
        times.append(time.perf_counter() - began)
        writer.join()
    return times


def report(documents: int, measured: dict[str, dict[str, list[float]]]) -> None:
    print(f"\n{documents} documents, p95 in milliseconds")
    print(f"{'':<18}" + "".join(f"{name:>16}" for name in measured) + f"{'goal':>10}  (Tantivy)")
    for kind in next(iter(measured.values())):
        figures = [p95(times[kind]) * 1000 for times in measured.values()]
        goal = GOALS.get(kind)
        verdict = "" if goal is None else f"{goal:>10.0f}  {'reached' if figures[0] <= goal else 'MISSED'}"
        print(f"{kind:<18}" + "".join(f"{figure:>16.2f}" for figure in figures) + verdict)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:])
