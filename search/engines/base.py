"""What every engine can do. The two layers above, documents and views, know nothing else of an engine."""

import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from cms.searchable import SearchDocument
from search.query import SearchQuery, SearchResults, Suggestion

# The numbers and moments that an engine can sort by and keep within bounds.
NUMBERS = ("grant_min", "grant_max")
# An end that is not known never comes, and an opening that is not known is long past. "ends" is the last
# moment before either "closes" or "closed_early_at"; where the page is ``undated`` it comes after all others.
MOMENTS = ("opens", "closes", "closed_early_at", "ends")
# Where an extract is looked for: the summary comes last, because a hit shows it anyway; characters of one.
HIGHLIGHT_FIELDS = ("body", "facts", "summary")
EXTRACT_LENGTH = 240
# So many values of a facet are counted at most.
MAX_VALUES = 10_000


class EngineUnavailable(Exception):  # noqa: N818
    """The engine cannot answer or write now: down, locked, being rebuilt. Nothing is lost; try later.

    ``remedy`` is what mends it, as far as anything but time does.
    """

    remedy = "Once it is back: python manage.py sync_search"


class Misconfigured(EngineUnavailable):
    """The settings do not lead to an engine that could answer: somebody must put them right."""

    remedy = "Put the settings right, start again, then: python manage.py rebuild_search --if-needed"


class IndexDamaged(EngineUnavailable):
    """There is no index, or it cannot be read, or it was made by other rules: it must be rebuilt."""

    remedy = "Make it anew: python manage.py rebuild_search --if-needed"


class DiskFull(EngineUnavailable):
    """What is in the index can be found, nothing can be added."""

    remedy = "Make room, then: python manage.py sync_search"


class NotAllowed(EngineUnavailable):
    """The system does not let the site reach the files of the index."""

    remedy = "Let the site's user read and write there, then: python manage.py rebuild_search --if-needed"


class Deadline:
    """A moment by which something has to be done; ``seconds`` from now."""

    def __init__(self, seconds: float):
        self._until = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds until then, never less than none."""
        return max(0.0, self._until - time.monotonic())

    def seconds(self) -> float:
        """The seconds left to wait for an answer. ``EngineUnavailable`` when there are none."""
        if not (left := self.left):
            raise EngineUnavailable("There was no time left for it.")
        return left


class IndexChanges(Protocol):
    """Changes that become visible together."""

    def put(self, documents: Iterable[SearchDocument]) -> None:
        """Add the documents; each replaces the one of the same page."""

    def remove(self, page_ids: Iterable[int]) -> None:
        """Take these pages out; those that are not there do no harm."""


class Engine(Protocol):
    """A search engine with one index a language. Everything may raise ``EngineUnavailable``."""

    def search(self, query: SearchQuery) -> SearchResults:
        """Answer ``query`` with what is indexed at this moment, by whichever process."""

    def ids(self, query: SearchQuery) -> Iterator[int]:
        """The numbers of all pages that answer ``query``, in the order of its hits; its page, size and
        facets do not matter.

        The call itself raises ``EngineUnavailable``, so that nothing has begun when nothing can come. What is
        changed while the numbers are taken neither repeats nor hides a page. They are fetched in batches:
        memory does not grow with them, and closing the iterator early lets go of what it holds.
        """

    def suggest(self, language: str, typed: str, limit: int) -> tuple[Suggestion, ...]:
        """Pages whose title holds all the words typed, of the last one at least the beginning.

        Accents and case do not matter. Titles that begin with what was typed come first. Any string is
        answered; one without a letter or a digit by nothing.
        """

    def changes(
        self, language: str, deadline: Deadline | None = None
    ) -> AbstractContextManager[IndexChanges]:
        """Change the index of ``language``: visible on leaving, nothing of it after an exception.

        However many writers there are, on however many machines: what one of them has read from the
        database inside never replaces what another has read there later. Whoever cannot write by
        ``deadline`` gives up with ``EngineUnavailable``.
        """

    def rebuild(self, language: str) -> AbstractContextManager[IndexChanges]:
        """Fill a new index beside the old one, which answers until the new one takes its place."""

    def rebuilding(self, language: str, deadline: Deadline | None = None) -> bool:
        """Whether a new index is being filled now: changes must then reach that one as well."""

    def has_missed(self, language: str) -> bool:
        """Whether a release with an index by other rules has brought in changes that this one lacks."""

    def catching_up(self, language: str) -> AbstractContextManager[bool]:
        """The same, for whoever compares the index with the pages inside: on leaving it is forgotten."""

    def check(self, language: str) -> None:
        """Raise ``IndexDamaged`` unless the index of ``language`` can answer."""

    def count(self, language: str) -> int:
        """How many documents the index of ``language`` holds."""

    def fingerprints(self, language: str) -> Iterator[tuple[int, int]]:
        """Every page in the index of ``language`` with the ``fingerprint`` of the document it was made of."""
