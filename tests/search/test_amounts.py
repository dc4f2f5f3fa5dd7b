"""Amounts are read as people write them; what is no amount is none."""

import pytest

from search.amounts import amount_of, is_too_little


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("30", "30"),
        ("50000", "50000"),
        ("50.000", "50000"),
        ("1.250.000", "1250000"),
        ("50 000 €", "50000"),
        ("€ 30.000", "30000"),
        ("€30.000,00", "30000"),
        ("30000 euro", "30000"),
        ("EUR 30000", "30000"),
        ("1500,50", "1500.50"),
        ("50mila", "50000"),
        ("50 mila", "50000"),
        ("50 MILA €", "50000"),
        ("cinquantamila euro", "50000"),
        ("30k", "30000"),
        ("1,5 milioni", "1500000"),
        ("1.5 million", "1500000"),
        ("2 mln", "2000000"),
        ("un milione", "1000000"),
        ("un milione e mezzo", "1500000"),
        ("mezzo milione di euro", "500000"),
        ("mezzo milione", "500000"),
        ("half a million", "500000"),
        ("0", "0"),
        ("", None),
        ("mila", None),
        ("30 kilometri", None),
        ("50m", None),
        ("trenta", None),
        ("-5", None),
        ("1e999", None),
        ("９mila", None),
        ("９９", None),
        ("1.500.50", None),
        ("1,500,50", None),
        ("100.000.000.000.000", "100000000000000"),
        ("100.000.000.000.000,01", None),
        ("9" * 20, None),
        ("9" * 13 + " milioni", None),
    ],
)
def test_amounts_are_read_as_people_write_them(text, amount):
    found = amount_of(text)
    assert (found if found is None else f"{found:f}") == amount


@pytest.mark.parametrize(
    ("text", "too_little"),
    [
        ("-5", True),
        ("0", True),
        ("0,00 €", True),
        ("− 30.000", True),
        ("5", False),
        ("much", False),
        ("", False),
    ],
)
def test_nothing_and_less_are_told_from_what_is_no_amount(text, too_little):
    assert is_too_little(text) is too_little
