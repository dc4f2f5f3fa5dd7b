"""``python -m tests.benchmarks.bench_finder``: the finder with all facets over many sheets and over few.

Whole responses of Django's test client, without the page cache. Two processes, each with a database and an
index of its own, are asked in turn, so that whatever else the machine does slows down both.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager

from .scratch import environment, set_up

MANY, FEW = 10_000, 100
ROUNDS = 60
GOAL, MAX_SQL = 3, 12
COOPERATIVE = (
    "kind=cooperative&form=social-cooperative-a&home=ITI4&people=micro&years=3&women=yes&young=no"
    "&field=culture&field=health&goal=digitalisation&goal=green-transition&need=50000"
)
QUESTIONS = {
    "everything": "",
    "open, in a region": "status=open&status=closing&region=ITC4",
    "five filters": "beneficiary=cooperative&region=ITI4&amount=50000&closes_after=2020-01-01&size=micro",
    "closed ones too": "status=any&sort=title&per=50",
    "words": "q=cooperative+innovazione+museo&status=any",
    "by fit, a cooperative": f"{COOPERATIVE}&sort=fit",
    "by fit, with closed ones": f"{COOPERATIVE}&sort=fit&status=any&per=50",
    "nothing found": "q=museo&mission=M1&territory=free-zone&purpose=capital&aid=guarantee&size=unclassified",
}


def main() -> None:
    with asked(FEW) as few, asked(MANY) as many:
        for query in QUESTIONS.values():
            few(query), many(query)
        print(f"{'finder, p95 of a response':<28}{FEW:>9}{MANY:>9}{'ratio':>8}{'SQL':>5}")
        for name, query in QUESTIONS.items():
            pairs = [(few(query), many(query)) for _ in range(ROUNDS)]
            row(name, [one for one, _other in pairs], [other for _one, other in pairs])
    print(f"pledged: at most {GOAL} times, at most {MAX_SQL} SQL queries")


def row(name: str, few: list[dict], many: list[dict]) -> None:
    low, high = (p95([one["seconds"] for one in found]) for found in (few, many))
    queries = max(one["queries"] for one in (*few, *many))
    missed = "" if high / low <= GOAL and queries <= MAX_SQL else "  MISSED"
    print(
        f"{name:<28}{low * 1000:>6.1f} ms{high * 1000:>6.1f} ms{high / low:>8.2f}{queries:>5}{missed}",
        flush=True,
    )


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


@contextmanager
def asked(sheets: int):
    """A function that has a query answered over so many sheets, and tells how that went."""
    with tempfile.TemporaryDirectory(prefix="bench-finder-") as folder:
        command = [sys.executable, "-m", "tests.benchmarks.bench_finder", str(sheets)]
        with subprocess.Popen(
            command, env=environment(folder), text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:

            def ask(query: str) -> dict:
                process.stdin.write(f"{query}\n")
                process.stdin.flush()
                return json.loads(process.stdout.readline())

            yield ask
            process.stdin.close()


def answer(sheets: int) -> None:
    """Make the sheets, then answer a query a line."""
    set_up()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from search.index.rebuild import rebuild

    from . import many_sheets

    many_sheets.make(sheets)
    for language in ("it", "en"):
        rebuild(language)
    client = Client()
    for line in sys.stdin:
        with CaptureQueriesContext(connection) as queries:
            began = time.perf_counter()
            response = client.get(f"/it/bandi/?{line.strip()}")
            seconds = time.perf_counter() - began
        assert response.status_code == 200
        print(json.dumps({"seconds": seconds, "queries": len(queries)}), flush=True)


if __name__ == "__main__":
    answer(int(sys.argv[1])) if len(sys.argv) > 1 else main()
