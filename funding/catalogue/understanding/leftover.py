"""The words of a question that are left when its filters have been read."""

from collections.abc import Set

from .names import says_something
from .table import WordTable
from .tokens import Token

APOSTROPHES = ("'", "’", "ʼ", "`", "´")


def left_over(text: str, tokens: list[Token], table: WordTable, closed: Set[int], taken: Set[int]) -> str:
    """What is left as it was typed, without words for calls as such and those at its ends that only join.
    ``closed`` tokens stay as they are, ``taken`` ones say filters."""
    used = closed | taken
    left = [
        i
        for i, token in enumerate(tokens)
        if i not in taken and (i in used or token.folded not in table.generic_words)
    ]

    def only_joins(at: int) -> bool:
        follows = tokens[at + 1 : at + 2]
        content = at in closed or says_something(tokens[at].folded, table)
        return not content and not (follows and follows[0].joined)

    while left and only_joins(left[0]):
        left.pop(0)
    while left and only_joins(left[-1]):
        left.pop()
    kept = set(left)
    return _without(text, [(token.start, token.end) for i, token in enumerate(tokens) if i not in kept])


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text without these stretches; what then holds neither letter nor figure goes, too."""
    parts, at = [], 0
    for start, end in spans:
        parts.append(text[at:start])
        at = end + (text[end : end + 1] in APOSTROPHES)
    left = " ".join([*parts, text[at:]])
    return " ".join(word for word in left.split() if any(sign.isalnum() for sign in word))
