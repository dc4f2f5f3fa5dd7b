"""Other words for the same thing, from the groups that editors keep and the names of organisations."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from search.language.analysis import Analysis
from search.language.inflections import same_word
from search.language.text import WORD, fold
from search.language.words import Alternative, Clause
from search.relevance import SYNONYM

from .clauses import Taken, runs, take_together

Stems = tuple[str, ...]


@dataclass(frozen=True)
class SynonymSet:
    """Words and phrases that mean the same. ``one_way``: the first finds the others, not they it."""

    words: tuple[str, ...]
    one_way: bool = False


@dataclass(frozen=True)
class SynonymTerm:
    """A word or phrase of a group, as it is found in a question; a word with a capital is a name.

    ``words`` are those that say something, whole and folded. ``others`` are the rest of its groups.
    """

    words: tuple[str, ...]
    names: frozenset[str]
    others: tuple[str, ...]

    def is_said_by(self, words: tuple[str, ...], analysis: Analysis) -> bool:
        """Whether ``words`` are these, or forms of them: to share their stems is not enough."""
        return len(words) == len(self.words) and all(
            one == other or (other not in self.names and same_word(one, other, analysis.language))
            for one, other in zip(words, self.words, strict=True)
        )


@dataclass
class Thesaurus:
    """The terms of all groups, by the stems of their words: those with the same stems are told apart then."""

    terms: Mapping[Stems, tuple[SynonymTerm, ...]] = field(default_factory=dict)
    max_words: int = 0
    words: frozenset[str] = frozenset()  # of all terms, whole and folded

    @classmethod
    def of(cls, groups: Iterable[SynonymSet], analysis: Analysis) -> "Thesaurus":
        """Words that say nothing in the language, such as articles alone, are left out. A term of several
        words without others, such as a name, is known as one all the same."""
        others: dict[str, dict[str, None]] = {}
        for group in groups:
            for word in group.words[:1] if group.one_way else group.words:
                others.setdefault(word, {}).update(dict.fromkeys(one for one in group.words if one != word))
        found: dict[Stems, list[SynonymTerm]] = {}
        for word, rest in others.items():
            if words := tuple(analysis.content_words(word)):
                term = SynonymTerm(
                    words, names_in(word), tuple(one for one in rest if analysis.content_words(one))
                )
                found.setdefault(_stems(words, analysis), []).append(term)
        known = frozenset(
            word
            for term, rest in others.items()
            for one in (term, *rest)
            for word in analysis.content_words(one)
        )
        terms = {stems: tuple(terms) for stems, terms in found.items()}
        return cls(terms, max(map(len, found), default=0), known)

    def saying(self, words: tuple[str, ...], analysis: Analysis) -> list[SynonymTerm]:
        """The terms that the content ``words`` of a question stand for."""
        return [
            term for term in self.terms.get(_stems(words, analysis), ()) if term.is_said_by(words, analysis)
        ]


def _stems(words: tuple[str, ...], analysis: Analysis) -> Stems:
    return tuple(stem for word in words for stem in analysis.stems.analyze(word))


def names_in(term: str) -> frozenset[str]:
    """The words of a term that are written with a capital, folded."""
    return frozenset(fold(word) for word in WORD.findall(term) if word[0].isupper())


def with_synonyms(clauses: list[Clause], thesaurus: Thesaurus, analysis: Analysis) -> list[Clause]:
    """Clauses, or neighbours taken together, with their synonyms; the longest term counts."""
    taken = (one for run in runs(clauses) for one in _taken(clauses, run, thesaurus, analysis))
    return take_together(clauses, taken)


def _taken(clauses: list[Clause], run: range, thesaurus: Thesaurus, analysis: Analysis) -> Iterator[Taken]:
    words = {index: tuple(analysis.content_words(clauses[index].words)) for index in run}
    content_words = [index for index in run if words[index]]
    for start, first in enumerate(content_words):
        joined: tuple[str, ...] = ()
        for last in content_words[start : start + thesaurus.max_words]:
            joined += words[last]
            terms = thesaurus.saying(joined, analysis)
            if any(term.others for term in terms) or (terms and last > first):
                yield Taken(first, last, _alternatives(terms, analysis))
    for index in run:
        for spelling in clauses[index].alternatives:
            terms = thesaurus.saying(tuple(analysis.content_words(spelling.text)), analysis)
            if any(term.others for term in terms):
                yield Taken(index, index, _alternatives(terms, analysis))


def _alternatives(terms: Iterable[SynonymTerm], analysis: Analysis) -> tuple[Alternative, ...]:
    others = dict.fromkeys(other for term in terms for other in term.others)
    return tuple(
        Alternative(
            other,
            phrase=" " in other,
            weight=SYNONYM,
            name=names_in(other).issuperset(analysis.content_words(other)),
        )
        for other in others
    )
