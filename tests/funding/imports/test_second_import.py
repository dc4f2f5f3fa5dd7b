"""What another import does to sheets that nobody has touched: unchanged, changed, emptied."""

from datetime import date

import pytest
from wagtail.models import ReferenceIndex

from funding.imports.plan import Action
from funding.models import FundingSheetPage, SheetChange

from .bringing import NOW, bring_in, clock, draft, sheet  # noqa: F401

pytestmark = pytest.mark.django_db


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


def test_a_field_that_the_source_no_longer_gives_is_emptied(tree, source):
    bring_in(source())
    bring_in(source({"1": {"Agevolazione_Concedibile_max": "", "Soggetto_Concedente": ""}}))
    assert draft("1").grant_max is None
    assert draft("1").grantor is None
