"""Amounts as people write them: "30.000", "30000 euro", "50 mila", "1,5 milioni", "un milione e mezzo"."""

import re
from decimal import Decimal

SCALES = {
    "k": 1_000,
    "mila": 1_000,
    "thousand": 1_000,
    "mln": 1_000_000,
    "milione": 1_000_000,
    "milioni": 1_000_000,
    "million": 1_000_000,
    "millions": 1_000_000,
}
# So many thousands or millions, in words.
_COUNTS = """
0.5 mezzo, 1 un, 2 due, 3 tre, 4 quattro, 5 cinque, 6 sei, 7 sette, 8 otto, 9 nove, 10 dieci, 20 venti,
30 trenta, 40 quaranta, 50 cinquanta, 60 sessanta, 70 settanta, 80 ottanta, 90 novanta, 100 cento,
200 duecento, 300 trecento, 400 quattrocento, 500 cinquecento, 0.5 half a, 1 a, 1 one, 2 two, 3 three,
4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 20 twenty, 30 thirty, 40 forty, 50 fifty,
100 a hundred, 100 one hundred, 200 two hundred
"""
COUNTS = {
    word: Decimal(count) for count, word in (pair.split(maxsplit=1) for pair in _COUNTS.strip().split(","))
}
MAX_AMOUNT = 10**14
_HALF = Decimal("0.5")
_CURRENCY = re.compile(r"^(?:€|euro |eur )\s*|\s*(?:€|(?: di)? euros?| eur)$")
_GROUPED = re.compile(r"(\d{1,3}(?:([.,'’ ])\d{3})(?:\2\d{3}){0,3})(?:([.,])(\d{1,2}))?", re.ASCII)
_PLAIN = re.compile(r"\d{1,13}([.,]\d{1,2})?", re.ASCII)
_SCALED = re.compile(rf"(.+?) ?({'|'.join(SCALES)})( e mezzo| and a half)?")


def amount_of(text: str) -> Decimal | None:
    """Euro; None where the text is anything else, or more than that."""
    text = _CURRENCY.sub("", " ".join(text.casefold().split()))
    scaled = _SCALED.fullmatch(text)
    value = _scaled(*scaled.groups()) if scaled else _number(text)
    if value is None or value > MAX_AMOUNT:
        return None
    return value.quantize(Decimal(1)) if value == int(value) else value


def is_too_little(text: str) -> bool:
    """Whether ``text`` is an amount of nothing or less, which nobody asks for."""
    text = _CURRENCY.sub("", " ".join(text.casefold().split()))
    positive = text.lstrip("-−–")
    amount = amount_of(positive)
    return amount is not None and (amount == 0 or positive != text)


def _scaled(words: str, scale: str, half: str | None) -> Decimal | None:
    """``words`` is how many thousands or millions."""
    count = COUNTS.get(words) or _number(words)
    return (count + (_HALF if half else 0)) * SCALES[scale] if count else None


def _number(text: str) -> Decimal | None:
    """``50000``, ``50.000``, ``50 000``, ``1500,50``, ``1.500,50``."""
    grouped = _GROUPED.fullmatch(text)
    if grouped and grouped[2] != grouped[3]:
        whole = re.sub(r"\D", "", grouped[1])
        return Decimal(f"{whole}.{grouped[4]}" if grouped[4] else whole)
    return Decimal(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None
