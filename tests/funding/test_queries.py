"""What the database is asked by status says what the rule says, for each case of the table."""

from dataclasses import asdict
from datetime import date, time

import pytest
import time_machine

from funding.domain.status import CAN_APPLY, FAR_OFF, Dates, Status, end_of, status_of
from funding.models import FundingSheetPage, next_days
from funding.models.next_days import next_deadlines, next_openings
from funding.models.queries import not_closed
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
            sheets = FundingSheetPage.objects.all()
            deadlines, openings = next_deadlines(sheets, 1000), next_openings(sheets, 1000)
            live = set(not_closed(sheets).values_list("pk", flat=True))
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


def test_a_few_are_the_first_of_all(table):
    """Wherever the reading ends, what was not read would have come later."""
    sheets = FundingSheetPage.objects.all()
    for now in MOMENTS:
        with time_machine.travel(now, tick=False):
            deadlines, openings = next_deadlines(sheets, 1000), next_openings(sheets, 1000)
            for limit in (1, 3, 10):
                first = [end_of(table[pk]) for pk in next_deadlines(sheets, limit)]
                assert first == [end_of(table[pk]) for pk in deadlines[:limit]], (now, limit)
                assert next_openings(sheets, limit) == openings[:limit], (now, limit)


@pytest.mark.parametrize(
    ("sooner", "later"),
    [
        ({"closes_on": date(2090, 1, 9), "closes_at": time(12)}, {"closes_on": date(2090, 1, 9)}),
        ({"closes_on": date(2090, 1, 10), "closes_at": time(0)}, {"closes_on": date(2090, 1, 10)}),
        (
            {"closes_on": date(2090, 2, 1), "closed_early_on": date(2090, 1, 10)},
            {"closes_on": date(2090, 1, 10), "closes_at": time(0, 1)},
        ),
        ({"closes_on": date(2090, 1, 10)}, {"opens_on": date(2000, 1, 1), "closes_on": date(2090, 1, 9)}),
    ],
    ids=["hour", "midnight", "early closing", "placeholder"],
)
def test_the_nearest_end_is_found_whatever_day_is_written(tree, sooner, later):
    """The later end is written on no later day, and read first."""
    opened = {"opens_on": date(2089, 1, 1)}
    ids = [pages.sheet(tree.funding, **opened | dates).pk for dates in (later, sooner)]
    with time_machine.travel(date(2090, 1, 1)):
        assert next_deadlines(FundingSheetPage.objects.all(), 1) == ids[1:]


@pytest.mark.parametrize("number", [8, 60])
def test_however_many_there_are_few_are_read(tree, number, monkeypatch, django_assert_num_queries):
    for n in range(number):
        day = 1 + n % 28
        pages.sheet(tree.funding, opens_on=date(2089, 1, 1), closes_on=date(2091, 1, day))
        pages.sheet(tree.funding, opens_on=date(2092, 1, day))
        pages.sheet(tree.funding, opens_on=date(2089, 1, 1))  # without a deadline that anybody knows
        pages.sheet(tree.funding, opens_on=date(2089, 1, 1), no_deadline=True)
    read = []
    monkeypatch.setattr(next_days, "status_of", lambda *known: read.append(known) or status_of(*known))
    closing_days()  # a setting of the site, kept with the others
    sheets = FundingSheetPage.objects.all()
    with time_machine.travel(date(2090, 1, 1)):
        with django_assert_num_queries(2):
            closing, opening = next_deadlines(sheets, 3), next_openings(sheets, 3)
        assert len(read) <= 20
        read.clear()
        assert len(next_deadlines(sheets.filter(no_deadline=True), 3)) == 3
        assert len(read) <= 20
    days = sheets.in_bulk()
    soonest = sorted(1 + n % 28 for n in range(number))[:3]
    assert [days[pk].closes_on.day for pk in closing] == [days[pk].opens_on.day for pk in opening] == soonest
