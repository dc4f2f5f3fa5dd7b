"""Which of a page's documents has the words that the page's own text lacks."""

from collections.abc import Callable, Iterable

from elasticsearch.dsl import query as dsl
from elasticsearch.dsl.query import Bool

from search.query import FoundIn

from . import highlight
from .fetch import Fetcher
from .matching import WordMatcher
from .schema import MAX_ATTACHMENTS


class Attached:
    """Looks into the documents of some hits. Costs nothing where none has a document."""

    def __init__(self, fetcher: Fetcher, language: str, words: WordMatcher, hits: Iterable[dict]):
        self.fetcher, self.language, self.words = fetcher, language, words
        cards = (hit["_source"]["card"] for hit in hits)
        self.documents = {card["page_id"]: card["attached"] for card in cards if card["attached"]}
        self._best_passages: dict[int, tuple[FoundIn, str]] = {}
        if self.documents and words.significant:
            for missing, pages in self._missing().items():
                self._look(missing, pages)

    def best_passage(self, page_id: int) -> tuple[FoundIn, str] | None:
        """The document with most of the missing words in one passage, and that passage as safe HTML."""
        return self._best_passages.get(page_id)

    def _missing(self) -> dict[tuple[int, ...], list[int]]:
        """Pages by the places of the clauses that their own text does not hold."""
        query = Bool(filter=[dsl.Terms("page_id", list(self.documents))], should=self.words.own())
        found = self.fetcher.search(
            query, size=len(self.documents), _source=False, docvalue_fields=["page_id"]
        )
        missing: dict[tuple[int, ...], list[int]] = {}
        for hit in found.hits:
            held = set(hit.get("matched_queries", ()))
            positions = tuple(
                position for position in range(len(self.words.significant)) if str(position) not in held
            )
            if positions:
                missing.setdefault(positions, []).append(hit["fields"]["page_id"][0])
        return missing

    def _look(self, missing: tuple[int, ...], pages: list[int]) -> None:
        clauses = [self.words.significant[position] for position in missing]
        query = self.words.highlighted("attachments", clauses)
        passage = highlight.passage(query, self.language)
        found = self.fetcher.search(
            dsl.Terms("page_id", pages),
            size=len(pages),
            _source=False,
            docvalue_fields=["page_id"],
            highlight={
                "fields": {f"attached.{position}": passage for position in range(self._max_documents(pages))}
            },
        )
        for hit in found.hits:
            self._choose(hit["fields"]["page_id"][0], hit.get("highlight", {}), self.words.shown(clauses))

    def _max_documents(self, pages: list[int]) -> int:
        return min(MAX_ATTACHMENTS, max(len(self.documents[page]) for page in pages))

    def _choose(self, page: int, passages: dict[str, list[str]], shown: Callable[[str], bool]) -> None:
        max_words = 0
        for position, about in enumerate(self.documents[page]):
            passage = passages.get(f"attached.{position}", [""])[0]
            words = self._distinct(passage)
            if words > max_words:
                self._best_passages[page], max_words = (
                    (FoundIn(**about), highlight.marked(passage, shown)),
                    words,
                )

    def _distinct(self, passage: str) -> int:
        """How many different words of the question a passage has; forms of one word count once."""
        stems = self.words.analysis.stems
        return len({term for word in highlight.marked_words(passage) for term in stems.analyze(word)})
