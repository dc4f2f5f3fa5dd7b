"""Amounts as open data write them: ``30065.16``, ``15375383,50``, ``2.500,00 €``, or prose.

No Django here. ``None`` means "not a number": prose is no mistake of the row, it is just not an amount.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
MAX_AMOUNT = Decimal(10) ** 13  # what a field of the sheet holds
_CURRENCY = re.compile(r"€|\beuro\b|\beur\b", re.IGNORECASE)
_ITALIAN_THOUSANDS = re.compile(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?")
_ENGLISH_THOUSANDS = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
_PLAIN = re.compile(r"\d{1,25}([.,]\d{1,25})?")
_SPREADSHEET = re.compile(r"(\d(?:[.,]\d{1,15})?)E\+?(\d{1,2})", re.IGNORECASE)


def parse_amount(text: str) -> Decimal | None:
    """Euro to the cent, or ``None`` for prose. Raises ``ValueError`` for a number that no call can have."""
    text = re.sub(r"[\s'’]", "", _CURRENCY.sub("", text))
    sign, text = (-1, text[1:]) if text[:1] in ("-", "−", "–") else (1, text.removeprefix("+"))
    number = _number(text)
    if number is None:
        return None
    if sign < 0 and number > 0:
        raise ValueError("negative")
    if number >= MAX_AMOUNT:
        raise ValueError("too large")
    return number.quantize(CENT, ROUND_HALF_UP)


def _number(text: str) -> Decimal | None:
    if _ITALIAN_THOUSANDS.fullmatch(text):
        return _small(text.replace(".", "").replace(",", "."))
    if _ENGLISH_THOUSANDS.fullmatch(text):
        return _small(text.replace(",", ""))
    if _PLAIN.fullmatch(text):
        return _small(text.replace(",", "."))
    if match := _SPREADSHEET.fullmatch(text):
        return _small(match[1].replace(",", ".")).scaleb(int(match[2]))
    return None


def _small(digits: str) -> Decimal:
    """More digits than an amount can have would not fit the decimal context: they are too large anyway."""
    number = Decimal(digits[:40])
    return number if number < MAX_AMOUNT else MAX_AMOUNT
