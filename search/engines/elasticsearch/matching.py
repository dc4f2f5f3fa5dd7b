"""Builds Elasticsearch's queries from parsed words and from filters; its query language is never used."""

from collections.abc import Callable, Iterable
from datetime import datetime

from elasticsearch.dsl import query as dsl
from elasticsearch.dsl.query import Bool, DisMax, Exists, MatchAll, MatchNone, MatchPhrase, Query

from search.engines.base import MOMENTS, NUMBERS
from search.engines.values import cents, microseconds
from search.language.analysis import Analysis
from search.language.text import clean
from search.language.words import MAX_CLAUSES, MAX_LENGTH, Alternative, Clause, ParsedWords
from search.query import Case, Condition, Flag, Group, Has, Range, SearchQuery
from search.relevance import CLAUSE, OTHER_FIELDS, OWN, PLAIN_WEIGHT, UNPHRASED, WEIGHTS, enough

from .text import parted

# The titles, every word of them whole.
PLAIN = "title.plain"
EVERYWHERE = (*WEIGHTS, PLAIN)
# All words of a page whole, those of its documents too; and those of its own text.
WHOLE, WHOLE_OWN = "whole", "whole_own"
PAGES = Exists(field="page_id")  # everything but the index's own document


def all_of(queries: Iterable[Query]) -> Query:
    """What matches every query; everything when there is none."""
    queries = list(queries)
    return Bool(must=queries) if queries else MatchAll()


def any_of(queries: Iterable[Query]) -> Query:
    """What matches at least one query; nothing when there is none."""
    queries = list(queries)
    return Bool(should=queries, minimum_should_match=1) if queries else MatchNone()


def but_not(query: Query, excluded: Iterable[Query]) -> Query:
    """What matches ``query`` and none of ``excluded``."""
    refused = list(excluded)
    return Bool(must=[query], must_not=refused) if refused else query


class WordMatcher:
    """The queries for one question's words. ``analysis`` tells which words say nothing in the language."""

    def __init__(self, analysis: Analysis, words: ParsedWords):
        self.words, self.analysis = words, analysis
        self.significant = [clause for clause in words.required if self.is_significant(clause)]
        self.required = [self._clause(clause) for clause in self.significant]
        if not self.required:  # only stop words: then they are what is looked for, in the titles
            self.required = [_phrase(PLAIN, clause.words) for clause in words.required]
        self.should = [self._clause(clause) for clause in words.should if self.is_significant(clause)]
        self.excluded = [
            self._clause(one, tuple(WEIGHTS)) for one in words.excluded if self.is_significant(one)
        ]

    @property
    def scores(self) -> bool:
        """Whether one match is better than another."""
        return bool(self.required or self.should)

    def every(self) -> Query:
        """Pages with all the words. Only exclusions: every page without them. Only signs: no page."""
        if self.words.given and not self.words.clauses:
            return MatchNone()
        return but_not(self._with_should(all_of(self.required)), self.excluded)

    def some(self) -> Query:
        """Pages with at least one of the words; those with the most score highest."""
        for_each = dsl.ConstantScore(filter=MatchAll(), boost=CLAUSE)
        counted = [Bool(must=[query], should=[for_each]) for query in self.required]
        return but_not(self._with_should(any_of(counted)), self.excluded)

    def holding(self) -> list[Query]:
        """For each of the words that say something, the pages that have it."""
        return [self._clause(clause, tuple(WEIGHTS)) for clause in self.significant]

    def most(self, steps: Iterable[int]) -> Query:
        """Pages with enough of the words, each of which says so many ``steps``, scored like ``some``."""
        steps = list(steps)
        said = [query for query, number in zip(self.holding(), steps, strict=True) for _ in range(number)]
        held = Bool(should=said, minimum_should_match=enough(steps))
        return Bool(must=[self.some()], filter=[held])

    def _with_should(self, needed: Query) -> Query:
        """The same pages; those that have what they should score more."""
        if not self.should:
            return needed
        needed = needed if self.required else dsl.ConstantScore(filter=needed, boost=0)
        return Bool(must=[needed], should=self.should)

    def own(self) -> list[Query]:
        """For each significant clause, named by its index, the pages that have it in their own text."""
        return [
            Bool(filter=[self._clause(clause, tuple(OWN))], _name=str(position))
            for position, clause in enumerate(self.significant)
        ]

    def somewhere(self, clause: Clause) -> Query:
        """Pages that hold a clause anywhere."""
        return self._clause(clause, tuple(WEIGHTS)) if self.is_significant(clause) else MatchNone()

    def highlighted(self, field: str, clauses: Iterable[Clause] | None = None) -> Query:
        """The words to mark in one field: those of the question, or of some of its clauses."""
        clauses = self.significant if clauses is None else clauses
        texts = {reading.text[:MAX_LENGTH] for clause in clauses for reading in clause.readings}
        return any_of(dsl.Match(field, {"query": parted(text)}) for text in sorted(texts))

    def is_significant(self, clause: Clause) -> bool:
        """Whether a clause holds more than words that say nothing in the language."""
        return any(self._parts(reading) for reading in clause.readings)

    def _parts(self, reading: Alternative) -> list[str]:
        """What of a reading says anything: the phrase, or its words one by one. Never more than the cluster
        takes in one question."""
        text = reading.text[:MAX_LENGTH]
        parts = [text] if reading.phrase else text.split()[:MAX_CLAUSES]
        return [part for part in parts if self.analysis.stems.analyze(part)]

    def _clause(self, clause: Clause, fields: tuple[str, ...] = EVERYWHERE) -> Query:
        """A clause in any of its readings; the best of them counts."""
        readings = [(reading, parts) for reading in clause.readings if (parts := self._parts(reading))]
        found = [
            Bool(
                must=[self._in_fields(part, fields) for part in parts],
                filter=[held for part in parts for held in self._held(part, reading.name, fields)],
                boost=reading.weight,
            )
            for reading, parts in readings
        ]
        return DisMax(queries=found) if len(found) > 1 else found[0]

    def _held(self, text: str, name: bool, fields: tuple[str, ...]) -> list[Query]:
        """For each word of a text, the pages that hold one of its forms: a stem joins strangers as well."""
        field = WHOLE_OWN if set(fields) == set(OWN) else WHOLE
        words = self.analysis.content_words(text)
        return [dsl.Terms(field, list(self.analysis.forms(word, name))) for word in words]

    def shown(self, clauses: Iterable[Clause] | None = None) -> Callable[[str], bool]:
        """Tells whether a word of a text is one of those of the question, or of some of its clauses."""
        clauses = self.significant if clauses is None else clauses
        forms = {
            form
            for clause in clauses
            for reading in clause.readings
            for word in self.analysis.content_words(reading.text[:MAX_LENGTH])
            for form in self.analysis.forms(word, reading.name)
        }
        return lambda word: not forms.isdisjoint(self.analysis.plain.analyze(word))

    def _in_fields(self, text: str, fields: tuple[str, ...]) -> Query:
        """A word or a phrase in whichever field; the field where it weighs most counts most."""
        unread = UNPHRASED if len(self.analysis.stems.analyze(text)) > 1 else ()
        looked_in = [field for field in fields if field in WEIGHTS and field not in unread]
        found = [_phrase(field, text, WEIGHTS[field]) for field in looked_in]
        if PLAIN in fields:
            found.append(_phrase(PLAIN, text, PLAIN_WEIGHT))
        return DisMax(queries=found, tie_breaker=OTHER_FIELDS)


def _phrase(field: str, text: str, weight: float = 1.0) -> Query:
    """The words of a text in one field, side by side: a word such as "2021-2027" is a phrase too."""
    return MatchPhrase(field, {"query": parted(text), "boost": weight})


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
        return but_not(any_of(map(self.group, case.any_of)), map(self.group, case.none_of))

    def group(self, group: Group) -> Query:
        """What meets all conditions."""
        return all_of(self._condition(item) for item in group)

    def _choice(self, name: str, values: Iterable[str]) -> Query:
        if name in self.query.cases:
            return any_of(self.case(case) for case in self.query.cases[name] if case.value in values)
        return _has(name, values)

    def _condition(self, item: Condition) -> Query:
        if isinstance(item, Range):
            return _range(item)
        if isinstance(item, Flag):
            positive = dsl.Term(f"flags.{item.name}", {"value": "true"})
        elif isinstance(item, Has):
            positive = _has(item.name, item.values)
        else:
            positive = Bool(must_not=[Exists(field=f"facets.{item.name}")])
        return positive if item.value else Bool(must_not=[positive])


def _has(name: str, values: Iterable[str]) -> Query:
    return dsl.Terms(f"facets.{name}", [clean(str(value)) for value in values])


def _range(item: Range) -> Query:
    if item.name not in (*NUMBERS, *MOMENTS):
        raise LookupError(f"No number or moment “{item.name}”: see search.engines.base.")
    bounds = {"gte": _bound(item.low), "lt": _bound(item.high)}
    bounds = {name: value for name, value in bounds.items() if value is not None}
    return dsl.Range(item.name, bounds) if bounds else MatchAll()


def _bound(value) -> int | None:
    if value is None:
        return None
    return microseconds(value) if isinstance(value, datetime) else cents(value)
