"""The benchmark's sheets are real ones: the finder shows them."""

import pytest

from funding.models import FundingSheetPage
from tests.benchmarks import many_sheets

pytestmark = pytest.mark.django_db


def test_the_finder_shows_the_sheets_made_at_once(search_index, client):
    many_sheets.make(60)
    search_index.rebuild()
    assert client.get("/it/bandi/?status=any").context["total"] == 60
    assert FundingSheetPage.find_problems() == ([], [], [], [], [])
    for sheet in FundingSheetPage.objects.all():
        sheet.full_clean()
