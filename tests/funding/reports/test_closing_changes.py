"""Who may say that a logged extension was the correction of a mistake, and who sees the list."""

from datetime import date

import pytest
from django.urls import reverse

from funding.models import FundingSheetPage, SheetChange
from tests.editors.dashboard.test_reports import queries_of
from tests.factories import pages
from tests.funding.test_change_log import edit

from .test_lists import titles

pytestmark = pytest.mark.django_db
LIST = "closing-changes"


@pytest.fixture
def change(site):
    sheet = pages.sheet(site.funding, title="Cori", closes_on=date(2026, 12, 3), summary="Una frase.")
    edit(edit(sheet), closes_on=date(2026, 12, 30))
    return SheetChange.objects.get()


def tell(client, change) -> SheetChange:
    client.post(reverse("funding_correct", args=[change.pk]), {"classification": "correction"})
    return SheetChange.objects.get(pk=change.pk)


def test_who_may_publish_the_sheet_says_what_a_change_was(chief, author, translator, change):
    for client in (author, translator):
        assert not tell(client, change).correction
    assert tell(chief, change).correction


def test_who_writes_sheets_sees_the_list(chief, expert, author, change):
    for client in (chief, expert):
        assert titles(client, LIST) == {"Cori"}
    assert 'name="classification"' in chief.get(reverse(f"report_{LIST}")).content.decode()
    assert author.get(reverse(f"report_{LIST}")).status_code == 403


def test_a_longer_list_asks_no_more(chief, change):
    counts = [queries_of(chief, LIST)]
    sheet = FundingSheetPage.objects.get(title="Cori")
    for day in (5, 6, 7):
        sheet = edit(sheet, closes_on=date(2027, 1, day))
    counts.append(queries_of(chief, LIST))
    assert counts[0] == counts[1]
