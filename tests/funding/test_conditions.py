"""The database's conditions answer as the rule does."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest
import time_machine

from funding.conditions import closed, closing_within, under_evaluation
from funding.models import FundingSheetPage
from funding.status import Dates, Status, days_left, status_of

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)  # half past eleven in Rome
TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
OPENINGS = [(None, None), (TODAY - DAY, None), (TODAY, None), (TODAY, time(12)), (TODAY + DAY, None)]
CLOSINGS = [
    (None, None),
    (TODAY - DAY, None),
    (TODAY, None),
    (TODAY, time(11, 30)),
    (TODAY, time(11, 29)),
    (TODAY + 7 * DAY, None),
    (TODAY + 8 * DAY, None),
]
ENDS = [{}, {"closed_early_on": TODAY}, {"closed_early_on": TODAY + DAY}, {"concluded": True}]
RESULTS = [{}, {"results_awaited": True}, {"results_awaited": True, "results_published_on": TODAY}]
OTHER = [{}, {"suspended": True}, {"no_deadline": True}]


@pytest.fixture
def sheets(tree):
    """Every combination, as rows of the database, by number."""
    parent = tree.funding
    cases = {}
    for number, parts in enumerate(product(OPENINGS, CLOSINGS, ENDS, RESULTS, OTHER)):
        (opens_on, opens_at), (closes_on, closes_at), *more = parts
        facts = {"opens_on": opens_on, "opens_at": opens_at, "closes_on": closes_on, "closes_at": closes_at}
        for each in more:
            facts |= each
        cases[number] = Dates(**facts)
    from tests.factories import pages

    sample = pages.sheet(parent)
    _multiply(sample, cases)
    return cases


def _multiply(sample, cases):
    """Rows without a tree: the conditions look at dates alone."""
    from wagtail.models import Page

    for number, dates in cases.items():
        row = FundingSheetPage(
            **{
                field.attname: getattr(sample, field.attname)
                for field in Page._meta.concrete_fields
                if field.attname not in ("id", "path", "slug", "translation_key")
            },
            id=100_000 + number,
            path=f"9{number:07d}",
            slug=f"s-{number}",
            **vars(dates),
        )
        row.page_ptr_id = row.id
        Page(
            **{field.attname: getattr(row, field.attname) for field in Page._meta.concrete_fields}
        ).save_base(raw=True, force_insert=True)
        row.save_base(raw=True, force_insert=True)


@time_machine.travel(NOW, tick=False)
def test_database_and_rule_agree_on_every_combination(sheets):
    def found(condition):
        rows = FundingSheetPage.objects.filter(condition, pk__gte=100_000)
        return {pk - 100_000 for pk in rows.values_list("pk", flat=True)}

    status = {number: status_of(dates, NOW) for number, dates in sheets.items()}
    assert found(closed(NOW)) == {number for number, each in status.items() if each is Status.CLOSED}
    assert found(under_evaluation(NOW)) == {
        number for number, each in status.items() if each is Status.EVALUATION
    }
    open_states = (Status.OPEN, Status.CLOSING, Status.FORTHCOMING)
    assert found(closing_within(NOW, 7)) == {
        number
        for number, dates in sheets.items()
        if status[number] in open_states and days_left(dates, NOW) is not None and days_left(dates, NOW) <= 7
    }
