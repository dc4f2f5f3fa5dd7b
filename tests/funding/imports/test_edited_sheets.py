"""What an import does to sheets that an editor has changed, locked, deleted or written by hand."""

from datetime import date
from decimal import Decimal

import pytest

from funding.imports.plan import Action
from funding.models import FundingSheetPage, SheetChange
from tests.factories import pages

from .bringing import NOW, bring_in, clock, draft, sheet  # noqa: F401

pytestmark = pytest.mark.django_db


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


def test_a_sheet_that_an_editor_wrote_by_hand_is_never_made_twice(tree, source):
    pages.sheet(tree.funding, title="A mano", source_name="incentivi.gov.it", source_id="2")
    pages.sheet(tree.funding, title="Altra fonte", source_name="altrove", source_id="3")
    for _run in range(2):
        plan, _outcome = bring_in(source(), publish=True)
        assert [item.record.identifier for item in plan.of(Action.PRESENT)] == ["2"]
        assert FundingSheetPage.objects.filter(source_id="2").get().title == "A mano"
    assert FundingSheetPage.objects.count() == 4
