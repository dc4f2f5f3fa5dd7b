"""Which sheets are on which list."""

from datetime import date, timedelta

import pytest
from wagtail.models import Site

from cms.models import PortalSettings
from funding.models import ImportRecord
from tests.editors.dashboard.conftest import NOW, TODAY, imported
from tests.editors.dashboard.test_reports import address, rows
from tests.factories import pages

pytestmark = pytest.mark.django_db

OPEN = {"opens_on": date(2026, 10, 1), "summary": "Una frase."}


def titles(client, slug: str) -> set[str]:
    return {row["Funding sheet"] for row in rows(client, slug)}


def test_closing_this_week_is_today_to_a_week_from_today(expert, site):
    for days in (-1, 0, 7, 8):
        pages.sheet(site.funding, title=f"{days}", closes_on=TODAY + timedelta(days=days), **OPEN)
    assert titles(expert, "closing-this-week") == {"0", "7"}


def test_results_are_awaited_until_they_are_published(expert, site):
    past = {**OPEN, "closes_on": TODAY - timedelta(days=1), "results_awaited": True}
    pages.sheet(site.funding, title="Attesi", **past)
    pages.sheet(site.funding, title="Usciti", results_published_on=TODAY, **past)
    assert titles(expert, "results-awaited") == {"Attesi"}


def test_not_verified_lately_follows_the_sites_setting(expert, site):
    for days in (60, 61):
        day = TODAY - timedelta(days=days)
        pages.sheet(site.funding, title=f"{days}", no_deadline=True, verified_on=day, **OPEN)
    assert titles(expert, "not-verified") == {"61", "Bando"}
    PortalSettings.objects.create(site=Site.objects.get(), verification_days=30)
    assert titles(expert, "not-verified") == {"60", "61", "Bando"}


def test_closed_sheets_need_no_verifying(expert, site):
    pages.sheet(site.funding, title="Chiuso", closes_on=TODAY - timedelta(days=1), **OPEN)
    assert titles(expert, "not-verified") == {"Bando"}


def test_lists_hold_facts_once_and_drafts_never(chief, site):
    pages.sheet(site.funding, title="Bozza", no_deadline=True, live=False, **OPEN)
    assert titles(chief, "not-verified") == {"Bando"}  # neither the draft nor the English version


@pytest.fixture
def changed(site):
    """A live sheet: the source has changed its code and deadline, an editor has written the summary."""
    sheet = pages.sheet(site.funding, title="Teatri", code="A", closes_on=date(2027, 1, 1), **OPEN)
    sheet.summary = "Scritto a mano."
    return imported(sheet, code="B", closes_on="2027-02-01"), sheet


def test_an_imported_draft_tells_what_is_live_what_came_and_what_is_kept(expert, changed):
    record, _sheet = changed
    record.values |= {"summary": "Dalla fonte."}
    record.save()
    told = rows(expert, "imported-drafts")[0]
    assert told["Funding sheet"] == "Teatri"
    assert told["Fields"] == "2 changed, 1 kept by hand"
    assert told["Differences"].split("; ") == [
        "code given by the issuer: A → B",
        "closes on: 1 January 2027 → 1 February 2027",
        "summary: Una frase. → Dalla fonte. (kept: Scritto a mano.)",
    ]
    html = expert.get(address("imported-drafts")).content.decode()
    assert "Scritto a mano." in html


def test_a_published_draft_needs_no_review(expert, changed):
    _record, sheet = changed
    sheet.latest_revision.publish()
    type(sheet).objects.filter(pk=sheet.pk).update(last_published_at=NOW + timedelta(minutes=5))
    assert rows(expert, "imported-drafts") == []


def test_an_editors_own_draft_on_an_older_import_is_not_the_imports(expert, site):
    sheet = pages.sheet(site.funding, title="Musei", **OPEN)
    record = imported(sheet)
    ImportRecord.objects.filter(pk=record.pk).update(imported_at=NOW - timedelta(days=9))
    assert rows(expert, "imported-drafts") == []


def test_a_new_sheet_is_told_as_new(expert, site):
    sheet = pages.sheet(site.funding, title="Nuovo", live=False, first_published_at=None)
    imported(sheet)
    type(sheet).objects.filter(pk=sheet.pk).update(last_published_at=None, has_unpublished_changes=True)
    told = rows(expert, "imported-drafts")[0]
    assert (told["Fields"], told["Differences"]) == ("new", "")
