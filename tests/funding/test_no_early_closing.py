"""A day of "closed early" after the deadline, as older sheets may have it, is told to nobody as one."""

from datetime import date, time

import pytest

from funding.domain.status import Dates
from funding.models import SheetChange
from funding.presentation.change_values import facts_of

pytestmark = pytest.mark.django_db

DEADLINE, AFTER = date(2026, 12, 31), date(2028, 11, 27)


def say(sheet, **fields):
    """As a row that an earlier version of the site has let through."""
    type(sheet).objects.filter(pk=sheet.pk).update(**fields)
    sheet.refresh_from_db()
    return sheet


@pytest.fixture
def sheet(make_sheet):
    return say(make_sheet(closes_at=time(12)), closed_early_on=AFTER, closed_early_reason="Fondi finiti")


@pytest.mark.parametrize("address", ["", "feed.rss", "calendar.ics", "export.csv", "export.json", "sheet"])
def test_no_page_list_or_file_tells_it(sheet, client, search_index, address):
    SheetChange.objects.create(
        sheet_key=sheet.translation_key,
        kind="dates",
        field="closed_early_on",
        after=AFTER.isoformat(),
        day=date(2026, 11, 20),
        noted_at=sheet.first_published_at,
    )
    search_index.rebuild()
    answer = client.get(sheet.url if address == "sheet" else f"/it/bandi/{address}")
    content = answer.content if not answer.streaming else b"".join(answer.streaming_content)
    text = content.decode()
    assert answer.status_code == 200 and sheet.title in text
    for words in ("2028", "27 novembre", "Fondi finiti", "prima del tempo"):
        assert words not in text


def test_the_log_does_not_take_it_for_a_change(sheet):
    assert facts_of(sheet)["closed_early_on"] is None
    assert facts_of(say(sheet, closed_early_on=DEADLINE))["closed_early_on"] == "2026-12-31"


def test_on_the_day_of_the_deadline_it_is_one():
    """It is the first day on which it is too late."""
    assert Dates(closes_on=DEADLINE, closed_early_on=DEADLINE).early == DEADLINE
    assert Dates(closes_on=DEADLINE, closes_at=time(0), closed_early_on=DEADLINE).early is None


def test_once_the_deadline_has_passed_no_reason_is_told_for_it(sheet, client):
    say(sheet, closes_on=date(2026, 11, 20))
    assert "Fondi finiti" not in client.get(sheet.url).content.decode()
    assert (sheet.key_date_label, sheet.key_date, sheet.key_date_time) == (
        "Closed",
        date(2026, 11, 20),
        "12:00",
    )
