"""The better match first: scores, how recent a page is, and whether it is over."""

from array import array

from tantivy import DocAddress, Occur, Query, Searcher, SearchResult

from search.engines.values import microseconds
from search.relevance import CLAUSE, OVER, moment_of, over

from .boolean_query import ALL, all_of, any_of, but_not, unscored
from .filters import Filters
from .matching import WordMatcher

# Equal scores are told apart by the page's number; this many beyond the page asked for are looked at.
TIES = 50
# So many of the best matches are first weighed by hand, which is cheaper than asking twice.
TOP = 500

Scored = list[tuple[float, DocAddress]]


class Ranking:
    """Puts pages that have the words in order, of those that another query allows; that one adds no score."""

    def __init__(self, searcher: Searcher, words: WordMatcher, filters: Filters, relaxed: bool):
        self.searcher, self.filters, self.relaxed = searcher, filters, relaxed
        self.scoring = words.some_scored if relaxed else words.every_scored
        self._allowed: Query | None = None
        self.ended = unscored(any_of(map(filters.group, over(filters.query))))

    def page(self, allowed: Query, offset: int, limit: int) -> list[DocAddress]:
        """Some of the best, equals by their number."""
        last = offset + limit
        found = self._from_top(allowed, last) or self.scored(allowed, 0, last + TIES)
        if len(found) > last:
            lowest_score = found[last - 1][0]
            found = [hit for hit in found if hit[0] >= lowest_score]
        page_ids = self.searcher.fast_field_values("page_id", [address for _, address in found])
        ranked = sorted(zip(found, page_ids, strict=True), key=lambda hit: (-hit[0][0], hit[1]))
        return [address for (_, address), _ in ranked[offset:last]]

    def scored(self, allowed: Query, offset: int, limit: int) -> Scored:
        """Some of the best with their scores; equals in any order."""
        scored = self.scoring(allowed)
        if self.relaxed:
            not_over = but_not(ALL, [self.ended])
            more = Query.const_score_query(not_over, CLAUSE / 2)
            query = Query.boolean_query([(Occur.Must, scored), (Occur.Should, more)])
            return self._search(query, offset, limit).hits
        less = Query.boost_query(all_of([scored, self.ended]), OVER)
        return self._search(any_of([but_not(scored, [self.ended]), less]), offset, limit).hits

    def count(self, allowed: Query) -> int:
        """How many pages there are, for which the best of them are found in the same go."""
        return self._top(allowed).count

    def _top(self, allowed: Query) -> SearchResult:
        """The best, as if none of them were over."""
        if allowed is not self._allowed:
            query = self.scoring(allowed)
            self._allowed, self._found = allowed, self._search(query, 0, TOP, count=True)
        return self._found

    def _from_top(self, allowed: Query, last: int) -> Scored:
        """The first page from the ``TOP`` matches; empty when a page beyond them might belong to it.

        No page beyond them scores more than the last of them does, were it not over.
        """
        if last + TIES > TOP:
            return []
        found = self._top(allowed).hits
        ends = self.searcher.fast_field_values("over_from", [address for _, address in found])
        now = microseconds(moment_of(self.filters.query))
        scores = self._adjusted([score for score, _ in found], [end < now for end in ends])
        order = sorted(range(len(found)), key=scores.__getitem__, reverse=True)
        weighed = [(scores[position], found[position][1]) for position in order]
        return weighed if self._suffice(weighed, found, last) else []

    def _suffice(self, weighed: Scored, found: Scored, last: int) -> bool:
        """Whether no page beyond ``found`` comes before the last one wanted; enough equals of it may."""
        if len(found) < TOP:
            return True
        beyond = self._adjusted([found[-1][0]], [False])[0]
        return weighed[last - 1][0] > beyond or weighed[last + TIES - 1][0] == beyond

    def _adjusted(self, scores: list[float], over: list[bool]) -> array:
        """Scores lowered for what is over, in Tantivy's own precision, so that the same scores are equal."""
        if self.relaxed:
            adjusted = (one if late else one + CLAUSE / 2 for one, late in zip(scores, over, strict=True))
        else:
            adjusted = (one * OVER if late else one for one, late in zip(scores, over, strict=True))
        return array("f", adjusted)

    def _search(self, query: Query, offset: int, limit: int, count: bool = False) -> SearchResult:
        """Recency does not count when no page has all the words."""
        weight = None if self.relaxed else "recency"
        return self.searcher.search(query, limit, count, offset=offset, weight_by_field=weight)
