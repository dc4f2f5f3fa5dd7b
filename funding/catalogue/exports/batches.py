"""The sheets of an export, a batch at a time, however many there are."""

from collections.abc import Iterable, Iterator
from itertools import islice

from funding.models.queries import sheets_for_exports
from funding.models.sheet import FundingSheet as Sheet

BATCH = 200


def batches(ids: Iterable[int], lists: Iterable[str] = ()) -> Iterator[list[Sheet]]:
    """Sheets in the order of ``ids``: two queries a batch, and no batch is kept once the next one is read."""
    remaining = iter(ids)
    while batch := list(islice(remaining, BATCH)):
        yield sheets_for_exports(batch, lists)
