"""What a language says for filters: each language is one module of plain tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .phrases import Phrases, listed

Pairs = tuple[tuple[str, str], ...]
# How a day is said, the first before the others where a word says several.
HOWS = ("by", "before", "since", "after", "within", "on")


@dataclass(frozen=True)
class WordTable:
    """The tables are texts: phrases are apart by commas.

    ``filters``: on each line a parameter with its codes, and after the colon what says them; a line that
    begins with blanks continues the one before. ``kept``: phrases that say none of these though a part of
    them does. ``generic``: calls as such, beside which nothing is asked for. ``linking``: words that join
    others; ``asking``: those that people ask with. ``at``: what stands before places only, ``near``: before
    places, too. ``negations`` turn a filter into its contrary, which is left as words.

    ``least``, ``most``: before an amount; ``between``: pairs of words around two amounts. ``counted``: what
    a number may count instead of money.

    ``months`` in their order, other names of one apart by a slash; ``ambiguous_months`` are other words as
    well. ``closing``, ``opening``: what is said of a day; ``by``, ``before``, ``since``, ``after``, ``on``
    and ``within`` say how. ``spans`` name some days; ``units`` count them; ``ordinals`` follow the number of
    a day. ``plan_parts``: the parts of the PNRR spelt out.

    ``questions``: what asks for a fact of one call, by the fact's code.
    """

    filters: str
    kept: str
    generic: str
    linking: str
    asking: str
    at: str
    near: str
    negations: str
    least: str
    most: str
    between: str
    counted: str
    months: str
    closing: str
    opening: str
    by: str
    before: str
    since: str
    after: str
    on: str
    within: str
    spans: str
    units: str
    plan_parts: str
    questions: str
    ambiguous_months: str = ""
    ordinals: str = ""

    @cached_property
    def meanings(self) -> dict[str, Pairs]:
        """What each phrase says, by its folded words; nothing for one that is ``kept``."""
        found: dict[str, dict[tuple[str, str], None]] = {}
        for head, said in _lines(self.filters):
            name, *codes = head.split()
            for phrase in listed(said):
                found.setdefault(phrase, {}).update(dict.fromkeys((name, code) for code in codes))
        return {phrase: tuple(pairs) for phrase, pairs in found.items()} | dict.fromkeys(
            listed(self.kept), ()
        )

    @cached_property
    def generic_words(self) -> frozenset[str]:
        return frozenset(listed(self.generic))

    @cached_property
    def linking_words(self) -> frozenset[str]:
        return frozenset(listed(self.linking))

    @cached_property
    def asking_words(self) -> frozenset[str]:
        return frozenset(listed(self.asking))

    @cached_property
    def negation_words(self) -> frozenset[str]:
        return frozenset(listed(self.negations))

    @cached_property
    def counted_words(self) -> frozenset[str]:
        return frozenset(listed(self.counted))

    @cached_property
    def ambiguous_month_words(self) -> frozenset[str]:
        return frozenset(listed(self.ambiguous_months))

    @cached_property
    def ordinal_words(self) -> frozenset[str]:
        return frozenset(listed(self.ordinals))

    @cached_property
    def places(self) -> Phrases[bool]:
        """What stands before places: whether it stands before nothing else."""
        return Phrases(dict.fromkeys(listed(self.near), False) | dict.fromkeys(listed(self.at), True))

    @cached_property
    def bounds(self) -> Phrases[tuple[str, ...]]:
        """The bounds that stand before an amount."""
        return _named(self, ("least", "most"))

    @cached_property
    def pairs_between(self) -> frozenset[tuple[str, ...]]:
        """The words before the first and before the second of two amounts."""
        return frozenset(tuple(pair.split()) for pair in listed(self.between))

    @cached_property
    def month_numbers(self) -> dict[str, int]:
        """The number of each month's name."""
        names = enumerate(self.months.split(","), 1)
        return {name: number for number, both in names for one in both.split("/") for name in listed(one)}

    @cached_property
    def verbs(self) -> Phrases[tuple[str, ...]]:
        return _named(self, ("closing", "opening"))

    @cached_property
    def hows(self) -> Phrases[tuple[str, ...]]:
        return _named(self, HOWS)

    @cached_property
    def named_spans(self) -> Phrases[str]:
        return Phrases({phrase: code for code, said in _lines(self.spans) for phrase in listed(said)})

    @cached_property
    def fact_phrases(self) -> Phrases[str]:
        """The code of the fact that a phrase asks for."""
        return Phrases({phrase: code for code, said in _lines(self.questions) for phrase in listed(said)})

    @cached_property
    def plan_words(self) -> dict[str, str]:
        """What each word for a part of the PNRR stands for: a mission, a component, I or R."""
        return {phrase: code for code, said in _lines(self.plan_parts) for phrase in listed(said)}

    @cached_property
    def unit_codes(self) -> dict[str, str]:
        return {phrase: code for code, said in _lines(self.units) for phrase in listed(said)}


def _named(table: WordTable, names: tuple[str, ...]) -> Phrases[tuple[str, ...]]:
    """The phrases of several tables, each with the names of those that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        for phrase in listed(getattr(table, name)):
            found[phrase] = (*found.get(phrase, ()), name)
    return Phrases(found)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in filter(None, re.sub(r"\n +", " ", text).splitlines()):
        head, said = line.split(":", 1)
        yield head.strip(), said
