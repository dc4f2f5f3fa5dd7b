"""``python -m tests.benchmarks.bench_publish [sheets]``: publishing a full sheet, ours against Wagtail's own.

The same sheet, live before, translated, with every field, block and relation; once as it is and once with
nothing of ours listening (``tests.publishing.wagtails_own``), in turn, in a database and an index of its own.
"""

import statistics
import sys
import time
from contextlib import nullcontext
from itertools import count

from .bench_search import p95
from .scratch import scratch_site

SHEETS = 1_000
ROUNDS = 30
MAX_QUERIES, MAX_MILLISECONDS = 60, 300


def main(sheets: int = SHEETS) -> None:
    with scratch_site("publish"):
        from search.index.rebuild import rebuild
        from tests.publishing.editing import full_sheet
        from tests.publishing.ways import WAYS

        from . import many_sheets

        tree = many_sheets.make(sheets)
        for language in ("it", "en"):
            rebuild(language)
        sheet = full_sheet(tree)
        heads = f"{'Wagtail':>16}{'with ours':>16}{'beyond, p95':>16}{'SQL':>14}"
        print(f"{f'publishing, {sheets} sheets':<28}{heads}")
        for way in WAYS:
            report(way.__name__.replace("_", " "), *measure(way, sheet))
        print(f"pledged beyond: at most {MAX_MILLISECONDS} ms, at most {MAX_QUERIES} SQL queries")


def measure(way, sheet) -> tuple[list, list]:
    """Seconds and queries of each publication: Wagtail's own, and ours."""
    from tests.publishing.wagtails_own import wagtails_own
    from tests.publishing.ways import Counting

    numbers, own, ours = count(1), [], []
    for round_ in range(ROUNDS + 1):
        for muted, found in ((wagtails_own, own), (nullcontext, ours)):
            publish = way(sheet, next(numbers))
            with muted(), Counting() as counting:
                began = time.perf_counter()
                publish()
                seconds = time.perf_counter() - began
            if round_:  # the first reads what is read once
                found.append((seconds, counting.queries))
    return own, ours


def report(name: str, own: list, ours: list) -> None:
    quick, slow = (statistics.median(seconds for seconds, _ in found) * 1000 for found in (own, ours))
    few, many = (max(queries for _, queries in found) for found in (own, ours))
    beyond = p95([mine - theirs for (mine, _), (theirs, _) in zip(ours, own, strict=True)]) * 1000
    missed = "" if beyond <= MAX_MILLISECONDS and many - few <= MAX_QUERIES else "  MISSED"
    print(f"{name:<28}{quick:>13.0f} ms{slow:>13.0f} ms{beyond:>13.0f} ms", end="")
    print(f"{f'{few} + {many - few}':>14}{missed}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
