"""Amounts are read whatever their commas and dots; prose is no amount; no call has a negative one."""

from decimal import Decimal

import pytest

from funding.imports.values.amounts import parse_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("30065.16", "30065.16"),
        ("15375383,50", "15375383.50"),
        ("1000000.0", "1000000.00"),
        ("2.500,00 €", "2500.00"),
        ("€ 1.250.000", "1250000.00"),
        ("1,250,000.75", "1250000.75"),
        ("250.000", "250000.00"),
        ("euro 300", "300.00"),
        ("1,5E+7", "15000000.00"),
        ("0", "0.00"),
        ("108496490,5", "108496490.50"),
    ],
)
def test_amounts_as_they_are_written(text, amount):
    assert str(parse_amount(text)) == amount


@pytest.mark.parametrize(
    "text", ["Risorse ordinarie", "ca 2.000.000 €", "50%", "da 1 a 5", "1.2.3", "", "1.00.000"]
)
def test_prose_is_no_amount(text):
    assert parse_amount(text) is None


@pytest.mark.parametrize("text", ["-5000", "- 1,50 €", "−3"])
def test_a_negative_amount_is_an_error(text):
    with pytest.raises(ValueError, match="negative"):
        parse_amount(text)


@pytest.mark.parametrize("text", ["99999999999999", "1E+30", "9" * 25])
def test_an_amount_that_no_field_holds_is_an_error(text):
    with pytest.raises(ValueError, match="large"):
        parse_amount(text)


def test_a_fraction_of_a_cent_is_rounded():
    assert parse_amount("0,005") == Decimal("0.01")
