"""Titles while somebody is typing: every beginning of every word of a title is a term of its own."""

from search.language.text import prefixes_of, typed_words
from search.understanding.spellings import meeting_spellings

FIELD = "prefixes"
MAX_WORD_LENGTH = 20
MAX_TITLE_START_LENGTH = 40
_TITLE_START = "^"
# How much a title that begins with what was typed scores beyond its words.
OPENS = 100.0


def terms_of(title: str) -> str:
    """What the index holds of a title: beginnings of its words, in their other spellings too, and of the
    whole, parted by blanks."""
    words = typed_words(title)
    spellings = {*words, *meeting_spellings(title)}
    terms = {start for word in spellings for start in prefixes_of(word, MAX_WORD_LENGTH)}
    title_start = "_".join(words)
    return " ".join(
        [
            *sorted(terms),
            *(_TITLE_START + start for start in prefixes_of(title_start, MAX_TITLE_START_LENGTH)),
        ]
    )


def query_terms(typed: str) -> tuple[list[str], str]:
    """The terms that a title must hold, and the one that it holds if it begins so, cut like those of titles.
    Without terms nothing is suggested."""
    words = typed_words(typed)
    needed = dict.fromkeys(word[:MAX_WORD_LENGTH] for word in words)
    return list(needed), _TITLE_START + "_".join(words)[:MAX_TITLE_START_LENGTH]
