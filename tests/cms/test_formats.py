"""Amounts, days and hours read as people in that language write them."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
import time_machine
from django.utils import timezone
from django.utils.translation import override

from cms.formats import localized


@pytest.mark.parametrize(
    ("language", "amount", "read"),
    [
        ("it", Decimal("250000"), "250.000 €"),
        ("it", Decimal("1234.50"), "1.234,50 €"),
        ("en", Decimal("250000.00"), "€250,000"),
        ("en", Decimal("0.5"), "€0.50"),
        ("fr", 5000, "5 000 €"),
        ("xx", 5000, "5.000 €"),
    ],
)
def test_an_amount_reads_as_the_language_writes_it(language, amount, read):
    with override(language):
        assert localized.euro(amount).replace("\xa0", " ").replace("\u202f", " ") == read


@pytest.mark.parametrize(
    ("least", "most", "read"),
    [
        (5000, 60000, "from €5,000 to €60,000"),
        (None, 60000, "up to €60,000"),
        (5000, None, "from €5,000"),
        (5000, 5000, "€5,000"),
        (0, 100, "up to €100"),
        (Decimal("1500.50"), 30000, "from €1,500.50 to €30,000"),
        (None, None, ""),
    ],
)
def test_a_range_says_what_is_known_of_it(least, most, read):
    with override("en"):
        assert localized.euro_range(least, most) == read


def test_english_days_are_european():
    with override("en"):
        assert localized.long_date(date(2026, 12, 5)) == "5 December 2026"
        assert localized.short_date(date(2026, 12, 5)) == "5 Dec 2026"
    with override("it"):
        assert localized.long_date(date(2026, 12, 5)) == "5 dicembre 2026"
        assert localized.month(date(2026, 12, 5)) == "dicembre 2026"


@time_machine.travel("2026-11-23 10:00:00+01:00", tick=False)
def test_the_month_of_a_large_day_carries_the_year_only_when_it_is_another():
    with override("it"):
        assert localized.day_number(date(2026, 12, 5)) == "5"
        assert localized.day_month(date(2026, 12, 5)) == "dic"
        assert localized.day_month(date(2027, 1, 5)) == "gen 2027"
        assert localized.day_month(date(2026, 1, 5), with_year=True) == "gen 2026"


def test_a_moment_counts_by_the_clock_in_rome():
    late = datetime(2026, 12, 31, 23, 30, tzinfo=timezone.get_fixed_timezone(0))
    with override("en"):
        assert localized.long_date(late) == "1 January 2027"
    assert localized.hour(time(9, 5)) == "09:05"
