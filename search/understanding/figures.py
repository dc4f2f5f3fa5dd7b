"""Figures in other ways of writing: "15.000", "15 000", "15000", "15 mila"; "1,5 milioni" and "1.500.000"."""

import re
from decimal import Decimal

from search.amounts import SCALES, amount_of

_GROUPED = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+", re.ASCII)
_WHOLE = re.compile(r"[1-9]\d{3,11}", re.ASCII)
_SCALED = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?([a-z]+)", re.ASCII)
_MILLION = 1_000_000


def is_figure(text: str) -> bool:
    """Whether ``text`` is a figure in several words: with its thousands apart, or as so many thousands."""
    return bool(_GROUPED.fullmatch(text)) or _scaled(text) is not None


def other_forms(text: str) -> list[str]:
    """The other ways of writing a figure; a year is only a year."""
    value = _scaled(text)
    if value is not None:
        return [f"{value}", *_apart(value)]
    if _GROUPED.fullmatch(text):
        value = int(re.sub(r"\D", "", text))
        return [f"{value}", *_millions(value)]
    if _WHOLE.fullmatch(text) and not (len(text) == 4 and text[:2] in ("19", "20", "21")):
        return [*_apart(int(text)), *_millions(int(text))]
    return []


def _scaled(text: str) -> int | None:
    found = _SCALED.fullmatch(text.lower())
    if not found or found[2] not in SCALES:
        return None
    value = amount_of(text)
    return int(value) if value and value == int(value) and value >= 1000 else None


def _apart(value: int) -> list[str]:
    return [f"{value:,}".replace(",", " ")]


def _millions(value: int) -> list[str]:
    """ "1.500.000" as "1,5 milioni" and "1.5 million": signs part words, so one of them will do."""
    if value < _MILLION or value % (_MILLION // 100):
        return []
    number = f"{Decimal(value) / _MILLION:f}"
    return [f"{number} {word}" for word in ("milioni", "milione" if value == _MILLION else "mln", "million")]
