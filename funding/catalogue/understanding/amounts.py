"""Amounts in a question: "sopra 50mila euro", "fino a mezzo milione", "between 10,000 and 50,000 euro"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from search.amounts import COUNTS, SCALES, amount_of

from .table import Pairs, WordTable
from .tokens import Token

LOWEST, HIGHEST = "amount", "amount_max"
CURRENCIES = ("€", "euro", "euros", "eur")
MAX_TOKENS = 8
# A smaller number without a unit counts something else: "sopra 35", "almeno 3".
MIN_BARE = 1000
_YEAR = re.compile(r"(19|20|21)\d\d")
_FIRST = frozenset(word.split()[0] for word in COUNTS)


@dataclass(frozen=True)
class Money:
    """An amount that ends before token ``end``. ``marked``: with a currency or as thousands or millions."""

    end: int
    value: Decimal
    marked: bool


def amount_at(tokens: list[Token], start: int, table: WordTable) -> tuple[int, Pairs] | None:
    """Where what is said from ``start`` on ends, and what it says; None where it says no amount."""
    return _range(tokens, start, table) or _one(tokens, start, table)


def _one(tokens: list[Token], start: int, table: WordTable) -> tuple[int, Pairs] | None:
    for at, names in (*table.bounds.at(tokens, start), (start, ())):
        name = HIGHEST if "most" in names else LOWEST
        money = _money(tokens, at, table)
        if money and (money.marked or (names and _large(tokens, money))):
            return money.end, ((name, f"{money.value:f}"),)
    return None


def _range(tokens: list[Token], start: int, table: WordTable) -> tuple[int, Pairs] | None:
    first = tokens[start].folded
    for before, between in table.pairs_between:
        if first != before or not (low := _money(tokens, start + 1, table)):
            continue
        if low.end >= len(tokens) or tokens[low.end].folded != between:
            continue
        high = _money(tokens, low.end + 1, table)
        if high and (high.marked or low.marked or _large(tokens, high)):
            value = low.value
            scale = next(
                (SCALES[one.folded] for one in tokens[low.end : high.end] if one.folded in SCALES), 1
            )
            if value < MIN_BARE and not low.marked:
                value *= scale
            return high.end, ((LOWEST, f"{value:f}"), (HIGHEST, f"{high.value:f}"))
    return None


def _money(tokens: list[Token], start: int, table: WordTable) -> Money | None:
    """The longest amount from ``start`` on, unless it counts people or years."""
    if start >= len(tokens) or not _begins(tokens[start]):
        return None
    for end in range(min(len(tokens), start + MAX_TOKENS), start, -1):
        words = [token.folded for token in tokens[start:end]]
        value = amount_of(" ".join(words))
        if value is None or value <= 0:
            continue
        if not (tokens[end - 1].text[0].isdigit() or words[-1] in (*SCALES, *CURRENCIES, "mezzo", "half")):
            continue
        currency = any(word in CURRENCIES for word in words)
        scaled = any(word in SCALES for word in words)
        if not currency and _counts(tokens, end, table, scaled):
            return None
        return Money(end, value, currency or scaled)
    return None


def _begins(token: Token) -> bool:
    return not token.closed and (
        token.text[0].isdigit() or token.folded in CURRENCIES or token.folded in _FIRST
    )


def _counts(tokens: list[Token], end: int, table: WordTable, scaled: bool) -> bool:
    """Whether a number counts something: "3 cooperative", "2 milioni di abitanti", not "1 milione
    cooperative"."""
    following = [token.folded for token in tokens[end : end + 2]]
    if following[:1] in (["di"], ["of"]):
        following = following[1:]
    elif scaled:
        return False
    return bool(following) and following[0] in table.counted_words


def _large(tokens: list[Token], money: Money) -> bool:
    return money.value >= MIN_BARE and not _YEAR.fullmatch(tokens[money.end - 1].text)
