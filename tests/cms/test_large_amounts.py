"""Amounts of millions, as people write them in each language."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from cms.formats.large_amounts import ShownAmount, figure, large_amount


@pytest.mark.parametrize(
    ("language", "amount", "shown", "exact"),
    [
        ("it", 142455690, "142,5\u00a0million", "142.455.690\u00a0€"),
        ("it", 1000000, "1\u00a0million", ""),
        ("it", 2500000, "2,5\u00a0million", ""),
        ("it", 1000000000, "1\u00a0billion", ""),
        ("en", 142455690, "€142.5\u00a0million", "€142,455,690"),
        ("fr", 2000000, "2\u00a0million", ""),
    ],
)
def test_millions_are_told_in_words_with_the_exact_amount_beside(language, amount, shown, exact):
    with override(language):
        found = large_amount(Decimal(amount))
        assert (str(found), found.exact) == (shown, exact)


@pytest.mark.parametrize("amount", [None, 0, 999999])
def test_a_short_amount_stays_as_it_is(amount):
    assert large_amount(amount) is None


@pytest.mark.parametrize(
    ("language", "value", "unit", "shown"),
    [
        ("it", "142.455.690", "euro", ShownAmount("142,5", "million", "142.455.690\u00a0€")),
        ("it", "15.000", "euro", ShownAmount("15.000", "euro")),
        ("en", "15,000", "euro", ShownAmount("€15,000")),
        ("en", "2,000,000", "euro", ShownAmount("€2", "million")),
        ("it", "1.200.000", "visitatori", ShownAmount("1.200.000", "visitatori")),
        ("it", "2,5", "euro", ShownAmount("2,5", "euro")),
        ("it", "oltre 3", "euro", ShownAmount("oltre 3", "euro")),
    ],
)
def test_a_figure_in_euro_is_shown_as_amounts_are(language, value, unit, shown):
    with override(language):
        assert figure(value, unit) == shown
