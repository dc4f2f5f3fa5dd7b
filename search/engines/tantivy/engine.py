"""The engine: an index folder for each language under one root."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tantivy import IndexWriter, Query, Schema

from cms.searchable import SearchDocument
from search.engines.base import Deadline
from search.query import SearchQuery, SearchResults, Suggestion

from .file_errors import translate_errors
from .query_run import QueryRun
from .scan import all_fingerprints, scan
from .schema import to_tantivy
from .store import Store
from .suggesting import suggest


class TantivyChanges:
    """Puts documents into an open writer."""

    def __init__(self, writer: IndexWriter, schema: Schema):
        self.writer, self.schema = writer, schema

    def put(self, documents: Iterable[SearchDocument]) -> None:
        for source in documents:
            self.remove([source.page_id])
            document = to_tantivy(source)
            with translate_errors():
                self.writer.add_document(document)

    def remove(self, page_ids: Iterable[int]) -> None:
        for page_id in page_ids:
            query = Query.term_query(self.schema, "page_id", page_id)
            with translate_errors():
                self.writer.delete_documents_by_query(query)


class TantivyEngine:
    """See ``search.engines.base.Engine``."""

    def __init__(self, root: Path):
        self.root = Path(root)
        self._stores: dict[str, Store] = {}

    def search(self, query: SearchQuery) -> SearchResults:
        opened = self._store(query.language).reader()
        with translate_errors():
            return QueryRun(opened, query).results()

    def ids(self, query: SearchQuery) -> Iterator[int]:
        opened = self._store(query.language).reader()
        with translate_errors():
            run = QueryRun(opened, query)
            return scan(run) if run.total else iter(())

    def suggest(self, language: str, typed: str, limit: int) -> tuple[Suggestion, ...]:
        opened = self._store(language).reader()
        with translate_errors():
            return suggest(opened.index.searcher(), opened.schema, typed, limit)

    @contextmanager
    def changes(self, language: str, deadline: Deadline | None = None) -> Iterator[TantivyChanges]:
        with self._store(language).writer(deadline) as (writer, schema):
            yield TantivyChanges(writer, schema)

    @contextmanager
    def rebuild(self, language: str) -> Iterator[TantivyChanges]:
        with self._store(language).replacement() as (writer, schema):
            yield TantivyChanges(writer, schema)

    def rebuilding(self, language: str, deadline: Deadline | None = None) -> bool:
        return self._store(language).being_replaced()

    def has_missed(self, language: str) -> bool:
        return self._store(language).has_missed

    @contextmanager
    def catching_up(self, language: str) -> Iterator[bool]:
        store = self._store(language)
        missed = store.take_missed()
        try:
            yield missed
        except BaseException:
            if missed:
                store.miss()
            raise

    def check(self, language: str) -> None:
        self.search(SearchQuery(language, per=1))

    def count(self, language: str) -> int:
        opened = self._store(language).reader()
        with translate_errors():
            return opened.index.searcher().num_docs

    def fingerprints(self, language: str) -> Iterator[tuple[int, int]]:
        opened = self._store(language).reader()
        with translate_errors():
            yield from all_fingerprints(opened.index.searcher())

    def _store(self, language: str) -> Store:
        if language not in self._stores:
            self._stores.setdefault(language, Store(self.root, language))
        return self._stores[language]
