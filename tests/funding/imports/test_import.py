"""What an import does to the sheets: new, unchanged, changed, kept; one bad row never stops the rest."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from cms.snippets.topics import Organisation
from funding.imports.apply import apply_plan
from funding.imports.plan import Action, make_plan
from funding.imports.readers import read_file
from funding.models import FundingSheetPage, ImportRecord, SheetChange
from search.models import OutboxEntry
from tests.factories import pages

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def source(tmp_path):
    """A catalogue of three calls that a test may change."""
    path = tmp_path / "incentivi.json"

    def write(changes=(), **common):
        rows = [
            {
                "ID_Incentivo": str(number),
                "Titolo": "Bando Botteghe",
                "Data_apertura": "2026-03-02T00:00:00",
                "Data_chiusura": "2026-12-11T00:00:00",
                "Agevolazione_Concedibile_max": "20000",
                "Descrizione": "Cos'è Paga gli arredi & l'affitto.",
                "Regioni": ["Liguria"],
                "Soggetto_Concedente": "Regione Liguria",
                "Base_normativa_primaria": "Legge 1/2026",
                **common,
            }
            for number in (1, 2, 3)
        ]
        for row in rows:
            row.update(dict(changes).get(row["ID_Incentivo"], {}))
        path.write_text(json.dumps(rows), encoding="utf-8")
        return path

    return write


def bring_in(path, publish=False, source="incentivi"):
    plan = make_plan(read_file(source, path, timezone.localdate()), publish)
    return plan, apply_plan(plan, publish)


def sheet(identifier):
    return FundingSheetPage.objects.get(import_record__identifier=identifier)


def draft(identifier):
    return sheet(identifier).get_latest_revision_as_object()


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


def test_a_second_run_changes_nothing(tree, source, django_assert_max_num_queries):
    path = source()
    bring_in(path)
    before = list(FundingSheetPage.objects.values())
    with django_assert_max_num_queries(8):
        plan, outcome = bring_in(path)
    assert len(plan.of(Action.UNCHANGED)) == 3
    assert (outcome.created, outcome.changed) == (0, [])
    assert list(FundingSheetPage.objects.values()) == before


def test_a_change_of_a_live_sheet_becomes_a_draft(tree, source):
    bring_in(source(), publish=True)
    _plan, outcome = bring_in(source({"2": {"Data_chiusura": "2027-01-29T00:00:00"}}))
    assert [item.record.identifier for item in outcome.changed] == ["2"]
    assert sheet("2").closes_on == date(2026, 12, 11)
    assert draft("2").closes_on == date(2027, 1, 29)
    assert sheet("2").has_unpublished_changes
    plan, _outcome = bring_in(source({"2": {"Data_chiusura": "2027-01-29T00:00:00"}}))
    assert len(plan.of(Action.UNCHANGED)) == 3


def test_a_change_from_a_trusted_source_is_published(tree, source):
    bring_in(source(), publish=True)
    bring_in(source({"2": {"Data_chiusura": "2027-01-29T00:00:00"}}), publish=True)
    assert sheet("2").closes_on == date(2027, 1, 29)
    assert not sheet("2").has_unpublished_changes
    (change,) = SheetChange.objects.all()
    assert (change.sheet_key, change.before, change.after) == (
        sheet("2").translation_key,
        "2026-12-11",
        "2027-01-29",
    )


def test_another_body_is_known_by_who_refers_to_it(tree, source, django_capture_on_commit_callbacks):
    bring_in(source(), publish=True)
    with django_capture_on_commit_callbacks(execute=True):
        bring_in(source({"2": {"Soggetto_Concedente": "Regione Lazio"}}), publish=True)
    uses = ReferenceIndex.get_references_to(sheet("2").grantor)
    assert [int(use.object_id) for use in uses] == [sheet("2").pk]


def test_a_day_that_a_source_moves_is_an_extension_whatever_an_editor_chose_before(tree, source):
    bring_in(source(), publish=True)
    page = draft("2")
    page.closing_change = "corrected"
    page.save_revision()
    bring_in(source({"2": {"Data_chiusura": "2027-01-29T00:00:00"}}))
    draft("2").save_revision().publish()
    assert SheetChange.objects.get().is_extension


def test_what_an_editor_has_touched_stays_and_is_listed(tree, source):
    bring_in(source(), publish=True)
    page = draft("1")
    page.title = "Botteghe, in breve"
    page.closes_on = date(2026, 12, 18)
    page.save_revision().publish()
    change = {"Data_chiusura": "2027-01-29T00:00:00", "Agevolazione_Concedibile_max": "25000"}
    _plan, outcome = bring_in(source({"1": change}))
    item = outcome.changed[0]
    assert [(kept.field, kept.before, kept.after) for kept in item.kept] == [
        ("closes_on", "2026-12-18", "2027-01-29")
    ]
    assert [changed.field for changed in item.differences] == ["grant_max"]
    assert draft("1").title == "Botteghe, in breve"
    assert draft("1").closes_on == date(2026, 12, 18)
    assert draft("1").grant_max == Decimal("25000.00")
    assert draft("1").official_title == "Bando Botteghe"


def test_an_editor_s_unfinished_draft_is_never_published_by_an_import(tree, source):
    bring_in(source(), publish=True)
    page = draft("1")
    page.programme = "Da verificare"
    page.save_revision()
    bring_in(source({"1": {"Agevolazione_Concedibile_max": "25000"}}), publish=True)
    assert sheet("1").programme == ""
    assert draft("1").programme == "Da verificare"
    assert draft("1").grant_max == Decimal("25000.00")


def test_saving_the_editor_s_form_unchanged_touches_nothing(tree, source):
    """The form writes markup, line ends and lists in its own way: that is no editor's change."""
    path = source(Note_di_apertura_chiusura="Prima riga.\nSeconda riga.")
    bring_in(path)
    page = draft("1")
    body = page.body.get_prep_value()
    for block in body:
        block["value"] = block["value"].replace("<p>", '<p data-block-key="a1b2c">').replace("&#x27;", "'")
    page.body = page._meta.get_field("body").to_python(body)
    page.dates_note = page.dates_note.replace("\n", "\r\n")
    page.save_revision()
    change = {"Descrizione": "Cos'è Paga tutto.", "Note_di_apertura_chiusura": "Una riga."}
    _plan, outcome = bring_in(source({"1": change}, Note_di_apertura_chiusura="Prima riga.\nSeconda riga."))
    assert outcome.changed[0].kept == ()
    assert "Paga tutto" in str(draft("1").body)
    assert draft("1").dates_note == "Una riga."


def test_a_field_that_the_source_no_longer_gives_is_emptied(tree, source):
    bring_in(source())
    bring_in(source({"1": {"Agevolazione_Concedibile_max": "", "Soggetto_Concedente": ""}}))
    assert draft("1").grant_max is None
    assert draft("1").grantor is None


def test_a_locked_sheet_waits_for_the_next_time(tree, source):
    bring_in(source())
    FundingSheetPage.objects.filter(pk=sheet("1").pk).update(locked=True)
    path = source({"1": {"Agevolazione_Concedibile_max": "25000"}})
    plan, outcome = bring_in(path)
    assert len(plan.of(Action.LOCKED)) == 1
    assert outcome.changed == []
    FundingSheetPage.objects.filter(pk=sheet("1").pk).update(locked=False)
    _plan, outcome = bring_in(path)
    assert len(outcome.changed) == 1


def test_a_sheet_that_an_editor_has_deleted_stays_away(tree, source):
    path = source()
    bring_in(path)
    sheet("1").delete()
    plan, outcome = bring_in(path)
    assert len(plan.of(Action.REMOVED)) == 1
    assert outcome.created == 0


def test_untouched_drafts_of_before_are_published_when_the_source_is_trusted(tree, source):
    path = source()
    bring_in(path)
    page = draft("1")
    page.programme = "Da verificare"
    page.save_revision()
    _plan, outcome = bring_in(path, publish=True)
    assert outcome.published == 2
    assert not sheet("1").live
    assert sheet("2").live


def test_a_change_that_contradicts_an_editor_is_refused_with_the_reason(tree, source):
    bring_in(source())
    page = draft("1")
    page.opens_on = date(2026, 10, 1)
    page.save_revision()
    plan, _outcome = bring_in(source({"1": {"Data_chiusura": "2026-06-01T00:00:00"}}))
    assert [refusal.identifier for refusal in plan.refusals] == ["1"]
    assert draft("1").closes_on == date(2026, 12, 11)


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


def test_a_sheet_that_an_editor_wrote_by_hand_is_never_made_twice(tree, source):
    pages.sheet(tree.funding, title="A mano", source_name="incentivi.gov.it", source_id="2")
    pages.sheet(tree.funding, title="Altra fonte", source_name="altrove", source_id="3")
    for _run in range(2):
        plan, _outcome = bring_in(source(), publish=True)
        assert [item.record.identifier for item in plan.of(Action.PRESENT)] == ["2"]
        assert FundingSheetPage.objects.filter(source_id="2").get().title == "A mano"
    assert FundingSheetPage.objects.count() == 4
