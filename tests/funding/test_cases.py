"""The finder's filters and counts classify exactly as the badge on the sheet does."""

from datetime import UTC, datetime

from funding.catalogue.status_filters import status_cases
from funding.domain.status import LONG_AGO, Dates, Status, status_of
from search.query import Flag

from .dates import sample_dates, sample_moments

FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)


def holds(condition, dates: Dates) -> bool:
    """What an engine does with one condition, on the moments and flags that a sheet gives it."""
    if isinstance(condition, Flag):
        return getattr(dates, condition.name) is condition.value
    moment = getattr(dates, condition.name) or (LONG_AGO if condition.name == "opens" else FAR_FUTURE)
    return (condition.low is None or moment >= condition.low) and (
        condition.high is None or moment < condition.high
    )


def test_each_sheet_at_each_moment_is_in_the_one_case_of_its_status():
    seen = set()
    for now in sample_moments()[::3]:
        for closing_days in (14, 30):
            cases = status_cases(now, closing_days)
            for dates in sample_dates():
                found = [
                    case.value
                    for case in cases
                    if any(all(holds(condition, dates) for condition in group) for group in case.any_of)
                ]
                assert found == [status_of(dates, now, closing_days).value], (dates, now)
                seen.update(found)
    assert seen == set(Status)


def test_there_is_one_case_a_status():
    cases = status_cases(datetime(2026, 11, 23, tzinfo=UTC))
    assert [case.value for case in cases] == [status.value for status in Status]
