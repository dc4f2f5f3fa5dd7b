"""A sheet's status follows from its dates and the clock in Rome, whatever the clock does that night."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from funding.domain.status import Dates, Status, days_left, next_change, probably_over, status_of

from .dates import rome, sample_dates, sample_moments

AUTUMN = Dates(opens_on=date(2026, 9, 1), closes_on=date(2026, 12, 12), closes_at=time(12))
WHOLE_DAY = Dates(opens_on=date(2026, 9, 1), closes_on=date(2026, 12, 12))
APRIL = Dates(opens_on=date(2027, 4, 9), opening_month_only=True)
MIDNIGHT = Dates(opens_on=date(2026, 9, 1), closes_on=date(2026, 12, 1), closes_at=time(0))
BY_HOUR = Dates(
    opens_on=date(2026, 9, 1), opens_at=time(10), closes_on=date(2026, 12, 12), closes_at=time(12)
)


@pytest.mark.parametrize(
    ("dates", "now", "status"),
    [
        # 1. suspended, whatever the dates say
        (Dates(suspended=True), "2026-10-01", "suspended"),
        (Dates(suspended=True, concluded=True), "2026-10-01", "suspended"),
        (Dates(suspended=True, closed_early_on=date(2026, 9, 2)), "2026-10-01", "suspended"),
        # 2. closed early, from the beginning of that day
        (Dates(opens_on=date(2026, 9, 1), closed_early_on=date(2026, 10, 1)), "2026-09-30 23:59:59", "open"),
        (Dates(opens_on=date(2026, 9, 1), closed_early_on=date(2026, 10, 1)), "2026-10-01 00:00", "closed"),
        (Dates(opens_on=date(2027, 1, 1), closed_early_on=date(2026, 10, 1)), "2026-10-02", "closed"),
        (Dates(concluded=True), "2026-10-01", "closed"),
        (Dates(opens_on=date(2026, 9, 1), no_deadline=True, concluded=True), "2026-10-01", "closed"),
        (
            Dates(opens_on=date(2026, 9, 1), closed_early_on=date(2026, 10, 1), results_awaited=True),
            "2026-10-02",
            "closed",
        ),
        # 3. the last moment is past, whatever is known of the opening
        (Dates(closes_on=date(2026, 9, 1)), "2026-10-01", "closed"),
        (Dates(closes_on=date(2026, 9, 1), results_awaited=True), "2026-10-01", "evaluation"),
        (Dates(opens_on=date(2027, 1, 1), closes_on=date(2026, 9, 1)), "2026-10-01", "closed"),
        (Dates(closes_on=date(2026, 9, 1), no_deadline=True), "2026-10-01", "closed"),
        (AUTUMN, "2026-12-12 12:00:01", "closed"),
        (WHOLE_DAY, "2026-12-13 00:00", "closed"),
        (replace(WHOLE_DAY, results_awaited=True), "2026-12-13", "evaluation"),
        (
            replace(WHOLE_DAY, results_awaited=True, results_published_on=date(2026, 12, 20)),
            "2026-12-13",
            "closed",
        ),
        # 4. opening known and to come
        (WHOLE_DAY, "2026-08-31 23:59:59", "forthcoming"),
        (WHOLE_DAY, "2026-09-01 00:00", "open"),
        (BY_HOUR, "2026-09-01 09:59:59", "forthcoming"),
        (BY_HOUR, "2026-09-01 10:00", "open"),
        (Dates(opens_on=date(2027, 1, 1), no_deadline=True), "2026-10-01", "forthcoming"),
        (Dates(opens_on=date(2027, 1, 1)), "2026-10-01", "forthcoming"),
        (APRIL, "2027-04-30 23:59:59", "forthcoming"),
        (APRIL, "2027-05-01 00:00", "undated"),
        (replace(APRIL, no_deadline=True), "2027-05-01 00:00", "open"),
        (replace(APRIL, opens_on=date(2027, 12, 9)), "2027-12-31 23:59:59", "forthcoming"),
        # 5. the last moment is to come; the opening need not be known
        (AUTUMN, "2026-11-28 12:00:00", "open"),
        (AUTUMN, "2026-11-28 12:00:01", "closing"),
        (AUTUMN, "2026-12-12 12:00:00", "closing"),
        (WHOLE_DAY, "2026-11-28 23:59:59", "open"),
        (WHOLE_DAY, "2026-11-29 00:00", "closing"),
        (WHOLE_DAY, "2026-12-12 23:59:59", "closing"),
        (Dates(closes_on=date(2026, 12, 12)), "2026-10-01", "open"),
        (Dates(closes_on=date(2026, 12, 12)), "2026-12-01", "closing"),
        # Midnight is the end of the day before.
        (MIDNIGHT, "2026-11-30 23:59:59", "closing"),
        (MIDNIGHT, "2026-12-01 00:00:00", "closed"),
        # 6. the source says that there is no deadline
        (Dates(opens_on=date(2015, 2, 16), no_deadline=True), "2026-10-01", "open"),
        (Dates(no_deadline=True), "2026-10-01", "open"),
        # 7. nobody says anything, or writes a day that stands for none
        (Dates(opens_on=date(2026, 9, 1)), "2030-01-01", "undated"),
        (Dates(), "2026-10-01", "undated"),
        (Dates(opens_on=date(2024, 2, 29), closes_on=date(2039, 3, 1)), "2026-10-01", "undated"),
        (Dates(opens_on=date(2024, 2, 29), closes_on=date(2039, 2, 28)), "2026-10-01", "open"),
        (Dates(opens_on=date(2005, 11, 18), closes_on=date(2020, 11, 18)), "2026-10-01", "undated"),
        (Dates(opens_on=date(2005, 11, 18), closes_on=date(2020, 11, 17)), "2026-10-01", "closed"),
        (Dates(closes_on=date(2099, 12, 31)), "2026-10-01", "open"),
        (Dates(closes_on=date(2099, 12, 31), imported_at=rome("2026-09-01")), "2026-10-01", "undated"),
        (Dates(closes_on=date(2041, 8, 31), first_published_at=rome("2026-09-01")), "2026-10-01", "open"),
        (Dates(closes_on=date(2041, 9, 1), first_published_at=rome("2026-09-01")), "2026-10-01", "undated"),
        (
            Dates(opens_on=date(2024, 1, 1), closes_on=date(2099, 1, 1), no_deadline=True),
            "2026-10-01",
            "open",
        ),
    ],
)
def test_the_rule_is_taken_in_its_order(dates, now, status):
    assert status_of(dates, rome(now)) == status


@pytest.mark.parametrize(
    ("closes_on", "closes_at", "last", "first_after"),
    [
        # In March 02:30 does not exist: it counts on from before the jump and reads 03:30.
        (date(2026, 3, 29), time(2, 30), "2026-03-29T01:30:00+00:00", "2026-03-29T01:30:01+00:00"),
        # In October 02:30 comes twice: the first one is meant, so that nobody comes too late.
        (date(2026, 10, 25), time(2, 30), "2026-10-25T00:30:00+00:00", "2026-10-25T00:30:01+00:00"),
        # A day of 23 hours and one of 25 both last until their end.
        (date(2026, 3, 29), None, "2026-03-29T21:59:59+00:00", "2026-03-29T22:00:00+00:00"),
        (date(2026, 10, 25), None, "2026-10-25T22:59:59+00:00", "2026-10-25T23:00:00+00:00"),
        (date(2026, 10, 25), time(12), "2026-10-25T11:00:00+00:00", "2026-10-25T11:00:01+00:00"),
    ],
)
def test_a_deadline_holds_on_the_nights_the_clock_jumps(closes_on, closes_at, last, first_after):
    dates = Dates(opens_on=date(2026, 1, 1), closes_on=closes_on, closes_at=closes_at)
    assert status_of(dates, datetime.fromisoformat(last)) == Status.CLOSING
    assert status_of(dates, datetime.fromisoformat(first_after)) == Status.CLOSED


@pytest.mark.parametrize(
    ("opens_on", "first"),
    [(date(2026, 3, 29), "2026-03-29T01:30:00+00:00"), (date(2026, 10, 25), "2026-10-25T00:30:00+00:00")],
)
def test_an_opening_holds_on_the_nights_the_clock_jumps(opens_on, first):
    dates = Dates(opens_on=opens_on, opens_at=time(2, 30))
    first = datetime.fromisoformat(first)
    assert status_of(dates, first - timedelta(seconds=1)) == Status.FORTHCOMING
    assert status_of(dates, first) == Status.UNDATED


def test_both_two_thirties_of_october_are_told_apart():
    dates = Dates(opens_on=date(2026, 1, 1), closes_on=date(2026, 10, 25), closes_at=time(2, 30))
    assert status_of(dates, rome("2026-10-25 02:30", fold=0)) == Status.CLOSING
    assert status_of(dates, rome("2026-10-25 02:10", fold=1)) == Status.CLOSED


def test_the_zone_of_the_clock_does_not_matter():
    moment = rome("2026-12-12 12:00")
    assert status_of(AUTUMN, moment) == status_of(AUTUMN, moment.astimezone(UTC)) == Status.CLOSING
    with pytest.raises(ValueError, match="time zone"):
        status_of(AUTUMN, datetime(2026, 12, 12, 12))


def test_how_near_counts_as_closing_is_a_setting():
    assert status_of(AUTUMN, rome("2026-12-01"), closing_days=7) == Status.OPEN
    assert status_of(AUTUMN, rome("2026-12-01"), closing_days=30) == Status.CLOSING


def test_the_status_stays_until_the_next_change_and_then_is_another():
    moments = sample_moments()
    for dates in sample_dates():
        for now in moments[::11]:
            status, change = status_of(dates, now), next_change(dates, now)
            later = [moment for moment in moments if moment > now]
            if change is None:
                assert all(status_of(dates, moment) == status for moment in later), (dates, now)
            else:
                assert change > now
                assert status_of(dates, change) != status, (dates, now)
                assert status_of(dates, change - timedelta(seconds=1)) == status, (dates, now)
                assert all(status_of(dates, moment) == status for moment in later if moment < change)


@pytest.mark.parametrize(
    ("dates", "now", "change"),
    [
        (BY_HOUR, "2026-08-01", "2026-09-01 10:00"),
        (BY_HOUR, "2026-09-01 10:00", "2026-11-28 12:00:01"),
        (BY_HOUR, "2026-12-01", "2026-12-12 12:00:01"),
        (BY_HOUR, "2026-12-13", None),
        (Dates(suspended=True, opens_on=date(2026, 12, 1)), "2026-10-01", None),
        (Dates(), "2026-10-01", None),
    ],
)
def test_the_next_change_is_told_to_the_second(dates, now, change):
    assert next_change(dates, rome(now)) == (rome(change) if change else None)


@pytest.mark.parametrize(
    ("dates", "now", "days"),
    [
        (AUTUMN, "2026-12-11 23:59", 1),
        (AUTUMN, "2026-12-12 00:01", 0),
        (AUTUMN, "2026-12-12 12:00:01", None),
        (WHOLE_DAY, "2026-12-12 23:59", 0),
        (Dates(no_deadline=True, closes_on=date(2026, 12, 12)), "2026-12-01", 11),
        (Dates(), "2026-12-01", None),
        (MIDNIGHT, "2026-11-28", 2),
        (MIDNIGHT, "2026-11-30 12:00", 0),
        (Dates(closes_on=date(2027, 12, 2)), "2026-12-01", None),
        (Dates(closes_on=date(2027, 12, 1)), "2026-12-01", 365),
        (replace(AUTUMN, closed_early_on=date(2026, 12, 10)), "2026-12-01", 8),
        (replace(AUTUMN, closed_early_on=date(2026, 12, 10)), "2026-12-09 23:59", 0),
        (replace(AUTUMN, closed_early_on=date(2026, 12, 20)), "2026-12-01", 11),
        (Dates(no_deadline=True, closed_early_on=date(2026, 12, 10)), "2026-12-09", 0),
    ],
)
def test_days_left_are_counted_by_the_calendar(dates, now, days):
    assert days_left(dates, rome(now)) == days


@pytest.mark.parametrize(
    ("dates", "now", "over"),
    [
        (Dates(opens_on=date(2024, 11, 28)), "2026-11-28", False),
        (Dates(opens_on=date(2024, 11, 27)), "2026-11-28", True),
        (Dates(opens_on=date(2024, 2, 29)), "2026-02-28", False),
        (Dates(opens_on=date(2024, 2, 29)), "2026-03-01", True),
        (Dates(opens_on=date(2020, 1, 1), verified_on=date(2025, 11, 28)), "2026-11-28", False),
        (Dates(opens_on=date(2020, 1, 1), verified_on=date(2025, 11, 27)), "2026-11-28", True),
        (Dates(opens_on=date(2020, 1, 1), no_deadline=True), "2026-11-28", False),
        (Dates(opens_on=date(2020, 1, 1), closes_on=date(2026, 12, 31)), "2026-11-28", False),
        (Dates(), "2026-11-28", False),
    ],
)
def test_an_old_undated_call_that_nobody_verified_is_probably_over(dates, now, over):
    assert probably_over(dates, rome(now)) is over
