"""A day in Italy stays that day, whatever stands beside it."""

from datetime import date

import pytest

from funding.imports.values.days import parse_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02T00:00:00", date(2026, 3, 2)),
        ("2026-03-02", date(2026, 3, 2)),
        ("2026-03-02 23:59:59", date(2026, 3, 2)),
        ("20/6/2022", date(2022, 6, 20)),
        ("12/05/2022", date(2022, 5, 12)),
        ("2024-03-28T12:05:28Z", date(2024, 3, 28)),
        ("2026-03-28T23:30:00Z", date(2026, 3, 29)),
        ("2026-07-31T22:30:00Z", date(2026, 8, 1)),
        ("2026-03-02T00:00:00+01:00", date(2026, 3, 2)),
    ],
)
def test_days_as_they_are_written(text, day):
    assert parse_day(text) == day


@pytest.mark.parametrize("text", ["9999-12-31", "0001-01-01", "31/02/2026", "30 marzo", "2026-13-01", "1/2"])
def test_what_is_no_day_of_a_call_is_an_error(text):
    with pytest.raises(ValueError):
        parse_day(text)
