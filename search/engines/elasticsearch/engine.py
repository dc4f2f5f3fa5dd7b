"""The engine: an index for each language on a cluster that all machines of the site share."""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from search.engines.base import Deadline, IndexDamaged
from search.query import SearchQuery, SearchResults, Suggestion

from .changes import ElasticsearchChanges, ElasticsearchFilling
from .connection import ASK_WAIT, WRITE_WAIT, Connection
from .editions import Editions
from .fetch import Fetcher
from .indexes import Indexes
from .lease import Lease
from .matching import PAGES
from .query_run import QueryRun
from .scan import all_fingerprints, scan
from .suggesting import suggest

CHECK_INTERVAL_SECONDS = 60.0  # seconds for which an index need not be asked again by which rules it was made


class ElasticsearchEngine:
    """See ``search.engines.base.Engine``. ``prefix`` keeps several sites on one cluster apart."""

    def __init__(self, url: str, ca: str = "", prefix: str = "portal"):
        self.connection = Connection(url, ca)
        self.connection.check_address()
        self.indexes = Indexes(self.connection, prefix)
        self.editions = Editions(self.indexes)
        self._checked: dict[str, float] = {}

    def search(self, query: SearchQuery) -> SearchResults:
        return self._of_one_index(
            query.language, lambda: QueryRun(self._asking(query.language), query).results()
        )

    def ids(self, query: SearchQuery) -> Iterator[int]:
        return self._of_one_index(query.language, lambda: scan(self._asking(query.language), query))

    def suggest(self, language: str, typed: str, limit: int) -> tuple[Suggestion, ...]:
        return self._of_one_index(language, lambda: suggest(self._asking(language), typed, limit))

    @contextmanager
    def changes(self, language: str, deadline: Deadline | None = None) -> Iterator[ElasticsearchChanges]:
        hurried, deadline = deadline is not None, deadline or Deadline(WRITE_WAIT)
        index = self.indexes.in_use(language, deadline.seconds())
        changes = ElasticsearchChanges(self.connection, index, deadline, hurried)
        yield changes
        changes.write()

    @contextmanager
    def rebuild(self, language: str) -> Iterator[ElasticsearchFilling]:
        lease = self._lease(language)
        lease.take()
        try:
            fresh = self.indexes.create(language, compared=self.editions.places(language))
            try:
                yield ElasticsearchFilling(self.connection, fresh, lease)
                lease.renew(now=True)
                self.indexes.install(language, fresh)
                self.editions.sweep(language)
            except BaseException:
                self.indexes.remove(fresh)
                raise
        finally:
            lease.give_back()

    def rebuilding(self, language: str, deadline: Deadline | None = None) -> bool:
        wait = deadline.seconds() if deadline else ASK_WAIT
        return self._lease(language).held(wait)

    def has_missed(self, language: str) -> bool:
        return self.editions.has_missed(language)

    def catching_up(self, language: str) -> AbstractContextManager[bool]:
        return self.editions.catching_up(language)

    def check(self, language: str) -> None:
        self.connection.check_version()
        self.indexes.in_use(language, ASK_WAIT)
        self._asking(language).search(PAGES, size=0)

    def count(self, language: str) -> int:
        return self._of_one_index(language, lambda: self._asking(language).search(PAGES, size=0).total)

    def fingerprints(self, language: str) -> Iterator[tuple[int, int]]:
        return self._of_one_index(language, lambda: all_fingerprints(self._asking(language)))

    def _lease(self, language: str) -> Lease:
        return Lease(self.connection, self.indexes.prefix, language, self.indexes.edition(language))

    def _asking(self, language: str) -> Fetcher:
        return Fetcher(self.connection, self.indexes.alias(language))

    def _of_one_index(self, language, ask):
        """``ask`` once more, should another machine have put a new index in place meanwhile."""
        if time.monotonic() - self._checked.get(language, -CHECK_INTERVAL_SECONDS) > CHECK_INTERVAL_SECONDS:
            self.indexes.in_use(language, ASK_WAIT)
            self._checked[language] = time.monotonic()
        try:
            return ask()
        except IndexDamaged:
            self._checked.pop(language, None)
            self.indexes.in_use(language, ASK_WAIT)
            return ask()
