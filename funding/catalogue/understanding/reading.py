"""Reads the filters out of the words of a question. Any string can be read; what is not understood stays.

From left to right, the longest thing that can be said from a word on counts: a code, a day, an amount, a
phrase of the language's table, a place. Pure: no database, no clock.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from .amounts import LOWEST, amount_at
from .codes import code_at
from .days import days_at, days_from
from .leftover import left_over
from .names import Names, says_something
from .phrases import Phrases, joined
from .places import is_meant, towns
from .table import Pairs, WordTable
from .tokens import Token, folded_words, safe, tokens_of

MAX_PREPOSITION = 4
STATUS = "status"


@dataclass(frozen=True)
class Filter:
    """What some words of a question say: ``pairs`` of parameters and values as an address has them.

    ``words`` are those words alone, folded: by them a reading is refused. ``said`` is the part of the
    question that gives way, with the words that only join it to others. ``place`` is the name as typed, of a
    town that stands for its region.
    """

    words: str
    said: str
    pairs: Pairs
    place: str = ""


@dataclass(frozen=True)
class WordsRead:
    """The filters of a question in its order, and the words that are left. ``impossible`` are days that no
    calendar has. ``bare_amount``: nothing is asked for but an amount, without "at least" or "up to"."""

    filters: tuple[Filter, ...] = ()
    rest: str = ""
    impossible: tuple[str, ...] = ()
    bare_amount: bool = False


NOTHING_READ = WordsRead()


@dataclass(frozen=True)
class Lexicon:
    """What the words of a language are read by: its table, the labels of the closed lists with what they
    stand for, and names that are none of these."""

    table: WordTable
    meanings: Phrases[Pairs]
    names: Names


@dataclass(frozen=True)
class _Found:
    """Tokens from ``first`` to ``end`` (not included) say ``pairs``; from ``start`` on they give way."""

    start: int
    first: int
    end: int
    pairs: Pairs
    place: str = ""


def understand(text: str, lexicon: Lexicon, today: date, refused: Collection[str] = ()) -> WordsRead:
    """``today`` is the day in Rome; ``refused`` are the ``words`` of readings that are not wanted."""
    text = safe(text)
    tokens = tokens_of(text)
    reader = _Reader(tokens, lexicon, today, frozenset(refused))
    found = list(reader.read())
    if not found:
        return WordsRead(rest=text, impossible=tuple(reader.impossible()))
    filters = tuple(
        Filter(
            words=joined(tokens, one.first, one.end),
            said=text[tokens[one.start].start : tokens[one.end - 1].end],
            pairs=one.pairs,
            place=one.place,
        )
        for one in found
    )
    return WordsRead(
        filters,
        left_over(text, tokens, lexicon.table, reader.closed, reader.taken),
        tuple(reader.impossible()),
        reader.is_bare_amount(found),
    )


def refusal(words: str) -> str:
    """The ``words`` of a filter, however somebody has written them into an address."""
    return " ".join(folded_words(words))


class _Reader:
    """One reading; ``closed`` are the tokens that stay words."""

    def __init__(self, tokens: list[Token], lexicon: Lexicon, today: date, refused: frozenset[str]):
        self.tokens, self.lexicon, self.table, self.today = tokens, lexicon, lexicon.table, today
        self.refused = refused
        self.named = lexicon.names.closed(tokens, lexicon.table)
        self.closed = self.named | {i for i, token in enumerate(tokens) if token.closed}
        self.taken: set[int] = set()

    def read(self) -> Iterator[_Found]:
        at = 0
        while at < len(self.tokens):
            if end := self._no_day(at):
                self.closed.update(range(at, end))
            found = None if at in self.closed or self.tokens[at].joined else self._longest(at)
            if found is None:
                at += 1
                continue
            if found.pairs and not self._is_refused(found) and not self._is_negated(found):
                found = replace(found, start=self._start(found.start))
                self.taken.update(range(found.start, found.end))
                yield found
            else:
                self.closed.update(range(found.first, found.end))
            at = found.end

    def is_bare_amount(self, found: list[_Found]) -> bool:
        """Whether nothing but an amount is asked for."""
        one = found[0]
        if len(found) > 1 or one.pairs[0][0] != LOWEST or self._is_bounded(one):
            return False
        outside = (at for at in range(len(self.tokens)) if not one.first <= at < one.end)
        return not any(self.is_content(at) and not self._says_nothing(at) for at in outside)

    def _is_bounded(self, one: _Found) -> bool:
        return len(one.pairs) > 1 or any(self.table.bounds.at(self.tokens, one.first))

    def impossible(self) -> Iterator[str]:
        """Days of no calendar."""
        for at in range(len(self.tokens)):
            if end := self._no_day(at):
                yield " ".join(one.text for one in self.tokens[at:end])

    def _no_day(self, at: int) -> int:
        """Where a day that no calendar has ends, or nought."""
        token = self.tokens[at]
        if token.closed or not token.text[0].isdigit():
            return 0
        days = days_from(self.tokens, at, self.table, self.today)
        return days.end if days and days.first is None else 0

    def _longest(self, at: int) -> _Found | None:
        ways = (self._code, self._day, self._amount, self._phrase, self._town)
        found = [one for way in ways if (one := way(at)) and self._is_whole(one)]
        return max(found, key=lambda one: one.end, default=None)

    def _is_whole(self, found: _Found) -> bool:
        """Whether it ends where a word ends, and holds nothing that stays as it is."""
        inside = range(found.first, found.end)
        follows = self.tokens[found.end : found.end + 1]
        return self.closed.isdisjoint(inside) and not (follows and follows[0].joined)

    def _code(self, at: int) -> _Found | None:
        found = code_at(self.tokens, at, self.table)
        return _Found(at, at, *found) if found else None

    def _day(self, at: int) -> _Found | None:
        found = days_at(self.tokens, at, self.table, self.today)
        return _Found(at, at, *found) if found else None

    def _amount(self, at: int) -> _Found | None:
        found = amount_at(self.tokens, at, self.table)
        return _Found(at, at, *found) if found else None

    def _phrase(self, at: int) -> _Found | None:
        for end, pairs in self.lexicon.meanings.at(self.tokens, at):
            if not (pairs and pairs[0][0] == STATUS) or self._is_state(at, end):
                return _Found(at, at, end, pairs)
        return None

    def _is_state(self, at: int, end: int) -> bool:
        """Whether a state is one of calls: "bandi aperti", not "centri aperti". Several words always are."""
        if end - at > 1:
            return True
        before = self._content_before(at)
        return before is None or before in self.taken or self._says_nothing(before)

    def _says_nothing(self, at: int) -> bool:
        return self.tokens[at].folded in self.table.generic_words

    def _content_before(self, at: int) -> int | None:
        before = (i for i in range(at - 1, -1, -1) if i in self.taken or self.is_content(i))
        return next(before, None)

    def is_content(self, at: int) -> bool:
        return says_something(self.tokens[at].folded, self.table)

    def _town(self, at: int) -> _Found | None:
        for end, place in towns().at(self.tokens, at):
            start, only = self._preposition(at)
            if is_meant(place, self.tokens[at:end], at=only, near=start < at):
                name = " ".join(token.text for token in self.tokens[at:end])
                pairs = tuple(("region", region) for region in place.regions)
                return _Found(start if only else at, at, end, pairs, name)
        return None

    def _preposition(self, at: int) -> tuple[int, bool]:
        """Where what stands before a place begins, and whether it stands before nothing else."""
        for start in range(max(0, at - MAX_PREPOSITION), at):
            for end, only in self.table.places.at(self.tokens, start):
                if end == at and (self.closed | self.taken).isdisjoint(range(start, at)):
                    return start, only
        return at, False

    def _is_refused(self, found: _Found) -> bool:
        return joined(self.tokens, found.first, found.end) in self.refused

    def _is_negated(self, found: _Found) -> bool:
        """ "non in Puglia", "tranne le cooperative": there is no filter for the contrary."""
        at = found.first - 1
        while at >= 0 and at not in self.taken and self.tokens[at].folded in self.table.linking_words:
            at -= 1
        return at >= 0 and at not in self.taken and self.tokens[at].folded in self.table.negation_words

    def _start(self, at: int) -> int:
        """With the words before it that only join."""
        while at and at - 1 not in self.closed | self.taken and self._joins(at - 1):
            at -= 1
        return at

    def _joins(self, at: int) -> bool:
        return self.tokens[at].folded in self.table.linking_words and not self.tokens[at].joined
