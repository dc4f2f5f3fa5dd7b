"""Which of a page's documents has the words that the page's own text lacks."""

from functools import cache

from tantivy import Document, Query, Schema, Searcher, SnippetGenerator

from search.engines.base import EXTRACT_LENGTH
from search.language.words import Clause
from search.query import FoundIn

from .boolean_query import all_of
from .highlight import marked
from .matching import WordMatcher

FIELD = "attachments"


class Attached:
    """Looks into the documents of some hits, given as cards. Costs nothing where none has a document."""

    def __init__(self, searcher: Searcher, schema: Schema, words: WordMatcher, cards: list[dict]):
        self.searcher, self.schema, self.words = searcher, schema, words
        pages = [card["page_id"] for card in cards if card["attached"]]
        self.missing = self._missing(pages) if pages and words.scores else {}
        self._generator = cache(self._make_generator)

    def best_passage(self, document: Document, card: dict) -> tuple[FoundIn, str] | None:
        """The document with most of the missing words in one passage, and that passage as safe HTML."""
        missing = self.missing.get(card["page_id"], ())
        if not missing:
            return None
        generator, best_passage, max_words = self._generator(missing), None, 0
        for attached, text in zip(card["attached"], document.get_all(FIELD), strict=True):
            snippet = generator.snippet_from_doc(_alone(text))
            words = self._distinct(text, snippet)
            if words > max_words:
                best_passage, max_words = (
                    (FoundIn(**attached), marked(text, snippet, self.words.shown(missing))),
                    words,
                )
        return best_passage

    def _missing(self, pages: list[int]) -> dict[int, tuple[Clause, ...]]:
        """The clauses that each page's own text does not hold."""
        among = Query.term_set_query(self.schema, "page_id", pages)
        missing: dict[int, tuple[Clause, ...]] = dict.fromkeys(pages, ())
        for clause in self.words.words.required:
            own = self.words.own(clause)
            if own is None:
                continue
            found = self.searcher.search(all_of([own, among]), limit=len(pages)).hits
            holding = set(self.searcher.fast_field_values("page_id", [address for _, address in found]))
            for page in set(pages) - holding:
                missing[page] += (clause,)
        return missing

    def _make_generator(self, clauses: tuple[Clause, ...]) -> SnippetGenerator:
        query = self.words.highlighted(FIELD, clauses)
        generator = SnippetGenerator.create(self.searcher, query, self.schema, FIELD)
        generator.set_max_num_chars(EXTRACT_LENGTH)
        return generator

    def _distinct(self, text: str, snippet) -> int:
        """How many different words of the question the passage has; forms of one word count once."""
        raw, first = text.encode(), snippet.fragment_range().start
        marked_words = (raw[first + mark.start : first + mark.end].decode() for mark in snippet.highlighted())
        return len({term for word in marked_words for term in self.words.analysis.stems.analyze(word)})


def _alone(text: str) -> Document:
    """A document that holds one text only: Tantivy would run all values of a field together."""
    document = Document()
    document.add_text(FIELD, text)
    return document
