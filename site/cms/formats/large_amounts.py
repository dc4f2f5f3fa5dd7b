"""Amounts of millions, as people say them: "142,5 milioni di euro", with the exact one beside."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from django.utils.translation import ngettext

from . import localized

MILLION, BILLION = Decimal(10**6), Decimal(10**9)
EURO = ("euro", "euros", "€")
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+")


@dataclass(frozen=True)
class ShownAmount:
    """``number`` is set large, ``unit`` follows on its line; ``exact`` is empty where they say it all."""

    number: str
    unit: str = ""
    exact: str = ""

    def __str__(self):
        return f"{self.number}\u00a0{self.unit}" if self.unit else self.number


def large_amount(value: Decimal | int | None) -> ShownAmount | None:
    """An amount in millions or billions of euro; None for one that is short as it is."""
    if value is None or value < MILLION:
        return None
    whole = BILLION if value >= BILLION else MILLION
    short = (Decimal(value) / whole).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
    unit = _billions(short) if whole == BILLION else _millions(short)
    exact = "" if short * whole == value else localized.euro(value)
    return ShownAmount(localized.euro_sign_before() + localized.number(short), unit, exact)


def figure(value: str, unit: str) -> ShownAmount:
    """A figure that an editor has written; one in euro is shown as amounts are."""
    text = value.strip()
    if unit.strip().casefold() not in EURO or not _GROUPED.fullmatch(text):
        return ShownAmount(value, unit)
    amount = Decimal(re.sub(r"\D", "", text))
    sign = localized.euro_sign_before()
    return large_amount(amount) or ShownAmount(sign + text, "" if sign else unit)


def _millions(count: Decimal) -> str:
    return ngettext("million", "million", 1 if count == 1 else 2)


def _billions(count: Decimal) -> str:
    return ngettext("billion", "billion", 1 if count == 1 else 2)
