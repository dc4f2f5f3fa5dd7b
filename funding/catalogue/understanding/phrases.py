"""Phrases looked up in a question: what they say, the longest one first."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from .tokens import Token, folded_words

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """What each phrase says, by its folded words with blanks between them."""

    def __init__(self, values: Mapping[str, Value]):
        self.values = values
        self._longest: dict[str, int] = {}
        for phrase in values:
            words = phrase.split()
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def at(self, tokens: list[Token], start: int) -> Iterator[tuple[int, Value]]:
        """What the tokens from ``start`` on say, each with the end of the phrase."""
        if start >= len(tokens):
            return
        most = self._longest.get(tokens[start].folded, 0)
        for end in range(min(len(tokens), start + most), start, -1):
            value = self.values.get(joined(tokens, start, end))
            if value is not None:
                yield end, value

    def __contains__(self, phrase: str) -> bool:
        return phrase in self.values


def joined(tokens: list[Token], start: int, end: int) -> str:
    """The words of some tokens as phrases are kept."""
    return " ".join([token.folded for token in tokens[start:end]])


def listed(text: str) -> Iterator[str]:
    """The phrases of a text that has commas between them."""
    for part in text.split(","):
        if words := folded_words(part):
            yield " ".join(words)
