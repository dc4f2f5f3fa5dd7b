"""Questions about one call: "scadenza nuova marcora", "how much does Cultura Cresce pay"."""

from dataclasses import dataclass

from .names import content
from .reading import Lexicon
from .table import WordTable
from .tokens import Token, folded_words, safe, tokens_of


@dataclass(frozen=True)
class CallQuestion:
    """``fact`` is the code of what is asked for, ``name`` the content words that name the call."""

    fact: str
    name: tuple[str, ...]


def call_question(text: str, lexicon: Lexicon) -> CallQuestion | None:
    """What is asked of a call; None where no fact is asked for, or no word is left that could name a call."""
    tokens, table = tokens_of(safe(text)), lexicon.table
    asked = [
        (end - start, start, end, code)
        for start in range(len(tokens))
        for end, code in table.fact_phrases.at(tokens, start)
    ]
    if not asked:
        return None
    _length, start, end, fact = max(asked, key=lambda one: (one[0], -one[1]))
    name = _named([*tokens[:start], *tokens[end:]], table)
    known = all(word in lexicon.meanings for word in name)
    return CallQuestion(fact, name) if name and not known else None


def _named(tokens: list[Token], table: WordTable) -> tuple[str, ...]:
    words = content((token.folded for token in tokens), table)
    return tuple(word for word in words if word not in table.generic_words and word not in table.fact_phrases)


def names_call(name: tuple[str, ...], title: str, table: WordTable) -> bool:
    """Whether the words stand side by side in a title."""
    return f" {' '.join(name)} " in f" {' '.join(content(folded_words(title), table))} "
