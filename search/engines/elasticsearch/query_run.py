"""Answers one question from the index of its language."""

from collections.abc import Iterable
from functools import cached_property

from elasticsearch.dsl import aggs
from elasticsearch.dsl.query import Bool, MatchAll, Query

from search.engines.values import hit_of
from search.language.analysis import analysis_of
from search.query import Hit, SearchQuery, SearchResults
from search.relevance import information

from . import facets, highlight
from .attachments import Attached
from .fetch import Fetcher, Found
from .matching import Filters, WordMatcher, any_of
from .order import Part, pages, parts
from .schema import MAX_RESULT_WINDOW
from .spelling import suggestion


class QueryRun:
    """One question. Nothing is asked of the cluster before an attribute needs it."""

    def __init__(self, fetcher: Fetcher, query: SearchQuery):
        self.query, self.fetcher = query, fetcher
        self.words = WordMatcher(analysis_of(query.language), query.parsed_words)
        self.filters = Filters(query)

    def results(self) -> SearchResults:
        return SearchResults(
            total=self.found.total,
            page=self.page,
            pages=self.pages,
            hits=self._hits(),
            facets=facets.read(self.query, self.found.counts),
            did_you_mean=self._suggestion(),
            relaxed=self.relaxed,
        )

    # What matches --------------------------------------------------------------------------------------
    @cached_property
    def every_word(self) -> Found:
        return self._first(self.words.every(), relaxed=False)

    @cached_property
    def some_words(self) -> Found:
        if self.most is not None and (found := self._first(self.most, relaxed=True)).total:
            return found
        self.most = None
        return self._first(self.words.some(), relaxed=True)

    @cached_property
    def most(self) -> Query | None:
        """Pages with enough of the words; None where there is none."""
        counting = {str(i): aggs.Filter(query) for i, query in enumerate(self.words.holding())}
        counted = self.fetcher.search(MatchAll(), counting=counting, size=0)
        counts = [counted.counts[name]["doc_count"] for name in counting]
        return self.words.most(information(counts, counted.total)) if any(counts) else None

    @property
    def some(self) -> Query:
        """Pages with enough of the words; where there is none, with any."""
        return self.words.some() if not self.some_words.total or self.most is None else self.most

    @cached_property
    def relaxed(self) -> bool:
        """Whether pages with some of the words are the answer: asked for, or because none has them all."""
        if len(self.words.required) < 2:
            return False
        if self.query.any_word is not None:
            return self.query.any_word
        return not self.every_word.total and bool(self.some_words.total)

    @cached_property
    def found(self) -> Found:
        if self.query.pinned:
            return self._first(self.text, self.relaxed)
        return self.some_words if self.relaxed else self.every_word

    @property
    def text(self) -> Query:
        text = self.some if self.relaxed else self.words.every()
        return any_of([text, pages(self.query.pinned)]) if self.query.pinned else text

    @property
    def matching(self) -> Query:
        return Bool(must=[self.text], filter=[*self.filters.ranges, *self.filters.but()])

    def _first(self, text: Query, relaxed: bool) -> Found:
        """The total, the counts and, where the hits come in one go, those of the page asked for."""
        query = Bool(must=[text], filter=self.filters.ranges)
        counting = facets.aggregations(self.query, self.filters)
        [(ordered, order), *further] = parts(query, self.filters, self.words.scores, relaxed)
        if further:
            return self.fetcher.search(query, chosen=self.filters.but(), counting=counting, size=0)
        page = self._page_of_hits(order, self._offset(self.query.page), self.query.per)
        return self.fetcher.search(ordered, chosen=self.filters.but(), counting=counting, **page)

    # Hits ----------------------------------------------------------------------------------------------
    @cached_property
    def pages(self) -> int:
        return min(max(1, -(-self.found.total // self.query.per)), MAX_RESULT_WINDOW // self.query.per)

    @cached_property
    def page(self) -> int:
        return min(max(1, self.query.page), self.pages)

    def parts(self) -> list[Part]:
        """The matching pages in the order asked for."""
        return parts(self.matching, self.filters, self.words.scores, self.relaxed)

    def _hits(self) -> tuple[Hit, ...]:
        in_one_go = len(self.parts()) == 1 and self._offset(self.query.page) == self._offset(self.page)
        hits = self.found.hits if in_one_go else self._gathered(self._offset(self.page))
        looked_into = hits if self.query.extracts else ()
        attached = Attached(self.fetcher, self.query.language, self.words, looked_into)
        lacking = self._lacking([hit["_source"]["card"]["page_id"] for hit in hits]) if self.relaxed else {}
        return tuple(self._hit(hit, attached, lacking) for hit in hits)

    def _lacking(self, page_ids: list[int]) -> dict[int, tuple[str, ...]]:
        """The words that each of these pages does not have."""
        named = [Bool(filter=[one], _name=str(i)) for i, one in enumerate(self.words.holding())]
        query = Bool(filter=[pages(page_ids)], should=named)
        found = self.fetcher.search(query, size=len(page_ids), _source=False, docvalue_fields=["page_id"])
        return {
            hit["fields"]["page_id"][0]: tuple(
                clause.words
                for i, clause in enumerate(self.words.significant)
                if str(i) not in hit.get("matched_queries", ())
            )
            for hit in found.hits
        }

    def _gathered(self, offset: int) -> list[dict]:
        hits: list[dict] = []
        for query, order in self.parts() if self.found.total else ():
            missing = self.query.per - len(hits)
            if not missing:
                break
            found = self.fetcher.search(query, **self._page_of_hits(order, offset, missing))
            hits += found.hits
            offset = max(0, offset - found.total)
        return hits

    def _page_of_hits(self, order: Iterable, offset: int, limit: int) -> dict:
        """What a request says to have hits with all that is shown of them."""
        fields = highlight.highlighted_fields(self.words, self.query.language) if self.query.extracts else {}
        return {
            "sort": order,
            "from": offset,
            "size": limit,
            "_source": ["card"],
            "highlight": {"fields": fields},
        }

    def _offset(self, page: int) -> int:
        return min(max(1, page) - 1, MAX_RESULT_WINDOW // self.query.per - 1) * self.query.per

    def _hit(self, hit: dict, attached: Attached, lacking: dict[int, tuple[str, ...]]) -> Hit:
        card = hit["_source"]["card"]
        own = highlight.extract(hit.get("highlight", {}), self.words.shown())
        found_in, extract = attached.best_passage(card["page_id"]) or (None, own)
        page = card["page_id"]
        return hit_of(
            card, extract, found_in, pinned=page in self.query.pinned, lacking=lacking.get(page, ())
        )

    def _suggestion(self) -> str:
        if self.every_word.total or not self.words.required:
            return ""
        return suggestion(self.fetcher, self.words, [*self.filters.ranges, *self.filters.but()])
