"""The public search against Wagtail's own: the same 10,000 pages, the same words, the same run.

    python -m tests.benchmarks.bench_search [pages]

Works in a database and an index of its own in a temporary folder, which goes away at the end. Wagtail's
search may take a minute a query, so it is asked each question once, and no more after its time is up.
"""

import os
import statistics
import sys
import tempfile
import time
from itertools import cycle, islice

PAGES = 10_000
TANTIVY_RUNS = 300
WAGTAIL_SECONDS = 150
GOAL = 300
# From a word of nearly every page to words of few.
QUESTIONS = ("cooperazione", "innovazione museo", "università", "bando restauro archivio")


def main(pages: int = PAGES) -> None:
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from tests import database

        from . import many_pages

        database.migrate()
        say("pages made", timed(lambda: many_pages.make(pages)))
        from search.index.rebuild import rebuild

        say("indexed for Tantivy", timed(lambda: rebuild("it")))
        say("indexed for Wagtail", timed(many_pages.index_for_wagtail))
        report(pages, ours(), wagtails())


def say(what: str, seconds: float) -> None:
    print(f"{what:<24}{seconds:8.1f} s", flush=True)


def timed(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def ours() -> dict[str, list[float]]:
    """Seconds of each search: all facets, ten hits with extracts, and the true total."""
    from search.engines import get_engine
    from search.query import SearchQuery

    engine, times = get_engine(), {words: [] for words in QUESTIONS}
    for words in islice(cycle(QUESTIONS), TANTIVY_RUNS):
        query = SearchQuery("it", words, facets=("type", "topic", "year"))
        times[words].append(timed(lambda query=query: engine.search(query)))
    return times


def wagtails() -> dict[str, list[float]]:
    """Seconds of each search: ten hits, without total, facets or extracts."""
    from news.models import ArticlePage

    times, until = {}, time.perf_counter() + WAGTAIL_SECONDS
    for words in QUESTIONS:
        if time.perf_counter() < until:
            times[words] = [timed(lambda words=words: list(ArticlePage.objects.live().search(words)[:10]))]
    return times


def p95(times: list[float]) -> float:
    return times[0] if len(times) == 1 else statistics.quantiles(times, n=20, method="inclusive")[-1]


def report(pages: int, tantivy: dict, wagtail: dict) -> None:
    print(f"\n{pages} pages, p95 of one search in milliseconds")
    print(f"{'words':<28}{'Tantivy':>10}{'Wagtail':>12}{'times':>10}")
    for words, times in tantivy.items():
        if words in wagtail:
            row(words, p95(times), p95(wagtail[words]))
        else:
            print(f"{words:<28}{p95(times) * 1000:>10.2f}{'not asked: its time was up':>30}")
    asked = [second for words in wagtail for second in tantivy[words]]
    ratio = row("all", p95(asked), p95([second for found in wagtail.values() for second in found]))
    print(f"\nThe goal is {GOAL} times: {'reached' if ratio >= GOAL else 'MISSED'}.")


def row(name: str, fast: float, slow: float) -> float:
    print(f"{name:<28}{fast * 1000:>10.2f}{slow * 1000:>12.0f}{slow / fast:>10.0f}")
    return slow / fast


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
