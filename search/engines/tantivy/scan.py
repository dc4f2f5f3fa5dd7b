"""All pages that answer a question, in its order, a batch at a time: for exports of any length."""

from collections.abc import Iterator
from itertools import count, groupby

from tantivy import Query, Searcher

from .boolean_query import ALL
from .file_errors import translate_errors
from .order import RELEVANCE
from .query_run import QueryRun

# The first ones at once; then many at a time, as each search goes through all that came before.
FIRST_BATCH, BATCH = 500, 5_000
LARGE_BATCH = 50_000


def scan(run: QueryRun) -> Iterator[int]:
    """Numbers of pages. The searcher that ``run`` holds sees one state of the index to the end."""
    for query, order in run.parts():
        yield from _ranked(run, query) if order == RELEVANCE else _ordered(run, query, order)


def _ordered(run: QueryRun, query: Query, order: str) -> Iterator[int]:
    for offset, length in _batches():
        with translate_errors():
            addresses = run.ordered(query, order, offset, length)
            page_ids = run.searcher.fast_field_values("page_id", addresses)
        yield from page_ids
        if len(page_ids) < length:
            break


def _ranked(run: QueryRun, query: Query) -> Iterator[int]:
    """The best first; equals by their number, as on a page of results."""
    for _score, equals in groupby(_scored(run, query), key=lambda one: one[0]):
        yield from sorted(page_id for _score, page_id in equals)


def _scored(run: QueryRun, query: Query) -> Iterator[tuple[float, int]]:
    for offset, length in _batches():
        with translate_errors():
            hits = run.ranking.scored(query, offset, length)
            page_ids = run.searcher.fast_field_values("page_id", [address for _, address in hits])
        yield from zip((score for score, _ in hits), page_ids, strict=True)
        if len(hits) < length:
            break


def _batches() -> Iterator[tuple[int, int]]:
    """Where a batch begins, and how long it is."""
    yield 0, FIRST_BATCH
    yield from ((offset, BATCH) for offset in count(FIRST_BATCH, BATCH))


def all_fingerprints(searcher: Searcher) -> Iterator[tuple[int, int]]:
    """Every page with its document's fingerprint, as the index is now."""
    for offset in count(step=LARGE_BATCH):
        hits = searcher.search(ALL, LARGE_BATCH, False, offset=offset).hits
        addresses = [address for _, address in hits]
        page_ids = (searcher.fast_field_values(name, addresses) for name in ("page_id", "fingerprint"))
        yield from zip(*page_ids, strict=True)
        if len(hits) < LARGE_BATCH:
            break
