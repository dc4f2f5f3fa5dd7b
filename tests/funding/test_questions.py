"""Random questions to the finder, when clocks and calendars turn, against an independent computation.

``make finder-questions`` asks 2,000 of them (``FINDER_QUESTIONS``), ``make test`` 200.
"""

import os
import random
from datetime import UTC, date, datetime, time, timedelta

import pytest
from wagtail.models import Page

from cms.models import PortalSettings
from funding.catalogue.finder.finder import find
from funding.catalogue.finder.without_search import find_without_search
from funding.models import FundingSheetPage
from tests.factories.pages import site_tree
from tests.search.fixtures import index_of_pages

from . import independent
from .making import a_ministry, open_sheet

pytestmark = pytest.mark.django_db

MOMENTS = (
    "2026-03-29T00:59:59",  # the last second before clocks go forward, and the first after it
    "2026-03-29T01:00:00",
    "2026-10-25T00:30:00",  # half past two, and once more
    "2026-10-25T01:30:00",
    "2026-11-30T22:59:59",  # midnight in Rome, at a month's end
    "2026-11-30T23:00:00",
    "2026-12-31T22:59:59",  # the turn of the year
    "2026-12-31T23:00:00",
    "2027-04-30T21:59:59",  # the end of a month that is summer time
    "2027-04-30T22:00:00",
    "2028-02-28T23:00:00",  # a leap day begins, and ends
    "2028-02-29T22:59:59",
)
NUMBER = int(os.environ.get("FINDER_QUESTIONS", "200"))
REGIONS, BODIES = ("ITC4", "ITI4", "ITG2"), ("cooperative", "enterprise", "citizen")
DAYS = sorted({datetime.fromisoformat(moment).date() for moment in MOMENTS})
STEPS = (-800, -400, -15, -14, -13, -2, -1, 0, 1, 2, 13, 14, 15, 16, 200, 366)
HOURS = (None, None, time(0), time(2, 30), time(12), time(23, 59))
STATUSES = ("forthcoming", "open", "closing", "undated", "evaluation", "suspended", "closed", "any")


@pytest.fixture(scope="module")
def tree(standing_db):
    return site_tree()


@pytest.fixture(scope="module")
def rows(tree):
    """Fifty sheets; what contradicts itself is among them."""
    dice, ministry = random.Random(11), a_ministry()
    for _ in range(50):
        sheet = open_sheet(tree, grantor=ministry)
        Page.objects.filter(pk=sheet.pk).update(first_published_at=datetime(2025, 6, 1, tzinfo=UTC))
        FundingSheetPage.objects.filter(pk=sheet.pk).update(**_facts(dice))
    return list(FundingSheetPage.objects.values(*independent.COLUMNS))


@pytest.fixture(scope="module")
def standing_index(rows, tmp_path_factory):
    return index_of_pages(tmp_path_factory)


def _facts(dice) -> dict:
    def day(unknown: float) -> date | None:
        return None if dice.random() < unknown else dice.choice(DAYS) + timedelta(days=dice.choice(STEPS))

    opens, closes = day(0.2), day(0.35)
    if closes and dice.random() < 0.1:
        closes = closes.replace(year=closes.year + dice.choice((14, 15, 60)), day=min(closes.day, 28))
    return {
        "opens_on": opens,
        "opens_at": opens and dice.choice(HOURS),
        "opening_month_only": bool(opens) and dice.random() < 0.15,
        "closes_on": closes,
        "closes_at": closes and dice.choice(HOURS),
        "no_deadline": dice.random() < 0.2,
        "closed_early_on": day(0.9),
        "concluded": dice.random() < 0.05,
        "suspended": dice.random() < 0.08,
        "results_awaited": dice.random() < 0.4,
        "results_published_on": day(0.8),
        "imported_at": dice.choice((None, datetime(2024, 3, 1, tzinfo=UTC))),
        "grant_max": dice.choice((None, 5_000, 20_000)),
        "whole_country": dice.random() < 0.2,
        "regions": dice.sample(REGIONS, dice.randrange(3)),
        "beneficiaries": dice.sample(BODIES, dice.randrange(3)),
    }


def _question(dice) -> dict:
    question = {}
    for name, values in (("status", STATUSES), ("region", REGIONS), ("beneficiary", BODIES)):
        if dice.random() < 0.35:
            question[name] = dice.sample(values, dice.choice((1, 1, 2, 3)))
    for name in ("closes_before", "closes_after", "opens_after"):
        if dice.random() < 0.25:
            question[name] = dice.choice(DAYS) + timedelta(days=dice.choice(STEPS))
    if dice.random() < 0.2:
        question["deadline"] = "none"
    if dice.random() < 0.15:
        question["amount"] = dice.choice((0, 5_000, 5_001))
        question |= dice.choice(({}, {"unstated": "amount"}))
    return question


def _pairs(question: dict) -> list[tuple[str, str]]:
    found = [("per", "50"), ("sort", "deadline")]
    for name, value in question.items():
        found += [(name, str(one)) for one in (value if isinstance(value, list) else [value])]
    return found


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_finder_answers_as_an_independent_computation_does(tree, rows, search_index, today, moment):
    now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    today.move_to(now)
    assert PortalSettings.of_site().closing_days == 14
    dice, wrong = random.Random(moment), []
    for _ in range(-(-NUMBER // len(MOMENTS))):
        question = _question(dice)
        answer = find(_pairs(question), tree.locale, now)
        if problem := _compare(rows, question, answer, int(now.timestamp())):
            wrong.append((question, problem))
        _results, plain = find_without_search(answer.parameters, tree.locale, now)
        if plain != [sheet.pk for sheet in answer.sheets]:
            wrong.append((question, "the database answers otherwise"))
    assert not wrong, (len(wrong), wrong[:3])


def _compare(rows: list, question: dict, answer, now: int) -> str:
    """What is wrong with an answer; empty if nothing is."""
    expected = [row for row in rows if independent.answers(row, question, now)]
    found = [sheet.pk for sheet in answer.sheets]
    if sorted(found) != sorted(row["pk"] for row in expected) or answer.results.total != len(found):
        return f"found {sorted(found)}, not {sorted(row['pk'] for row in expected)}"
    order = independent.by_deadline(expected, now)
    if found[: len(order)] != order:
        return f"order {found[: len(order)]}, not {order}"
    by_pk = {row["pk"]: row for row in rows}
    if any(sheet.status != independent.status(by_pk[sheet.pk], now) for sheet in answer.sheets):
        return "status of a sheet"
    counted = {one.value: one.count for one in answer.results.facets["status"] if one.value in STATUSES}
    true = dict.fromkeys(STATUSES[:-1], 0)
    for row in rows:
        if independent.answers(row, question, now, leave_out="status"):
            true[independent.status(row, now)] += 1
    return "" if counted == true else f"counted {counted}, not {true}"
