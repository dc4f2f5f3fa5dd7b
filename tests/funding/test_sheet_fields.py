"""Every field of a sheet stands in one table, of which exports, their schema and the change log are made."""

import pytest

from cms.vocabularies import FACTS
from funding.catalogue.exports.lists import LIST_FIELDS
from funding.models import FundingSheetPage
from funding.models.sheet_change import SheetChange
from funding.presentation.change_values import FIELD_KINDS, WATCHED
from funding.presentation.field_types import EURO, PERCENT
from funding.presentation.sheet_fields import EXPORT_FIELDS, LOGGED_FIELDS, SHEET_FIELDS, names_of

NAMES = [field.name for field in SHEET_FIELDS]
# Part of another field of the table, of an editor's work, or shown by the page alone.
NOT_TOLD = {
    *("page_ptr", "body", "picture", "picture_alt", "previous_edition", "change_note", "closing_change"),
    *("opening_month_only", "closed_early_reason", "results_awaited"),
}
# Lines of several entries: criteria, and requirements by level.
LINES_OF_LISTS = {"criteria", "needed", "preferred"}


def test_each_name_stands_once():
    assert len(set(NAMES)) == len(NAMES)


def test_every_column_of_a_sheet_is_told_somewhere():
    columns = {field.name for field in FundingSheetPage._meta.local_fields}
    assert columns - {*NAMES, *LIST_FIELDS} == NOT_TOLD


def test_every_line_of_the_page_belongs_to_a_field():
    assert {field.fact for field in SHEET_FIELDS} - {""} == set(FACTS.codes) - LINES_OF_LISTS


def test_what_is_watched_is_a_column():
    columns = {field.name for field in FundingSheetPage._meta.get_fields()}
    assert set(WATCHED) <= columns
    assert len(set(WATCHED)) == len(WATCHED)


@pytest.mark.parametrize("field", LOGGED_FIELDS.values(), ids=lambda field: field.name)
def test_a_logged_change_has_a_kind_and_a_label(field):
    assert FIELD_KINDS[field.name] in SheetChange.Kind.values
    assert field.change_label
    assert field.change_label != field.fact


def test_days_lead_the_changes_of_one_publication():
    assert list(LOGGED_FIELDS)[:2] == ["closes", "opens"]
    assert list(FIELD_KINDS.values()) == sorted(FIELD_KINDS.values(), key=SheetChange.Kind.values.index)


def test_amounts_and_shares_are_known_by_their_kind():
    assert names_of(EURO) == ("grant_min", "grant_max", "spend_min", "spend_max", "budget", "budget_left")
    assert names_of(PERCENT) == ("intensity_min", "intensity_max")


def test_what_is_only_logged_is_in_no_export():
    assert {*NAMES} - {field.name for field in EXPORT_FIELDS} == {
        *("closes", "opens", "concluded", "suspended", "documents")
    }
