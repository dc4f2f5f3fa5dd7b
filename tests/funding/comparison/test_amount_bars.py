"""Amounts as bars: on one scale, each step ten times the one before."""

from decimal import Decimal

import pytest

from funding.catalogue.comparison.amount_bars import amount_bars


def bars(*ranges):
    found = amount_bars((low and Decimal(low), high and Decimal(high)) for low, high in ranges)
    return found and [(bar.start, bar.start + bar.width) for bar in found.bars]


def test_each_step_of_the_scale_is_ten_times_the_one_before():
    found = amount_bars([(None, Decimal(2_000_000)), (Decimal(10_000), Decimal(42_000)), (None, None)])
    assert (found.least, found.most) == (1_000, 10_000_000)
    large, small, unknown = found.bars
    assert (large.start, large.width) == (0, 82.5)
    assert (small.start, small.width) == (25, 15.6)
    assert unknown.width == 0


def test_an_exact_amount_and_an_open_end_are_seen():
    assert bars((50_000, 50_000), (None, 90_000)) == [(69.9, 71.9), (0, 95.4)]
    found = amount_bars([(Decimal(20_000), None), (None, Decimal(90_000))])
    assert found.bars[0].unbounded and not found.bars[1].unbounded
    assert found.bars[0].start + found.bars[0].width == 100


@pytest.mark.parametrize("amount", [1, 10, 1_000, 999_999_999_999])
def test_whatever_the_amounts_the_bars_stay_within_the_scale(amount):
    for start, end in bars((amount, amount), (0, amount), (amount, None)):
        assert 0 <= start < end <= 100


def test_nothing_is_drawn_where_there_is_nothing_to_compare():
    assert bars((None, None), (None, 5)) is None
    assert bars((0, 0), (0, 7)) is None
