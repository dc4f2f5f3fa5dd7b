"""Answers one question from an open index."""

import json
from functools import cached_property

from tantivy import DocAddress, Document, Occur, Order, Query, SearchResult

from search.engines.values import hit_of
from search.language.words import ParsedWords
from search.query import FoundIn, Hit, SearchQuery, SearchResults, Sort
from search.relevance import information

from .attachments import Attached
from .boolean_query import Demand, all_of, any_of
from .facets import Counted, count_facets
from .filters import Filters
from .highlight import Highlighter
from .matching import WordMatcher
from .order import RELEVANCE, Part, pages, parts
from .ranking import Ranking
from .spelling import suggestion
from .store import Opened


class QueryRun:
    """One question, put to the index as it is at this moment."""

    def __init__(self, opened: Opened, query: SearchQuery):
        self.query, self.schema, self.searcher = query, opened.schema, opened.index.searcher()
        self.words = WordMatcher(opened.schema, opened.analysis, query.parsed_words)
        self.filters = Filters(opened.schema, query)
        self.analysis = opened.analysis

    def results(self) -> SearchResults:
        # The first page can be found before it is known how many there are.
        first = self._hits(0) if self.query.page <= 1 else None
        pages = max(1, -(-self.total // self.query.per))
        page = min(max(1, self.query.page), pages)
        return SearchResults(
            total=self.total,
            page=page,
            pages=pages,
            hits=self._hits((page - 1) * self.query.per) if first is None else first,
            facets=self.counted.facets if self.query.facets else {},
            did_you_mean=self._suggestion(),
            relaxed=self.relaxed,
        )

    @cached_property
    def every_word(self) -> int:
        if self.in_order and not self.query.any_word:
            return self.every_ranked.count(self.filtered)
        return self._count(self._filtered(self.words.every()))

    @cached_property
    def relaxed(self) -> bool:
        """Whether pages with some of the words are the answer: asked for, or because none has them all."""
        if len(self.words.matched) < 2:
            return False
        if self.query.any_word is not None:
            return self.query.any_word
        if self.every_word:
            return False
        return bool(self.some_words)

    @cached_property
    def some_words(self) -> int:
        if self.in_order:
            return self.some_ranked.count(self.filtered_some)
        return self._count(self.filtered_some)

    @cached_property
    def some(self) -> list[Demand]:
        """Pages with enough of the words; where there is none, with any."""
        counts = [self._count(query) for query in self.words.holding()]
        most = self.words.most(information(counts, self.searcher.num_docs)) if any(counts) else []
        return most if most and self._count(self._filtered(most)) else self.words.some()

    @cached_property
    def filtered_some(self) -> Query:
        return self._filtered(self.some)

    @cached_property
    def text(self) -> list[Demand]:
        """The words; pinned pages do without."""
        text = self.some if self.relaxed else self.words.every()
        pinned = self.query.pinned
        return [(Occur.Must, any_of([all_of([], text), pages(self.schema, pinned)]))] if pinned else text

    @cached_property
    def matching(self) -> Query:
        return self._filtered(self.text)

    @cached_property
    def by_relevance(self) -> bool:
        return self.query.sort is Sort.RELEVANCE and self.words.scores

    @cached_property
    def in_order(self) -> bool:
        """Whether one search both counts what matches and finds the best of it."""
        return self.by_relevance and not self.query.tiers

    @cached_property
    def counted_in_order(self) -> bool:
        """Whether that search counts all of the answer: it does not know of pinned pages."""
        return self.in_order and not self.query.pinned

    @cached_property
    def filtered(self) -> Query:
        """What the filters and the excluded words allow."""
        return self._filtered(self.words.excluded)

    def _filtered(self, text: list[Demand]) -> Query:
        return all_of([], [*text, *self.filters.but()])

    @cached_property
    def counted(self) -> Counted:
        total = not self.counted_in_order
        return count_facets(self.searcher, self.query, self.text, self.filters, total)

    @cached_property
    def total(self) -> int:
        if self.query.facets and not self.counted_in_order:
            return self.counted.total
        if self.query.pinned:
            return self._count(self.matching)
        return self.some_words if self.relaxed else self.every_word

    def _count(self, query: Query) -> int:
        return self.searcher.search(query, limit=1).count

    def _suggestion(self) -> str:
        if not self.words.scores:
            return ""
        # Whether there is anything to put right is known in no time.
        found = suggestion(self.searcher, self.schema, self.query.parsed_words, self.analysis, self._finds)
        return found if found and not self.every_word else ""

    def _finds(self, questions: list[ParsedWords]) -> list[bool]:
        matchers = (WordMatcher(self.schema, self.analysis, words) for words in questions)
        return [bool(self._count(self._filtered(matcher.every()))) for matcher in matchers]

    # Hits ----------------------------------------------------------------------------------------------
    def _hits(self, offset: int) -> tuple[Hit, ...]:
        documents = [self.searcher.doc(address) for address in self._addresses(offset)]
        cards = [json.loads(bytes(document.get_first("card"))) for document in documents]
        extracts = self._extracts(documents, cards) if self.query.extracts else [(None, "")] * len(cards)
        lacking = self._lacking([card["page_id"] for card in cards]) if self.relaxed else {}
        return tuple(
            hit_of(
                card,
                extract,
                found_in,
                pinned=card["page_id"] in self.query.pinned,
                lacking=lacking.get(card["page_id"], ()),
            )
            for card, (found_in, extract) in zip(cards, extracts, strict=True)
        )

    def _lacking(self, page_ids: list[int]) -> dict[int, tuple[str, ...]]:
        """The words that each of these pages does not have."""
        lacking: dict[int, tuple[str, ...]] = {}
        among = pages(self.schema, page_ids)
        for clause, query in zip(self.words.asked, self.words.holding(), strict=True):
            found = self.searcher.search(all_of([query, among]), len(page_ids) or 1, False).hits
            holding = self.searcher.fast_field_values("page_id", [address for _, address in found])
            for page in {*page_ids} - {*holding}:
                lacking[page] = (*lacking.get(page, ()), clause.words)
        return lacking

    def _extracts(self, documents: list[Document], cards: list[dict]) -> list[tuple[FoundIn | None, str]]:
        """For each page the passage to show, and the document that it is from, if it is from one."""
        highlighter = Highlighter(self.searcher, self.schema, self.words)
        attached = Attached(self.searcher, self.schema, self.words, cards)
        return [
            attached.best_passage(document, card) or (None, highlighter.extract(document))
            for document, card in zip(documents, cards, strict=True)
        ]

    def _addresses(self, offset: int) -> list[DocAddress]:
        found: list[DocAddress] = []
        wanted = self.query.per
        if self.query.tiers:  # many parts, most of them empty
            wanted = min(wanted, self.total - offset)
        for query, order in self.parts():
            missing = wanted - len(found)
            if missing <= 0:
                break
            ahead, addresses = self._part(query, order, offset, missing)
            found += addresses
            offset = max(0, offset - ahead)
        return found

    def _part(self, query: Query, order: str, offset: int, limit: int) -> tuple[int, list[DocAddress]]:
        """How many documents a part has, and some of them."""
        if order == RELEVANCE:
            ahead = self.ranking.count(query)
            return ahead, self.ranking.page(query, offset, limit) if offset < ahead else []
        result = self._sorted(query, order, offset, limit, counting=True)
        return result.count, [address for _, address in result.hits]

    def parts(self) -> list[Part]:
        """The matching documents in the order asked for. By relevance the words are left to the ranking."""
        allowed = self.matching
        if self.by_relevance:
            allowed = self.filtered_some if self.relaxed else self.filtered
        return parts(allowed, self.filters, self.by_relevance)

    def ordered(self, query: Query, order: str, offset: int, limit: int) -> list[DocAddress]:
        """Some of the documents of ``query``, by one of the fields that hold an order."""
        return [address for _, address in self._sorted(query, order, offset, limit).hits]

    def _sorted(self, query: Query, order: str, offset: int, limit: int, counting=False) -> SearchResult:
        return self.searcher.search(
            query, limit, counting, order_by_field=order, offset=offset, order=Order.Asc
        )

    @property
    def ranking(self) -> Ranking:
        return self.some_ranked if self.relaxed else self.every_ranked

    @cached_property
    def every_ranked(self) -> Ranking:
        return Ranking(self.searcher, self.words, self.filters, relaxed=False)

    @cached_property
    def some_ranked(self) -> Ranking:
        return Ranking(self.searcher, self.words, self.filters, relaxed=True)
