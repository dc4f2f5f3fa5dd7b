"""Names that are no filters, though a word of them is one elsewhere: "Cultura Cresce", "Resto al Sud".

They are those of calls and of who gives them. Of two words side by side in a name one must be no filter by
itself, so that a title such as "Contributi alle cooperative in Puglia" takes nothing from anybody; a name
that is asked for whole is one in any case.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from .table import WordTable
from .tokens import Token, folded_words

# What more titles have in common is a turn of phrase.
MAX_TITLES = 5
_PARTS = re.compile(r"\s[-–—|]\s|[:(),;]")
Words = tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """``pairs`` are two content words that stand side by side in a name, ``whole`` the content words of names
    and of their parts; only of those in which a word is a filter elsewhere."""

    pairs: frozenset[Words] = frozenset()
    whole: frozenset[Words] = frozenset()
    longest: int = 0

    @classmethod
    def of(
        cls,
        names: Iterable[str],
        table: WordTable,
        is_filter: Callable[[str], bool],
        is_place: Callable[[str], bool],
    ) -> "Names":
        """``is_filter`` tells whether a word can be one by itself, or a part of one; ``is_place`` whether
        words are the name of one, which is no name of a call."""
        pairs: Counter[Words] = Counter()
        whole: set[Words] = set()
        for name in dict.fromkeys(names):
            words = content(folded_words(name), table)
            pairs.update(
                {
                    pair
                    for pair in pairwise(words)
                    if is_filter(pair[0]) != is_filter(pair[1]) and table.generic_words.isdisjoint(pair)
                }
            )
            parts = (content(folded_words(part), table) for part in _PARTS.split(name))
            whole.update(
                one
                for one in (words, *parts)
                if len(one) > 1 and any(map(is_filter, one)) and not is_place(" ".join(one))
            )
        kept = frozenset(pair for pair, titles in pairs.items() if titles <= MAX_TITLES)
        return cls(kept, frozenset(whole), max(map(len, whole), default=0))

    def closed(self, tokens: list[Token], table: WordTable) -> set[int]:
        """The tokens that stand in a name as the question has them."""
        places = [i for i, token in enumerate(tokens) if says_something(token.folded, table)]
        words = [tokens[i].folded for i in places]
        found: set[int] = set()
        for at in range(len(words)):
            if tuple(words[at : at + 2]) in self.pairs:
                found.update(range(places[at], places[at + 1] + 1))
            for length in range(2, min(self.longest, len(words) - at) + 1):
                if tuple(words[at : at + length]) in self.whole:
                    found.update(range(places[at], places[at + length - 1] + 1))
        return found


def content(words: Iterable[str], table: WordTable) -> Words:
    """The words that say something."""
    return tuple(word for word in words if says_something(word, table))


def says_something(word: str, table: WordTable) -> bool:
    return word not in table.linking_words and word not in table.asking_words
