"""What cannot be true is refused, with the field and what is expected; what is only unknown is not."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from funding.models import FundingSheetPage
from funding.models.validation import missing_fields


def refused(**fields) -> dict[str, list[str]]:
    """The messages by field that a sheet with ``fields`` is refused with."""
    sheet = FundingSheetPage(title="Bando", slug="bando", **fields)
    try:
        with override("en"):
            sheet.clean()
    except ValidationError as error:
        return error.message_dict
    return {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "field", "expected"),
    [
        ({"opens_on": date(2026, 5, 2), "closes_on": date(2026, 5, 1)}, "closes_on", "after the opening"),
        (
            {
                "opens_on": date(2026, 5, 1),
                "opens_at": time(12),
                "closes_on": date(2026, 5, 1),
                "closes_at": time(10),
            },
            "closes_at",
            "after the opening",
        ),
        (
            {
                "opens_on": date(2026, 5, 1),
                "opens_at": time(12),
                "closes_on": date(2026, 5, 1),
                "closes_at": time(12),
            },
            "closes_at",
            "after the opening",
        ),
        ({"opens_at": time(10)}, "opens_on", "day"),
        ({"closes_at": time(10)}, "closes_on", "day"),
        ({"no_deadline": True, "closes_on": date(2026, 5, 1)}, "no_deadline", "untick"),
        ({"announced_on": date(2026, 5, 2), "opens_on": date(2026, 5, 1)}, "announced_on", "not after"),
        (
            {"closed_early_on": date(2026, 4, 30), "opens_on": date(2026, 5, 1)},
            "closed_early_on",
            "not before the opening",
        ),
        (
            {
                "closed_early_on": date(2026, 4, 30),
                "opens_on": date(2026, 5, 20),
                "opening_month_only": True,
            },
            "closed_early_on",
            "not before the opening",
        ),
        (
            {"closed_early_on": date(2026, 4, 30), "announced_on": date(2026, 5, 1)},
            "closed_early_on",
            "not before the one on which it was announced",
        ),
        (
            {"closed_early_on": date(2028, 11, 27), "closes_on": date(2026, 12, 31)},
            "closed_early_on",
            "closes on 31 December 2026",
        ),
        (
            {"closed_early_on": date(2026, 12, 31), "closes_on": date(2026, 12, 31), "closes_at": time(0)},
            "closed_early_on",
            "closes on 30 December 2026",
        ),
        (
            {"results_published_on": date(2026, 4, 1), "opens_on": date(2026, 5, 1)},
            "results_published_on",
            "before the call opens",
        ),
        ({"grant_min": Decimal(5), "grant_max": Decimal(4)}, "grant_min", "at most 4"),
        ({"spend_min": Decimal(5), "spend_max": Decimal(4)}, "spend_min", "at most 4"),
        ({"intensity_min": Decimal(50), "intensity_max": Decimal(40)}, "intensity_min", "at most 40"),
        ({"intensity_max": Decimal(101)}, "intensity_max", "0 to 100"),
        ({"grant_max": Decimal(-1)}, "grant_max", "not negative"),
        ({"intensity_min": Decimal(-1)}, "intensity_min", "not negative"),
        ({"budget": Decimal(-1)}, "budget", "not negative"),
        ({"budget": Decimal(10), "budget_left": Decimal(11)}, "budget_left", "at most 10"),
        ({"budget_left_on": date(2026, 5, 1)}, "budget_left", "amount"),
        ({"whole_country": True, "regions": ["ITC4"]}, "regions", "whole country"),
        ({"mission": "M2", "component": "M1C3"}, "component", "mission M2"),
        ({"measure": "1.3"}, "measure", "M1C3I1.3"),
        ({"measure": "M1C3I1.3", "component": "M1C2"}, "measure", "component M1C2"),
        ({"measure": "M1C3I1.3", "mission": "M2"}, "measure", "mission M2"),
    ],
)
def test_a_contradiction_names_its_field_and_what_is_expected(fields, field, expected):
    messages = refused(**fields)
    assert list(messages) == [field]
    assert expected in messages[field][0]


@pytest.mark.django_db
def test_all_contradictions_are_told_at_once():
    messages = refused(
        opens_on=date(2026, 5, 2), closes_on=date(2026, 5, 1), grant_max=Decimal(-1), measure="nonsense"
    )
    assert set(messages) == {"closes_on", "grant_max", "measure"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"opens_on": date(2026, 5, 1), "closes_on": date(2026, 5, 1)},
        {"grant_min": Decimal(5), "grant_max": Decimal(5), "intensity_max": Decimal(100)},
        {"announced_on": date(2026, 5, 1), "opens_on": date(2026, 5, 1)},
        {"results_published_on": date(2026, 5, 1), "opens_on": date(2026, 5, 1)},
        {"closed_early_on": date(2026, 5, 1), "opens_on": date(2026, 5, 1)},
        {"closed_early_on": date(2026, 5, 1), "announced_on": date(2026, 5, 1)},
        {"closed_early_on": date(2026, 5, 1), "opens_on": date(2026, 5, 20), "opening_month_only": True},
        {"budget": Decimal(10), "budget_left": Decimal(10), "grant_min": Decimal(0)},
        {"whole_country": True, "regions": ["EXT"]},
        {"no_deadline": True, "opens_on": date(2026, 5, 1)},
    ],
)
def test_what_is_not_known_is_no_mistake(fields):
    assert refused(**fields) == {}


@pytest.mark.django_db
def test_a_measure_is_normalised_and_tells_mission_and_component():
    sheet = FundingSheetPage(title="Bando", slug="bando", measure="m1c3I1.03.00")
    sheet.clean()
    assert (sheet.measure, sheet.component, sheet.mission) == ("M1C3I1.3", "M1C3", "M1")


def test_a_sheet_is_not_published_without_sentence_grantor_and_date():
    assert set(missing_fields({})) == {"summary", "grantor", "closes_on"}
    known = {"summary": "Paga i teatri.", "grantor": object()}
    for date_field in ("opens_on", "closes_on", "closed_early_on"):
        assert missing_fields(known | {date_field: date(2026, 1, 1)}) == {}
    assert missing_fields(known | {"no_deadline": True}) == missing_fields(known | {"concluded": True}) == {}
