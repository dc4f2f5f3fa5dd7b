"""Other words for the same thing, from the groups that editors keep and the names of organisations."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from search.analysis import Analysis
from search.relevance import SYNONYM
from search.words import Alternative, Clause

from .clauses import Taken, runs, take_together

Stems = tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Words and phrases that mean the same. ``one_way``: the first finds the others, not they it."""

    words: tuple[str, ...]
    one_way: bool = False


@dataclass
class Thesaurus:
    """What to look for beside some words, by their stems."""

    others: Mapping[Stems, tuple[str, ...]] = field(default_factory=dict)
    longest: int = 0

    @classmethod
    def of(cls, groups: Iterable[Group], analysis: Analysis) -> "Thesaurus":
        """Words that say nothing in the language, such as articles alone, are left out. A term of several
        words without others, such as a name, is known as one all the same."""
        others: dict[Stems, dict[str, None]] = {}
        for group in groups:
            stems = {word: tuple(analysis.stems.analyze(word)) for word in group.words}
            for word in group.words[:1] if group.one_way else group.words:
                if stems[word]:
                    found = others.setdefault(stems[word], {})
                    found |= dict.fromkeys(
                        other for other in group.words if stems[other] not in ((), stems[word])
                    )
        longest = max(map(len, others), default=0)
        return cls({stems: tuple(words) for stems, words in others.items()}, longest)


def with_synonyms(clauses: list[Clause], thesaurus: Thesaurus, analysis: Analysis) -> list[Clause]:
    """Clauses, or neighbours taken together, with their synonyms; the longest term counts."""
    taken = (one for run in runs(clauses) for one in _terms(clauses, run, thesaurus, analysis))
    return take_together(clauses, taken)


def _terms(clauses: list[Clause], run: range, thesaurus: Thesaurus, analysis: Analysis) -> Iterator[Taken]:
    stems = {place: tuple(analysis.stems.analyze(clauses[place].words)) for place in run}
    telling = [place for place in run if stems[place]]
    for start, first in enumerate(telling):
        joined: Stems = ()
        for last in telling[start : start + thesaurus.longest]:
            joined += stems[last]
            others = thesaurus.others.get(joined)
            if others or (others is not None and last > first):
                yield Taken(first, last, tuple(_alternative(word) for word in others))
    for place in run:
        for spelling in clauses[place].alternatives:
            if others := thesaurus.others.get(tuple(analysis.stems.analyze(spelling.text))):
                yield Taken(place, place, tuple(_alternative(word) for word in others))


def _alternative(word: str) -> Alternative:
    return Alternative(word, phrase=" " in word, weight=SYNONYM)
