"""ATECO codes in the three forms of the catalogue."""

import pytest

from funding.imports.values.ateco import parse_ateco


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ATECO 2025: 62.10; 62.1", "ATECO 2025: 62.10, 62.1"),
        ("90.00; 90.01; 90.00;", "90.00, 90.01"),
        ("Tutti i settori ammissibili;", "Tutti i settori ammissibili"),
        ("Ateco 2007: 90.02;90.01", "ATECO 2007: 90.02, 90.01"),
        ("", ""),
    ],
)
def test_ateco(text, codes):
    assert parse_ateco(text) == codes


def test_a_list_too_long_for_the_field_says_that_it_goes_on():
    text = parse_ateco("; ".join(f"{number}.10" for number in range(10, 99)) * 2)
    assert len(text) <= 500
    assert text.endswith("…")
