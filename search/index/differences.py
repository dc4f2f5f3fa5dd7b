"""Compares the index with the pages, for `manage.py sync_search --check` and `--repair`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from ..engines import get_engine
from ..engines.base import EngineUnavailable
from . import sync
from .documents import BATCH, document_batches
from .fingerprint import fingerprint


@dataclass
class IndexDifference:
    """Pages by number: those that the index lacks, that it should not hold, that it holds as they were."""

    language: str
    missing: set[int] = field(default_factory=set)
    extra: set[int] = field(default_factory=set)
    stale: set[int] = field(default_factory=set)

    @property
    def pages(self) -> set[int]:
        return self.missing | self.extra | self.stale

    def __str__(self):
        kinds = {"missing": self.missing, "extra": self.extra, "stale": self.stale}
        return ", ".join(f"{len(pages)} {kind}" for kind, pages in kinds.items() if pages) or "no difference"


def compare(language: str) -> IndexDifference:
    """What differs now. A page that changes meanwhile may be told as a difference; one whose document
    cannot be made is left out. Raises ``EngineUnavailable``."""
    held = dict(get_engine().fingerprints(language))
    difference = IndexDifference(language)
    for batch in document_batches(language):
        for document in batch.documents:
            known = held.pop(document.page_id, None)
            if known is None:
                difference.missing.add(document.page_id)
            elif known != fingerprint(document):
                difference.stale.add(document.page_id)
        for page in batch.failed:
            held.pop(page, None)
    difference.extra.update(held)
    return difference


def repair(difference: IndexDifference) -> None:
    """Index again what differs, and nothing else."""
    for pages in _some(sorted(difference.pages)):
        if sync.index_pages(difference.language, pages) is None:
            raise EngineUnavailable(f"The index for “{difference.language}” is being rebuilt.")


def _some(pages: list[int]) -> Iterator[list[int]]:
    page_ids = iter(pages)
    while some := list(islice(page_ids, BATCH)):
        yield some
