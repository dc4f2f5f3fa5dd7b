"""Builds Elasticsearch's queries from parsed words and from filters; its query language is never used."""

from collections.abc import Iterable
from datetime import datetime

from elasticsearch.dsl.query import Bool, DisMax, Exists, Match, MatchAll, MatchNone, MatchPhrase, Query, Term, Terms
from elasticsearch.dsl.query import Range as RangeQuery

from search.engines.base import MOMENTS, NUMBERS
from search.engines.tantivy.analysis import Analysis
from search.engines.tantivy.matching import OTHER_FIELDS, PLAIN_WEIGHT
from search.engines.tantivy.schema import SEARCHED, cents, microseconds
from search.query import Case, Flag, Range, SearchQuery
from search.text import clean
from search.words import Clause, Words

from .text import parted

PAGES = Exists(field="page_id")  # everything but the index's own document


def all_of(queries: Iterable[Query]) -> Query:
    """What matches every query; everything when there is none."""
    queries = list(queries)
    return Bool(must=queries) if queries else MatchAll()


def any_of(queries: Iterable[Query]) -> Query:
    """What matches at least one query; nothing when there is none."""
    queries = list(queries)
    return Bool(should=queries, minimum_should_match=1) if queries else MatchNone()


class WordMatcher:
    """The queries for one question's words. ``analysis`` tells which words say nothing in the language."""

    def __init__(self, analysis: Analysis, words: Words):
        self.words = words
        self.telling = [clause for clause in words.wanted if analysis.stems.analyze(clause.words)]
        self.wanted = [_in_all_fields(clause) for clause in self.telling]
        if not self.wanted:  # only stop words: then they are what is looked for, in the titles
            self.wanted = [_phrase("title.plain", clause) for clause in words.wanted]
        refused = [clause for clause in words.unwanted if analysis.stems.analyze(clause.words)]
        self.unwanted = [_in_all_fields(clause, scored=False) for clause in refused]

    @property
    def scores(self) -> bool:
        """Whether one match is better than another."""
        return bool(self.wanted)

    def every(self) -> Query:
        """Pages with all the words. Only exclusions: every page without them. Only signs: no page."""
        if self.words.given and not self.words.clauses:
            return MatchNone()
        return self._without(all_of(self.wanted))

    def some(self) -> Query:
        """Pages with at least one of the words."""
        return self._without(any_of(self.wanted))

    def highlighted(self, field: str) -> Query:
        """The words to mark in one field, each by itself."""
        return any_of(Match(field, query=parted(clean(clause.words))) for clause in self.telling)

    def _without(self, query: Query) -> Query:
        return Bool(must=[query], must_not=self.unwanted) if self.unwanted else query


def _in_all_fields(clause: Clause, scored: bool = True) -> Query:
    """A clause in whichever field; the field where it weighs most counts most."""
    found = [_phrase(field, clause, weight) for field, weight in SEARCHED.items()]
    if scored:
        found.append(_phrase("title.plain", clause, PLAIN_WEIGHT))
    return DisMax(queries=found, tie_breaker=OTHER_FIELDS)


def _phrase(field: str, clause: Clause, weight: float = 1.0) -> Query:
    """The clause's words in one field, side by side: a word such as "2021-2027" is a phrase too."""
    return MatchPhrase(field, query=parted(clause.words), boost=weight)


class Filters:
    """The queries for everything in a question but its words."""

    def __init__(self, query: SearchQuery):
        self.query = query
        self.ranges = [self._condition(item) for item in query.ranges]
        self.chosen = {name: self._choice(name, values) for name, values in query.filters.items() if values}

    def but(self, name: str | None = None) -> list[Query]:
        """The chosen values, except those of the facet ``name``. Ranges are no facets and hold always."""
        return [query for chosen, query in self.chosen.items() if chosen != name]

    def case(self, case: Case) -> Query:
        return any_of(Bool(filter=[self._condition(item) for item in group]) for group in case.any_of)

    def _choice(self, name: str, values: Iterable[str]) -> Query:
        if name in self.query.cases:
            return any_of(self.case(case) for case in self.query.cases[name] if case.value in values)
        return Terms(f"facets.{name}", [clean(str(value)) for value in values])

    def _condition(self, item: Range | Flag) -> Query:
        if isinstance(item, Flag):
            set_ = Term(f"flags.{item.name}", value="true")
            return set_ if item.value else Bool(must_not=[set_])
        return _range(item)


def _range(item: Range) -> Query:
    if item.name not in (*NUMBERS, *MOMENTS):
        raise LookupError(f"No number or moment “{item.name}”: see search.engines.base.")
    bounds = {"gte": _bound(item.low), "lt": _bound(item.high)}
    bounds = {name: value for name, value in bounds.items() if value is not None}
    return RangeQuery(item.name, bounds) if bounds else MatchAll()


def _bound(value) -> int | None:
    if value is None:
        return None
    return microseconds(value) if isinstance(value, datetime) else cents(value)
