"""Towns and provinces of Italy, and when a word of a question is one: ISTAT's list, kept in ``towns.txt``.

A town stands for its region, one way. Which names need a sign that a place is meant follows from the data:
see ``docs/decisions/0023-towns-and-words.md``.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .phrases import Phrases
from .tokens import Token, folded_words

TOWNS = Path(__file__).parent / "towns.txt"


@dataclass(frozen=True)
class Place:
    """``regions`` are NUTS 2 codes, several where towns share the name. ``main``: a capital or a province;
    ``ordinary``: also a word, or all words of it are."""

    regions: tuple[str, ...]
    main: bool
    ordinary: bool


@cache
def towns() -> Phrases[Place]:
    """Read once: two megabytes."""
    found: dict[str, Place] = {}
    for line in TOWNS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        region, names = line.split(": ", 1)
        for marked in names.split("|"):
            name = marked.lstrip("^~")
            marks = marked[: len(marked) - len(name)]
            key = " ".join(folded_words(name))
            one = Place((region,), "^" in marks, "~" in marks)
            found[key] = _both(found[key], one) if key in found else one
    return Phrases(found)


def _both(one: Place, other: Place) -> Place:
    """Two towns of one name; a capital is meant before a village."""
    if one.main != other.main:
        return one if one.main else other
    regions = tuple(dict.fromkeys((*one.regions, *other.regions)))
    return Place(regions, one.main, one.ordinary or other.ordinary)


def is_meant(place: Place, words: list[Token], at: bool, near: bool) -> bool:
    """Whether these words mean the place. ``at``: a preposition such as "a" or "comune di" stands before
    them, which only goes with places; ``near``: one that often does, such as "di".

    A name that is no other word needs a capital or any preposition, unless it is a capital of a province.
    One that is also a word needs a sign for certain, a village of one such word both signs.
    """
    capital = all(word.capital for word in words if len(word.folded) > 3) and words[0].capital
    if not place.ordinary:
        return place.main or capital or at or near
    if place.main or len(words) > 1:
        return capital or at
    return capital and at
