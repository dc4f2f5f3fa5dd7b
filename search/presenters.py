"""Lets a section say more about its own results, without the search knowing the section.

A section registers, in its app's ``ready()``, how the state of one of its hits is told, and when it will be
another one::

    presenters.register("funding", badge_of_hit, change_of_hit)

What must be known before the title is read, such as that an event is cancelled, is a word of its own.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from cms.presentation import Badge

from .query import Hit

Presenter = Callable[[Hit, datetime], Badge | None]
Change = Callable[[Hit, datetime], datetime | None]

Word = Callable[[Mapping[str, bool]], str]

_presenters: dict[str, tuple[Presenter, Change]] = {}
_words: dict[str, Word] = {}


def register(hit_type: str, presenter: Presenter, change: Change, word: Word | None = None) -> None:
    """``presenter`` tells the state of hits of this type at a moment, ``change`` when it ends, None for
    never, ``word`` what stands before the title of one with these flags; none asks the database."""
    _presenters[hit_type] = presenter, change
    if word:
        _words[hit_type] = word


def word_before(hit_type: str, flags: Mapping[str, bool]) -> str:
    """What stands before the title of a thing with these flags; mostly nothing."""
    return _words[hit_type](flags) if hit_type in _words else ""


def badge_of(hit: Hit, now: datetime) -> Badge | None:
    """The state of a hit; None for types that have none."""
    return _presenters[hit.type][0](hit, now) if hit.type in _presenters else None


def next_change(hits: Iterable[Hit], now: datetime) -> datetime | None:
    """The next moment at which any of the hits has another state; None when time changes nothing."""
    moments = [_presenters[hit.type][1](hit, now) for hit in hits if hit.type in _presenters]
    return min((moment for moment in moments if moment), default=None)
