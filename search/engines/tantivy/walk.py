"""All pages that answer a question, in its order, a batch at a time: for exports of any length."""

from collections.abc import Iterator
from itertools import count, groupby

from .answer import Answer
from .opening import noticing_damage

BATCH = 500


def walk(answer: Answer) -> Iterator[int]:
    """Numbers of pages. The searcher that ``answer`` holds sees one state of the index to the end."""
    return _ranked(answer) if answer.ranked else _ordered(answer)


def _ordered(answer: Answer) -> Iterator[int]:
    for query, order in answer.parts():
        for offset in count(step=BATCH):
            with noticing_damage():
                addresses = answer.ordered(query, order, offset, BATCH)
                numbers = answer.searcher.fast_field_values("page_id", addresses)
            yield from numbers
            if len(numbers) < BATCH:
                break


def _ranked(answer: Answer) -> Iterator[int]:
    """The best first; equals by their number, as on a page of results."""
    for _score, equals in groupby(_scored(answer), key=lambda one: one[0]):
        yield from sorted(number for _score, number in equals)


def _scored(answer: Answer) -> Iterator[tuple[float, int]]:
    for offset in count(step=BATCH):
        with noticing_damage():
            hits = answer.searcher.search(answer.matching, BATCH, False, offset=offset).hits
            numbers = answer.searcher.fast_field_values("page_id", [address for _, address in hits])
        yield from zip((score for score, _ in hits), numbers, strict=True)
        if len(hits) < BATCH:
            break
