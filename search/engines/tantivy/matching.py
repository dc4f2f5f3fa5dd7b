"""Builds Tantivy's queries from parsed words; its query language is never used."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial

from tantivy import Occur, Query, Schema, TextAnalyzer

from search.language.analysis import Analysis
from search.language.words import Alternative, Clause, ParsedWords
from search.relevance import CLAUSE, OTHER_FIELDS, OWN, PLAIN_WEIGHT, UNPHRASED, WEIGHTS, enough

from .boolean_query import Demand, all_of, any_of, refusing, unscored
from .schema import EVERYTHING, KNOWN

# The titles, every word of them whole.
PLAIN = "plain"
EVERYWHERE = (*WEIGHTS, PLAIN)
PHRASED = tuple(field for field in WEIGHTS if field not in UNPHRASED)
Tokens = list[tuple[int, str]]
Read = Callable[[str], Tokens]


@dataclass(frozen=True)
class Matched:
    """Terms and queries, any of which will do."""

    terms: tuple[str, ...] = ()
    queries: tuple[Query, ...] = ()


class WordMatcher:
    """The queries for one question's words in one language."""

    def __init__(self, schema: Schema, analysis: Analysis, words: ParsedWords):
        self.schema, self.analysis, self.words = schema, analysis, words
        # The same few words are asked for in every field.
        self.stems = cache(partial(_tokens, analysis.stems))
        self.plain = cache(partial(_tokens, analysis.plain))
        self.content_words, self.forms = cache(analysis.content_words), cache(analysis.forms)
        found = [(clause, self._matched(clause)) for clause in words.required]
        self.asked = [clause for clause, matched in found if matched]
        self.matched = _present(matched for _, matched in found)
        self.weighed = _present(self._clause(clause) for clause in words.required)
        if not self.matched:  # only stop words: then they are what is looked for, in the titles
            titles = [(clause, self._terms(PLAIN, self.plain, clause.words)) for clause in words.required]
            self.asked = [clause for clause, query in titles if query]
            self.weighed = _present(query for _, query in titles)
            self.matched = [Matched(queries=(query,)) for query in self.weighed]
        self.should = [(Occur.Should, one) for one in _present(map(self._clause, words.should))]
        excluded = _present(self._matched(clause) for clause in words.excluded)
        self.excluded = refusing(map(self._any_of, excluded))

    @property
    def scores(self) -> bool:
        """Whether one match is better than another."""
        return bool(self.matched or self.should)

    def every(self) -> list[Demand]:
        """Pages with all the words. Only exclusions: every page without them. Only signs: no page."""
        if self.words.given and not self.words.clauses:
            return [(Occur.Must, Query.empty_query())]
        return [*((Occur.Must, self._any_of(one)) for one in self.matched), *self.excluded]

    def some(self) -> list[Demand]:
        """Pages with at least one of the words."""
        terms = dict.fromkeys(term for one in self.matched for term in one.terms)
        queries = [query for one in self.matched for query in one.queries]
        return [(Occur.Must, self._any_of(Matched(tuple(terms), tuple(queries)))), *self.excluded]

    def holding(self) -> list[Query]:
        """For each of the words that say something, the pages that have it."""
        return [self._any_of(one) for one in self.matched]

    def most(self, steps: Iterable[int]) -> list[Demand]:
        """Pages with enough of the words, each of which says so many ``steps``."""
        steps = list(steps)
        said = [
            (Occur.Should, query)
            for query, number in zip(self.holding(), steps, strict=True)
            for _ in range(number)
        ]
        held = Query.boolean_query(said, minimum_number_should_match=enough(steps))
        return [(Occur.Must, held), *self.excluded]

    def every_scored(self, allowed: Query) -> Query:
        """The scores of allowed pages that have all the words."""
        return all_of([unscored(allowed), *self.weighed], self.should)

    def some_scored(self, allowed: Query) -> Query:
        """The scores of allowed pages that have some of the words: those with the most score highest.

        What is allowed is asked with each word, so that Tantivy scores no word of a page that is not.
        """
        for_each = Query.const_score_query(allowed, CLAUSE)
        some = any_of(
            Query.boolean_query([(Occur.Must, for_each), (Occur.Must, one)]) for one in self.weighed
        )
        return all_of([some], self.should)

    def own(self, clause: Clause) -> Query | None:
        """Pages that have a clause in their own text, not only in a document; None for stop words."""
        return self._clause(clause, tuple(OWN))

    def shown(self, clauses: Iterable[Clause] | None = None) -> Callable[[str], bool]:
        """Tells whether a word of a text is one of those of the question, or of some of its clauses."""
        clauses = self.words.required if clauses is None else clauses
        forms = {
            form
            for clause in clauses
            for reading in clause.readings
            for word in self.content_words(reading.text)
            for form in self.forms(word, reading.name)
        }
        return lambda word: not forms.isdisjoint(self.analysis.plain.analyze(word))

    def highlighted(self, field: str, clauses: Iterable[Clause] | None = None) -> Query:
        """The terms to mark in one field: those of the question, or of some of its clauses."""
        clauses = self.words.required if clauses is None else clauses
        texts = {reading.text for clause in clauses for reading in clause.readings}
        terms = {term for text in texts for _, term in self.stems(text)}
        return any_of(Query.term_query(self.schema, field, term) for term in sorted(terms))

    def _matched(self, clause: Clause) -> Matched | None:
        """What tells that a page has a clause in any of its readings, without scores."""
        terms, queries = [], []
        for reading in clause.readings:
            parts = [part for part in _parts(reading) if self.stems(part)]
            if len(parts) == 1 and len(self.stems(parts[0])) == 1:
                terms += self.forms(self.content_words(parts[0])[0], reading.name)
            elif parts:
                queries.append(all_of(self._anywhere(part, reading.name) for part in parts))
        return Matched(tuple(terms), tuple(queries)) if terms or queries else None

    def _any_of(self, matched: Matched) -> Query:
        """Single words are looked up in one field that holds those of all, which is much quicker; term by
        term, since to collect the pages of a set of terms costs more, up to a hundred of them."""
        terms = [Query.term_query(self.schema, EVERYTHING, term, "basic") for term in matched.terms]
        return any_of([*matched.queries, *terms])

    def _held(self, text: str, name: bool, field: str = EVERYTHING) -> list[Query]:
        """For each word of a text, the pages that hold one of its forms: a stem joins strangers as well."""
        return [
            any_of(Query.term_query(self.schema, field, form, "basic") for form in self.forms(word, name))
            for word in self.content_words(text)
        ]

    def _anywhere(self, text: str, name: bool) -> Query:
        """A word in any field, or words side by side in one."""
        held, tokens = self._held(text, name), self.stems(text)
        if len(tokens) > 1:
            held.append(any_of(Query.phrase_query(self.schema, field, tokens) for field in PHRASED))
        return all_of(held)

    def _clause(self, clause: Clause, fields: tuple[str, ...] = EVERYWHERE) -> Query | None:
        """A clause in any of its readings; the best of them counts."""
        found = _present(self._reading(reading, fields) for reading in clause.readings)
        return Query.disjunction_max_query(found) if len(found) > 1 else next(iter(found), None)

    def _reading(self, reading: Alternative, fields: tuple[str, ...]) -> Query | None:
        found = _present(self._in_fields(part, fields, reading.name) for part in _parts(reading))
        return Query.boost_query(all_of(found), reading.weight) if found else None

    def _in_fields(self, text: str, fields: tuple[str, ...], name: bool) -> Query | None:
        """A word or a phrase in whichever field; the field where it weighs most counts most."""
        if not (tokens := self.stems(text)):
            return None
        looked_in = WEIGHTS if len(tokens) == 1 else PHRASED
        found = [
            Query.boost_query(self._terms(field, self.stems, text), WEIGHTS[field])
            for field in fields
            if field in looked_in
        ]
        if PLAIN in fields:
            found.append(Query.boost_query(self._terms(PLAIN, self.plain, text), PLAIN_WEIGHT))
        held = self._held(text, name, EVERYTHING if fields is EVERYWHERE else KNOWN)
        return all_of([Query.disjunction_max_query(found, OTHER_FIELDS), *map(unscored, held)])

    def _terms(self, field: str, read: Read, text: str) -> Query | None:
        """The terms of a text in one field, side by side: a word such as "2021-2027" is a phrase too."""
        tokens = read(text)
        if not tokens:
            return None
        if len(tokens) == 1:
            return Query.term_query(self.schema, field, tokens[0][1])
        return Query.phrase_query(self.schema, field, tokens)


def _tokens(analyzer: TextAnalyzer, text: str) -> Tokens:
    """Position and term. Stop words leave a gap, so that a phrase keeps its distances."""
    tokens = analyzer.pre_tokenize(text).tokens
    return [(token.position - tokens[0].position, token.text) for token in tokens]


def _parts(reading: Alternative) -> list[str]:
    return [reading.text] if reading.phrase else reading.text.split()


def _present(found: Iterable) -> list:
    return [one for one in found if one is not None]
