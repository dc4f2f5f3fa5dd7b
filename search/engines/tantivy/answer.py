"""Answers one question from an open index."""

import json
from functools import cached_property

from tantivy import DocAddress, Document, Order, Query

from search.engines.values import hit_of
from search.query import Hit, SearchQuery, SearchResults

from .attached import Attached
from .facets import count_facets
from .highlight import Highlighter
from .matching import Filters, WordMatcher, all_of, any_of
from .order import RELEVANCE, Part, pages, parts
from .spelling import suggestion
from .store import Opened

# Equal scores are told apart by the page's number; this many beyond the page asked for are looked at.
TIES = 100


class Answer:
    """One question, put to the index as it is at this moment."""

    def __init__(self, opened: Opened, query: SearchQuery):
        self.query, self.schema, self.searcher = query, opened.schema, opened.index.searcher()
        self.words = WordMatcher(opened.schema, opened.analysis, query.asked)
        self.filters = Filters(opened.schema, query)
        self.pinned = pages(self.schema, query.pinned)
        self.analysis = opened.analysis

    def results(self) -> SearchResults:
        pages = max(1, -(-self.total // self.query.per))
        page = min(max(1, self.query.page), pages)
        return SearchResults(
            total=self.total,
            page=page,
            pages=pages,
            hits=self._hits((page - 1) * self.query.per) if self.total else (),
            facets=count_facets(self.searcher, self.query, self.text, self.filters),
            did_you_mean=self._suggestion(),
            relaxed=self.relaxed,
        )

    @cached_property
    def every_word(self) -> int:
        return self._count(all_of([self.words.every(), *self.filters.but()]))

    @cached_property
    def relaxed(self) -> bool:
        """Whether pages with some of the words are the answer: asked for, or because none has them all."""
        if len(self.words.wanted) < 2:
            return False
        if self.query.any_word is not None:
            return self.query.any_word
        if self.every_word:
            return False
        return bool(self._count(all_of([self.words.some(), *self.filters.but()])))

    @cached_property
    def text(self) -> Query:
        text = self.words.some() if self.relaxed else self.words.every()
        return any_of([text, self.pinned]) if self.query.pinned else text

    @cached_property
    def matching(self) -> Query:
        return all_of([self.text, *self.filters.but()])

    @cached_property
    def total(self) -> int:
        return self._count(self.matching) if self.relaxed or self.query.pinned else self.every_word

    def _count(self, query: Query) -> int:
        return self.searcher.search(query, limit=1).count

    def _suggestion(self) -> str:
        if self.every_word or not self.words.wanted:
            return ""
        return suggestion(self.searcher, self.schema, self.query.asked, self.analysis)

    # Hits ----------------------------------------------------------------------------------------------
    def _hits(self, offset: int) -> tuple[Hit, ...]:
        highlighter = Highlighter(self.searcher, self.schema, self.words)
        documents = [self.searcher.doc(address) for address in self._addresses(offset)]
        cards = [json.loads(bytes(document.get_first("card"))) for document in documents]
        attached = Attached(self.searcher, self.schema, self.words, cards)
        return tuple(
            self._hit(document, card, highlighter, attached)
            for document, card in zip(documents, cards, strict=True)
        )

    def _hit(self, document: Document, card: dict, highlighter: Highlighter, attached: Attached) -> Hit:
        found_in, extract = attached.best(document, card) or (None, highlighter.extract(document))
        return hit_of(card, extract, found_in, pinned=card["page_id"] in self.query.pinned)

    def _addresses(self, offset: int) -> list[DocAddress]:
        found: list[DocAddress] = []
        for query, order in (parts := self.parts()):
            missing = self.query.per - len(found)
            if not missing:
                break
            ahead = self._count(query) if len(parts) > 1 else self.total
            if offset < ahead:
                found += self.ordered(query, order, offset, missing)
            offset = max(0, offset - ahead)
        return found

    def parts(self) -> list[Part]:
        """The matching documents in the order asked for."""
        return parts(self.matching, self.filters, self.words.scores, self.relaxed)

    def ordered(self, query: Query, order: str, offset: int, limit: int) -> list[DocAddress]:
        """Some of the documents of ``query``, by one of the fields that hold an order, or by relevance."""
        if order == RELEVANCE:
            return self._by_relevance(query, offset, limit)
        found = self.searcher.search(
            query, limit, False, order_by_field=order, offset=offset, order=Order.Asc
        )
        return [address for _, address in found.hits]

    def _by_relevance(self, query: Query, offset: int, limit: int) -> list[DocAddress]:
        last = offset + limit
        found = self.scored(query, 0, last + TIES)
        numbers = self.searcher.fast_field_values("page_id", [address for _, address in found])
        ranked = sorted(zip(found, numbers, strict=True), key=lambda hit: (-hit[0][0], hit[1]))
        return [address for (_, address), _ in ranked[offset:last]]

    def scored(self, query: Query, offset: int, limit: int) -> list[tuple[float, DocAddress]]:
        """The best of a part by relevance, with their scores."""
        weighed = {} if self.relaxed else {"weight_by_field": "recency"}
        return self.searcher.search(query, limit, False, offset=offset, **weighed).hits
