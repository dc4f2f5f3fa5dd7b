"""A question cut into pieces that can be compared with tables: words, numbers, codes."""

import re
from dataclasses import dataclass

from search.language.text import clean, fold
from search.language.words import MAX_LENGTH

# Code of the PNRR, number or numeric day, currency, word.
_TOKEN = re.compile(
    r"[mM][1-7](?:[cC]\d(?:[iIrR]\d+(?:\.\d+){0,2})?)?(?![^\W_])|\d+(?:[./,-]\d+)*|€|[^\W\d_]+"
)
_QUOTED = re.compile('"[^"]*"')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
# An address, a name such as "Smart&Start", or what is excluded: never a filter.
_CLOSED = re.compile(r"[-–−]|.*(?:[@&_\\]|://|www\.)")
_CHUNK = re.compile(r"\S+")
_JOINING = "-+"


@dataclass(frozen=True)
class Token:
    """``folded`` is what tables are asked for. ``capital``: it begins with one, as names do. A ``closed``
    token is in quotes, excluded or a part of an address; one that is ``joined`` follows its predecessor
    with nothing but a hyphen between them."""

    text: str
    folded: str
    start: int
    end: int
    capital: bool
    closed: bool
    joined: bool


def safe(text: str) -> str:
    """The text that the tokens' places refer to."""
    return clean(text[: MAX_LENGTH * 4])[:MAX_LENGTH].translate(_QUOTES)


def tokens_of(text: str) -> list[Token]:
    """The tokens of a ``safe`` text in its order."""
    closed = [found.span() for found in _QUOTED.finditer(text)]
    closed += [found.span() for found in _CHUNK.finditer(text) if _CLOSED.match(found[0])]
    capitals_tell = _capitals_tell(text)
    tokens: list[Token] = []
    end = -1
    for found in _TOKEN.finditer(text):
        word = found[0]
        tokens.append(
            Token(
                text=word,
                folded=fold(word),
                start=found.start(),
                end=found.end(),
                capital=capitals_tell and word[0].isupper(),
                closed=any(low <= found.start() < high for low, high in closed),
                joined=0 <= end < found.start() <= end + 1 and text[end] in _JOINING,
            )
        )
        end = found.end()
    return tokens


def folded_words(text: str) -> tuple[str, ...]:
    """A term of a table as the tokens of a question would be."""
    return tuple(token.folded for token in tokens_of(safe(text)))


def _capitals_tell(text: str) -> bool:
    """Whether a capital is a sign of a name: not where everything is written with them."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    return not (len(words) > 1 and text.upper() == text)
