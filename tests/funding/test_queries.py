"""What the database is asked by status says what the rule says, for each case of the table."""

from dataclasses import asdict
from datetime import date

import pytest
import time_machine

from funding.domain.status import CAN_APPLY, FAR_OFF, Dates, Status, end_of, status_of
from funding.models import FundingSheetPage
from funding.models.queries import next_deadlines_and_openings, not_closed
from funding.presentation.closing_threshold import closing_days
from tests.factories import pages

from .dates import sample_dates, sample_moments

pytestmark = pytest.mark.django_db

DATES = sample_dates()[::7]
MOMENTS = sample_moments()[::9]


@pytest.fixture
def table(tree) -> dict[int, Dates]:
    """A sheet for each of the dates, by its number; written past the form, which would refuse some."""
    made = {}
    for dates in DATES:
        sheet = pages.sheet(tree.funding)
        FundingSheetPage.objects.filter(pk=sheet.pk).update(**asdict(dates))
        made[sheet.pk] = dates
    return made


def test_deadlines_openings_and_what_is_not_closed_follow_the_rule(table):
    seen = set()
    for now in MOMENTS:
        with time_machine.travel(now, tick=False):
            deadlines, openings = next_deadlines_and_openings(FundingSheetPage.objects.all(), 1000)
            live = set(not_closed(FundingSheetPage.objects.all()).values_list("pk", flat=True))
        statuses = {pk: status_of(dates, now) for pk, dates in table.items()}
        assert set(deadlines) == {pk for pk, status in statuses.items() if status in CAN_APPLY}, now
        assert set(openings) == {pk for pk, status in statuses.items() if status is Status.FORTHCOMING}, now
        assert live == {pk for pk, status in statuses.items() if status is not Status.CLOSED}, now
        ends = [end_of(table[pk]) or FAR_OFF for pk in deadlines]
        assert ends == sorted(ends)
        days = [table[pk].opens_on for pk in openings]
        assert days == sorted(days)
        seen.update(statuses.values())
    assert seen == set(Status)


def test_only_as_many_as_asked_for_in_one_query(tree, django_assert_num_queries):
    for day in range(8, 0, -1):
        pages.sheet(tree.funding, opens_on=date(2089, 1, 1), closes_on=date(2091, 1, day))
        pages.sheet(tree.funding, opens_on=date(2092, 1, day))
    closing_days()  # a setting of the site, kept with the others
    with django_assert_num_queries(1), time_machine.travel(date(2090, 1, 1)):
        found = next_deadlines_and_openings(FundingSheetPage.objects.all(), 3)
    days = FundingSheetPage.objects.in_bulk()
    assert [days[pk].closes_on for pk in found[0]] == [date(2091, 1, day) for day in (1, 2, 3)]
    assert [days[pk].opens_on for pk in found[1]] == [date(2092, 1, day) for day in (1, 2, 3)]
