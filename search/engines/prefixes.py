"""Titles while somebody is typing: every beginning of every word of a title is a term of its own."""

from search.language.text import beginnings_of, typed_words
from search.understanding.spellings import meeting_spellings

FIELD = "beginnings"
MAX_WORD_LENGTH = 20
MAX_OPENING_LENGTH = 40
_OPENING = "^"
# How much a title that begins with what was typed scores beyond its words.
OPENS = 100.0


def terms_of(title: str) -> str:
    """What the index holds of a title: beginnings of its words, in their other spellings too, and of the
    whole, parted by blanks."""
    words = typed_words(title)
    spellings = {*words, *meeting_spellings(title)}
    terms = {start for word in spellings for start in beginnings_of(word, MAX_WORD_LENGTH)}
    opening = "_".join(words)
    return " ".join(
        [*sorted(terms), *(_OPENING + start for start in beginnings_of(opening, MAX_OPENING_LENGTH))]
    )


def terms_asked(typed: str) -> tuple[list[str], str]:
    """The terms that a title must hold, and the one that it holds if it begins so, cut like those of titles.
    Without terms nothing is suggested."""
    words = typed_words(typed)
    needed = dict.fromkeys(word[:MAX_WORD_LENGTH] for word in words)
    return list(needed), _OPENING + "_".join(words)[:MAX_OPENING_LENGTH]
