"""Amounts read as each language writes them, without cents where there are none."""

from decimal import Decimal

import pytest

from funding.amounts import euro, percent


@pytest.mark.parametrize(
    ("amount", "language", "text"),
    [
        ("250000.00", "it", "250.000 €"),
        ("250000.00", "en", "€250,000"),
        ("1234.5", "it", "1.234,50 €"),
        ("1234.5", "en", "€1,234.50"),
        ("3E+5", "it", "300.000 €"),
        ("0", "it", "0 €"),
        ("10", "xx", "€10"),
    ],
)
def test_euro(amount, language, text):
    assert euro(Decimal(amount), language).replace("\xa0", " ") == text


@pytest.mark.parametrize(("share", "language", "text"), [("80.00", "it", "80%"), ("12.50", "it", "12,5%")])
def test_percent(share, language, text):
    assert percent(Decimal(share), language) == text
