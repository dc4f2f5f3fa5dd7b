"""Builds Tantivy's queries from parsed words and from filters; its query language is never used."""

from collections.abc import Iterable
from datetime import datetime

from tantivy import FieldType, Occur, Query, Schema

from search.analysis import Analysis
from search.engines.base import MOMENTS, NUMBERS
from search.engines.values import cents, microseconds
from search.query import Case, Condition, Flag, Group, Has, Range, SearchQuery
from search.relevance import CLAUSE, OTHER_FIELDS, OWN, PLAIN_WEIGHT, WEIGHTS
from search.text import clean
from search.words import Alternative, Clause, Words

from .schema import EVERYTHING

# The titles, every word of them whole.
PLAIN = "plain"
EVERYWHERE = (*WEIGHTS, PLAIN)


def all_of(queries: Iterable[Query]) -> Query:
    """What matches every query; everything when there is none."""
    queries = list(queries)
    return Query.boolean_query([(Occur.Must, query) for query in queries]) if queries else Query.all_query()


def any_of(queries: Iterable[Query]) -> Query:
    """What matches at least one query; nothing when there is none."""
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def but_not(query: Query, unwanted: Iterable[Query]) -> Query:
    """What matches ``query`` and none of ``unwanted``."""
    refused = [(Occur.MustNot, one) for one in unwanted]
    return Query.boolean_query([(Occur.Must, query), *refused]) if refused else query


def unscored(query: Query) -> Query:
    """The same matches, adding nothing to a score."""
    return Query.const_score_query(query, 0)


class WordMatcher:
    """The queries for one question's words in one language."""

    def __init__(self, schema: Schema, analysis: Analysis, words: Words):
        self.schema, self.analysis, self.words = schema, analysis, words
        self.wanted = _present(self._matched(clause) for clause in words.wanted)
        self.weighed = _present(self._clause(clause) for clause in words.wanted)
        if not self.wanted:  # only stop words: then they are what is looked for, in the titles
            self.wanted = self.weighed = _present(
                self._terms(PLAIN, analysis.plain, clause.words) for clause in words.wanted
            )
        self.unwanted = _present(self._matched(clause) for clause in words.unwanted)

    @property
    def scores(self) -> bool:
        """Whether one match is better than another."""
        return bool(self.wanted)

    def every(self) -> Query:
        """Pages with all the words. Only exclusions: every page without them. Only signs: no page."""
        if self.words.given and not self.words.clauses:
            return Query.empty_query()
        return but_not(all_of(self.wanted), self.unwanted)

    def some(self) -> Query:
        """Pages with at least one of the words."""
        return but_not(any_of(self.wanted), self.unwanted)

    def every_scored(self) -> Query:
        """The scores of pages that have all the words."""
        return all_of(self.weighed)

    def some_scored(self) -> Query:
        """The scores of pages that have some of the words: those with the most score highest."""
        for_each = Query.const_score_query(Query.all_query(), CLAUSE)
        return any_of(
            Query.boolean_query([(Occur.Must, query), (Occur.Should, for_each)]) for query in self.weighed
        )

    def own(self, clause: Clause) -> Query | None:
        """Pages that have a clause in their own text, not only in a document; None for stop words."""
        return self._clause(clause, tuple(OWN))

    def highlighted(self, field: str, clauses: Iterable[Clause] | None = None) -> Query:
        """The terms to mark in one field: those of the question, or of some of its clauses."""
        clauses = self.words.wanted if clauses is None else clauses
        texts = {reading.text for clause in clauses for reading in clause.readings}
        terms = {term for text in texts for _, term in self._tokens(text)}
        return any_of(Query.term_query(self.schema, field, term) for term in sorted(terms))

    def _matched(self, clause: Clause) -> Query | None:
        """Pages that have a clause in any of its readings, without scores: single words are looked up in one
        field that holds those of all, which is much quicker."""
        terms, found = [], []
        for reading in clause.readings:
            parts = [tokens for part in _parts(reading) if (tokens := self._tokens(part))]
            if len(parts) == 1 and len(parts[0]) == 1:
                terms.append(parts[0][0][1])
            elif parts:
                found.append(all_of(map(self._anywhere, parts)))
        if len(terms) > 1:
            found.append(Query.term_set_query(self.schema, EVERYTHING, terms))
        elif terms:
            found.append(Query.term_query(self.schema, EVERYTHING, terms[0], "basic"))
        return any_of(found) if len(found) > 1 else next(iter(found), None)

    def _anywhere(self, tokens: list[tuple[int, str]]) -> Query:
        """A word in any field, or words side by side in one."""
        if len(tokens) == 1:
            return Query.term_query(self.schema, EVERYTHING, tokens[0][1], "basic")
        return any_of(Query.phrase_query(self.schema, field, tokens) for field in WEIGHTS)

    def _clause(self, clause: Clause, fields: tuple[str, ...] = EVERYWHERE) -> Query | None:
        """A clause in any of its readings; the best of them counts."""
        found = _present(self._reading(reading, fields) for reading in clause.readings)
        return Query.disjunction_max_query(found) if len(found) > 1 else next(iter(found), None)

    def _reading(self, reading: Alternative, fields: tuple[str, ...]) -> Query | None:
        found = _present(self._in_fields(part, fields) for part in _parts(reading))
        return Query.boost_query(all_of(found), reading.weight) if found else None

    def _in_fields(self, text: str, fields: tuple[str, ...]) -> Query | None:
        """A word or a phrase in whichever field; the field where it weighs most counts most."""
        if not self._tokens(text):
            return None
        found = [
            Query.boost_query(self._terms(field, self.analysis.stems, text), WEIGHTS[field])
            for field in fields
            if field in WEIGHTS
        ]
        if PLAIN in fields:
            found.append(Query.boost_query(self._terms(PLAIN, self.analysis.plain, text), PLAIN_WEIGHT))
        return Query.disjunction_max_query(found, OTHER_FIELDS)

    def _terms(self, field: str, analyzer, text: str) -> Query | None:
        """The terms of a text in one field, side by side: a word such as "2021-2027" is a phrase too."""
        tokens = self._tokens(text, analyzer)
        if not tokens:
            return None
        if len(tokens) == 1:
            return Query.term_query(self.schema, field, tokens[0][1])
        return Query.phrase_query(self.schema, field, tokens)

    def _tokens(self, text: str, analyzer=None) -> list[tuple[int, str]]:
        """Position and term. Stop words leave a gap, so that a phrase keeps its distances."""
        tokens = (analyzer or self.analysis.stems).pre_tokenize(text).tokens
        return [(token.position - tokens[0].position, token.text) for token in tokens]


def _parts(reading: Alternative) -> list[str]:
    return [reading.text] if reading.phrase else reading.text.split()


def _present(queries: Iterable[Query | None]) -> list[Query]:
    return [query for query in queries if query is not None]


class Filters:
    """The queries for everything in a question but its words."""

    def __init__(self, schema: Schema, query: SearchQuery):
        self.schema, self.query = schema, query
        self.ranges = [self._condition(item) for item in query.ranges]
        self.chosen = {name: self._choice(name, values) for name, values in query.filters.items() if values}

    def but(self, name: str | None = None) -> list[Query]:
        """All filters, except the one of the facet ``name``."""
        return self.ranges + [query for chosen, query in self.chosen.items() if chosen != name]

    def case(self, case: Case) -> Query:
        return but_not(any_of(map(self.group, case.any_of)), map(self.group, case.none_of))

    def group(self, group: Group) -> Query:
        """What meets all conditions."""
        return all_of(self._condition(item) for item in group)

    def _choice(self, name: str, values: Iterable[str]) -> Query:
        if name in self.query.cases:
            return any_of(self.case(case) for case in self.query.cases[name] if case.value in values)
        return self._has(name, values)

    def _condition(self, item: Condition) -> Query:
        if isinstance(item, Range):
            return self._range(item)
        if isinstance(item, Flag):
            positive = Query.term_query(self.schema, f"flags.{item.name}", True)
        elif isinstance(item, Has):
            positive = self._has(item.name, item.values)
        else:
            positive = but_not(Query.all_query(), [Query.exists_query(f"facets.{item.name}")])
        return positive if item.value else but_not(Query.all_query(), [positive])

    def _has(self, name: str, values: Iterable[str]) -> Query:
        return Query.term_set_query(self.schema, f"facets.{name}", [clean(str(value)) for value in values])

    def _range(self, item: Range) -> Query:
        if item.name not in (*NUMBERS, *MOMENTS):
            raise LookupError(f"No number or moment “{item.name}”: see search.engines.base.")
        low, high = bound(item.low), bound(item.high)
        if low is None and high is None:
            return Query.all_query()
        return Query.range_query(
            self.schema, item.name, FieldType.Integer, low, high, include_upper=high is None
        )


def bound(value) -> int | None:
    if value is None:
        return None
    return microseconds(value) if isinstance(value, datetime) else cents(value)
