"""What an import changes on an Italian sheet is told in English at once: by its page, the finder, the list of
deadlines, the files and the calendar."""

import json
from decimal import Decimal

import pytest
from wagtail.models import Page

from funding.imports.apply import apply_plan
from funding.imports.plan import make_plan
from funding.imports.readers import read_file
from funding.models import FundingSheetPage, SheetChange
from tests.cms.shared_facts.conftest import anew, by_hand, synchronised  # noqa: F401
from tests.translation.conftest import admin, submit  # noqa: F401

from .bringing import NOW, ROW, clock  # noqa: F401

pytestmark = pytest.mark.django_db
LATER = {
    "Data_chiusura": "2027-01-20T00:00:00",
    "Agevolazione_Concedibile_max": "35000",
    "Regioni": ["Lazio"],
}


@pytest.fixture
def bring_in(tmp_path, tree, search_index, django_capture_on_commit_callbacks):
    def bring_in(publish=True, **changes) -> FundingSheetPage:
        path = tmp_path / "incentivi.json"
        path.write_text(json.dumps([ROW | changes]), encoding="utf-8")
        plan = make_plan(read_file("incentivi", path, NOW.date()), publish)
        with django_capture_on_commit_callbacks(execute=True):
            outcome = apply_plan(plan, publish)
        assert not outcome.refusals
        return FundingSheetPage.objects.get(import_record__identifier="1")

    return bring_in


@pytest.mark.parametrize("kind", ["synchronised", "by_hand"])
def test_days_and_amounts_of_an_import_are_those_of_the_translation(
    request, bring_in, client, tree, kind, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        english = request.getfixturevalue(kind)(bring_in())
    assert "11 December 2026" in client.get(english.url).content.decode()
    assert 'datetime="2026-12-11"' in client.get(tree.english.funding.url).content.decode()
    bring_in(**LATER)
    row = anew(english)
    assert (row.closes_on.isoformat(), row.grant_max, row.regions) == ("2027-01-20", Decimal(35000), ["ITI4"])
    assert row.get_latest_revision().content["closes_on"] == "2027-01-20"
    page = client.get(english.url).content.decode()
    assert "20 January 2027" in page
    assert "35,000" in page
    assert "Extended" in page
    listed = client.get(tree.english.funding.url).content.decode()
    assert 'datetime="2027-01-20"' in listed
    assert "35,000" in listed
    assert _found(client, tree, "region=ITI4&closes_after=2027-01-01&amount=30000") == [english.pk]
    assert _found(client, tree, "region=ITC3") == []
    assert "20270120" in client.get(f"{english.url}calendar.ics").content.decode()
    assert "20 January 2027" in client.get(f"{tree.english.funding.url}feed.rss").content.decode()
    exported = b"".join(client.get(f"{tree.english.funding.url}export.json").streaming_content)
    [record] = json.loads(exported)["records"]
    assert record["closes_on"] == "2027-01-20"
    assert SheetChange.objects.filter(field="closes").count() == 1


def _found(client, tree, query) -> list[int]:
    return [sheet.pk for sheet in client.get(f"{tree.english.funding.url}?{query}").context["sheets"]]


def test_a_draft_of_an_import_changes_nothing_until_it_is_published(bring_in, by_hand):  # noqa: F811
    english = by_hand(bring_in())
    sheet = bring_in(publish=False, **LATER)
    assert anew(english).closes_on.isoformat() == "2026-12-11"
    Page.objects.get(pk=sheet.pk).get_latest_revision().publish()
    assert (anew(english).closes_on.isoformat(), anew(english).grant_max) == ("2027-01-20", Decimal(35000))
