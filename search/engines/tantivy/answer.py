"""Answers one question from an open index."""

import json
from functools import cached_property

from tantivy import DocAddress, Document, Order, Query

from search.engines.values import hit_of
from search.query import Hit, SearchQuery, SearchResults, Sort

from .attached import Attached
from .facets import count_facets
from .highlight import Highlighter
from .matching import Filters, WordMatcher, all_of, any_of, but_not
from .order import RELEVANCE, Part, pages, parts
from .ranking import Ranking
from .spelling import suggestion
from .store import Opened


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
        if self.by_relevance and not self.query.tiers:
            return self.every_ranked.count(self.filtered)
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
        return bool(self.some_words)

    @cached_property
    def some_words(self) -> int:
        return self._count(all_of([self.words.some(), *self.filters.but()]))

    @cached_property
    def text(self) -> Query:
        text = self.words.some() if self.relaxed else self.words.every()
        return any_of([text, self.pinned]) if self.query.pinned else text

    @cached_property
    def matching(self) -> Query:
        return all_of([self.text, *self.filters.but()])

    @cached_property
    def by_relevance(self) -> bool:
        return self.query.sort is Sort.RELEVANCE and self.words.scores

    @cached_property
    def filtered(self) -> Query:
        """What the filters and the excluded words allow."""
        return but_not(all_of(self.filters.but()), self.words.unwanted)

    @cached_property
    def total(self) -> int:
        if self.query.pinned:
            return self._count(self.matching)
        return self.some_words if self.relaxed else self.every_word

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
            ahead = self._count(all_of([self.text, query])) if len(parts) > 1 else self.total
            if offset < ahead:
                found += self.ordered(query, order, offset, missing)
            offset = max(0, offset - ahead)
        return found

    def parts(self) -> list[Part]:
        """The matching documents in the order asked for. By relevance the words are left to the ranking."""
        allowed = self.filtered if self.by_relevance else self.matching
        return parts(allowed, self.filters, self.by_relevance)

    def ordered(self, query: Query, order: str, offset: int, limit: int) -> list[DocAddress]:
        """Some of the documents of ``query``, by one of the fields that hold an order, or by relevance."""
        if order == RELEVANCE:
            return self.ranking.page(query, offset, limit)
        found = self.searcher.search(
            query, limit, False, order_by_field=order, offset=offset, order=Order.Asc
        )
        return [address for _, address in found.hits]

    @property
    def ranking(self) -> Ranking:
        return self.some_ranked if self.relaxed else self.every_ranked

    @cached_property
    def every_ranked(self) -> Ranking:
        return Ranking(self.searcher, self.words, self.filters, relaxed=False)

    @cached_property
    def some_ranked(self) -> Ranking:
        return Ranking(self.searcher, self.words, self.filters, relaxed=True)
