"""What an import makes of new calls; one bad row never stops the rest."""

from datetime import date
from decimal import Decimal

import pytest
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from cms.snippets.topics import Organisation
from funding.imports.plan import Action
from funding.models import FundingSheetPage, ImportRecord
from search.models import OutboxEntry

from .bringing import NOW, bring_in, clock, draft, sheet  # noqa: F401

pytestmark = pytest.mark.django_db


def test_new_calls_become_drafts_under_the_italian_finder(tree, source):
    _plan, outcome = bring_in(source())
    assert outcome.created == 3
    page = sheet("1")
    assert not page.live
    assert page.has_unpublished_changes
    assert page.get_parent().pk == tree.funding.pk
    assert page.locale.language_code == "it"
    assert (page.source_name, page.source_licence, page.source_id) == ("incentivi.gov.it", "IODL 2.0", "1")
    assert page.imported_at == NOW
    assert (page.closes_on, page.grant_max) == (date(2026, 12, 11), Decimal("20000.00"))
    assert page.grantor.name == "Regione Liguria"
    assert page.get_latest_revision_as_object().legal_basis[0].value["act"] == "Legge 1/2026"


def test_the_same_title_thrice_gives_three_addresses(tree, source):
    bring_in(source())
    slugs = FundingSheetPage.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["bando-botteghe", "bando-botteghe-2", "bando-botteghe-3"]


def test_the_tree_history_references_and_search_are_as_if_made_by_hand(tree, source):
    bring_in(source())
    assert all(not problems for problems in Page.find_problems())
    assert Page.objects.get(pk=tree.funding.pk).numchild == 3
    page = sheet("1")
    assert page.url_path == f"{tree.funding.url_path}bando-botteghe/"
    assert list(PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True)) == [
        "wagtail.create"
    ]
    uses = ReferenceIndex.get_references_to(page.grantor)
    assert {int(use.object_id) for use in uses} == set(FundingSheetPage.objects.values_list("pk", flat=True))
    assert FundingSheetPage.objects.search("botteghe").count() == 3
    # And a page added by hand afterwards finds its place.
    tree.funding.refresh_from_db()
    tree.funding.add_child(instance=FundingSheetPage(title="Altro", slug="altro"))
    assert all(not problems for problems in Page.find_problems())


def test_published_at_once_they_are_live_and_the_search_hears_of_them(tree, source, monkeypatch):
    monkeypatch.setattr("search.index.outbox.drain_quietly", lambda: None)
    OutboxEntry.objects.all().delete()
    bring_in(source(), publish=True)
    page = sheet("1")
    assert page.live
    assert not page.has_unpublished_changes
    assert page.first_published_at == NOW
    assert page.live_revision_id == page.latest_revision_id
    noted = set(OutboxEntry.objects.values_list("page_id", flat=True))
    assert noted >= set(FundingSheetPage.objects.values_list("pk", flat=True))


def test_bodies_are_found_whatever_their_capitals_and_made_once(tree, source):
    Organisation.objects.create(name="Regione Liguria S.p.A.", slug="rl")
    bring_in(source({"1": {"Soggetto_Concedente": "REGIONE LIGURIA SPA"}}))
    assert sheet("1").grantor.slug == "rl"
    assert sheet("2").grantor_id == sheet("3").grantor_id
    assert sheet("2").grantor.kind == "region"


def test_minimum_over_maximum_is_refused_and_the_rest_goes_on(tree, data):
    plan, outcome = bring_in(data / "incentivi.json")
    assert outcome.created == 4
    assert {refusal.identifier for refusal in plan.refusals} == {"104", "105", "106", "", "109"}


def test_a_record_that_the_database_refuses_does_not_stop_the_others(tree, source, monkeypatch):
    from funding.imports import apply

    made = apply.create_sheets

    def fussy(parent, sheets, *args):
        if any(page.source_id == "2" for page in sheets):
            raise ValueError("disk full")
        return made(parent, sheets, *args)

    monkeypatch.setattr(apply, "create_sheets", fussy)
    _plan, outcome = bring_in(source())
    assert outcome.created == 2
    assert [(refusal.identifier, "disk full" in refusal.reasons[0]) for refusal in outcome.refusals] == [
        ("2", True)
    ]
    assert ImportRecord.objects.count() == 2
    assert all(not problems for problems in Page.find_problems())


def test_all_three_sources_come_in_and_stay(tree, data):
    for source, name, count in (
        ("italia-domani", "italia-domani.csv", 5),
        ("pa-digitale", "pa-digitale.csv", 5),
    ):
        assert bring_in(data / name, source=source)[1].created == count
        assert len(bring_in(data / name, source=source)[0].of(Action.UNCHANGED)) == count
    over = FundingSheetPage.objects.get(source_id="11-infrastrutture-scuole")
    assert over.badge.code == "closed"


def test_hostile_text_is_escaped_on_the_sheet(tree, data, client):
    bring_in(data / "incentivi.json", publish=True)
    page = sheet("107")
    content = client.get(page.url).content.decode()
    for wrong in ("<script>alert", "<svg onload", "onerror=alert(2)>", "javascript:alert"):
        assert wrong not in content
    assert "{{ 7|add:7 }}" in content
