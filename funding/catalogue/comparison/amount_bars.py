"""What each call pays, as bars that can be compared at a glance. No Django.

Amounts lie between some thousand euro and many millions: every step of the scale is ten times the one before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

WIDTH = 100
MIN_WIDTH = 2  # an exact amount is seen too


@dataclass(frozen=True)
class AmountBar:
    """From ``start`` to ``start + width`` of 100; without a width nothing is known. An ``unbounded`` one
    says only from where on."""

    start: float = 0
    width: float = 0
    unbounded: bool = False


@dataclass(frozen=True)
class AmountBars:
    """The bars of the calls in their order, on a scale from ``least`` to ``most`` euro."""

    bars: tuple[AmountBar, ...]
    least: int
    most: int


def amount_bars(ranges: Iterable[tuple[Decimal | None, Decimal | None]]) -> AmountBars | None:
    """From the least and the most that each call pays, as far as known; None where fewer than two can be
    compared."""
    known = [(low or None, high or None) for low, high in ranges]
    amounts = [amount for pair in known for amount in pair if amount]
    if sum(1 for pair in known if any(pair)) < 2:
        return None
    least, most = floor(log10(min(amounts))), ceil(log10(max(amounts)))
    if min(amounts) == 10**least or least == most:
        least -= 1  # nothing would be seen of the least

    def place(amount: Decimal) -> float:
        return WIDTH * (log10(amount) - least) / (most - least)

    def bar(low: Decimal | None, high: Decimal | None) -> AmountBar:
        if not low and not high:
            return AmountBar()
        start, end = place(low) if low else 0, place(high) if high else WIDTH
        start = min(start, WIDTH - MIN_WIDTH)
        return AmountBar(round(start, 1), round(max(end - start, MIN_WIDTH), 1), high is None)

    return AmountBars(tuple(bar(*pair) for pair in known), 10**least, 10**most)
