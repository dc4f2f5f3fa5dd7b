"""What changes on a live sheet is logged by itself: once, with both values, whoever changed it."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.utils import timezone

from funding.models import FundingSheetPage, SheetChange
from funding.presentation.changes import value_in_words
from tests.factories import pages

pytestmark = pytest.mark.django_db

PAPER = {"title": "Testo", "file": None, "link": "https://mic.example/a.pdf", "day": None, "language": "it"}


def edit(sheet, **fields):
    """Publish ``fields`` as an editor does: a revision of the newest version, then its publication."""
    page = FundingSheetPage.objects.get(pk=sheet.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return FundingSheetPage.objects.get(pk=sheet.pk)


def logged(**filters) -> list[tuple]:
    return [(row.field, row.before, row.after) for row in SheetChange.objects.filter(**filters)]


def test_an_extension_is_logged_with_both_days_and_nobody_asks(make_sheet):
    sheet = make_sheet(closes_on=date(2026, 12, 3), closes_at=time(12))
    edit(sheet, closes_on=date(2026, 12, 17))
    (change,) = SheetChange.objects.all()
    assert (change.field, change.before, change.after) == ("closes", "2026-12-03T12:00", "2026-12-17T12:00")
    assert (change.kind, change.day, change.is_extension) == ("dates", date(2026, 11, 23), True)
    assert change.sheet_key == sheet.translation_key


@pytest.mark.parametrize(
    ("fields", "kind", "expected"),
    [
        ({"closes_on": date(2026, 12, 1)}, "dates", ("closes", "2026-12-31", "2026-12-01")),
        ({"closes_at": time(12)}, "dates", ("closes", "2026-12-31", "2026-12-31T12:00")),
        ({"closes_on": None, "no_deadline": True}, "dates", ("closes", "2026-12-31", "none")),
        ({"opens_on": date(2026, 12, 1)}, "dates", ("opens", "2026-09-01", "2026-12-01")),
        ({"suspended": True}, "dates", ("suspended", False, True)),
        ({"closed_early_on": date(2026, 11, 20)}, "dates", ("closed_early_on", None, "2026-11-20")),
        ({"grant_max": Decimal(50000)}, "amounts", ("grant_max", None, "50000.00")),
        ({"intensity_max": Decimal(80)}, "amounts", ("intensity_max", None, "80.00")),
        ({"beneficiaries": ["cooperative"]}, "beneficiaries", ("beneficiaries", [], ["cooperative"])),
        ({"whole_country": True}, "beneficiaries", ("regions", [], ["IT"])),
        ({"municipalities": "Bari"}, "beneficiaries", ("municipalities", "", "Bari")),
    ],
)
def test_each_kind_of_fact_is_logged(make_sheet, fields, kind, expected):
    edit(make_sheet(), **fields)
    assert logged(kind=kind) == [expected]
    assert SheetChange.objects.count() == 1


def test_a_new_document_is_logged_and_a_new_title_of_an_old_one_is_not(make_sheet):
    sheet = edit(
        make_sheet(documents=[("document", PAPER)]), documents=[("document", PAPER | {"title": "Il testo"})]
    )
    assert logged() == []
    edit(sheet, documents=[("document", PAPER), ("document", PAPER | {"link": "https://mic.example/b.pdf"})])
    ((field, before, after),) = logged(kind="documents")
    assert (field, len(before), len(after)) == ("documents", 1, 2)


def test_several_changes_of_one_publication_are_logged_together(make_sheet):
    edit(make_sheet(), closes_on=date(2027, 1, 31), grant_max=Decimal(1000), title="Altro titolo")
    assert {field for field, *_values in logged()} == {"closes", "grant_max"}


def test_the_first_publication_and_drafts_and_prose_log_nothing(make_sheet, tree, ministry):
    draft = pages.sheet(tree.funding, live=False, grantor=ministry, closes_on=date(2026, 12, 1))
    draft.closes_on = date(2026, 12, 5)
    draft.save_revision().publish()
    sheet = make_sheet()
    sheet.closes_on = date(2027, 1, 31)
    sheet.save_revision()
    edit(make_sheet(), title="Altro", summary="Altro", dates_note="Altro")
    assert logged() == []


def test_taking_a_sheet_offline_and_back_logs_only_what_differs(make_sheet):
    sheet = make_sheet()
    sheet.unpublish()
    sheet = edit(sheet)
    assert sheet.live
    assert logged() == []
    sheet.unpublish()
    sheet.closes_on = date(2027, 1, 31)
    sheet.save()  # as the editor saves a draft of a sheet that is not live
    assert logged() == []
    edit(sheet, closes_on=date(2027, 1, 31))
    assert logged() == [("closes", "2026-12-31", "2027-01-31")]


def test_a_scheduled_publication_is_logged_when_it_happens(make_sheet, today):
    sheet = make_sheet()
    sheet.save_revision().publish()
    sheet.closes_on = date(2027, 1, 31)
    sheet.go_live_at = timezone.now() + timedelta(days=2)
    sheet.save_revision().publish()
    assert logged() == []
    today.shift(timedelta(days=2, minutes=1))
    call_command("publish_scheduled")
    (change,) = SheetChange.objects.all()
    assert (change.after, change.day) == ("2027-01-31", date(2026, 11, 25))


def test_the_editors_note_goes_with_the_change_and_is_then_empty(make_sheet):
    sheet = edit(make_sheet(), change_note="Prorogato per il maltempo.", closes_on=date(2027, 1, 31))
    (change,) = SheetChange.objects.all()
    assert (change.note, change.note_language) == ("Prorogato per il maltempo.", "it")
    assert sheet.change_note == ""
    assert sheet.get_latest_revision_as_object().change_note == ""


def test_a_note_waits_for_its_change(make_sheet):
    sheet = edit(make_sheet(), change_note="Prorogato.")
    assert sheet.change_note == "Prorogato."
    edit(sheet, closes_on=date(2027, 1, 31))
    assert SheetChange.objects.get().note == "Prorogato."


def test_a_change_is_logged_once_and_belongs_to_every_language(make_sheet, english_page):
    sheet = make_sheet(documents=[("document", PAPER)])
    english_page(sheet)
    sheet = edit(
        sheet,
        closes_on=date(2027, 1, 31),
        change_note="Prorogato.",
        documents=[("document", PAPER | {"link": "https://mic.example/b.pdf"})],
    )
    assert len(logged()) == 2
    english = english_page(sheet)
    assert english.live
    assert english.closes_on == date(2027, 1, 31)
    assert english.change_note == ""
    assert len(logged(sheet_key=english.translation_key)) == 2


def test_a_change_made_in_english_first_is_logged_once_too(make_sheet, english_page):
    sheet = make_sheet()
    edit(english_page(sheet), closes_on=date(2027, 1, 31))
    edit(sheet, closes_on=date(2027, 1, 31))
    assert logged() == [("closes", "2026-12-31", "2027-01-31")]


def test_a_translation_that_lags_behind_takes_nothing_back(make_sheet, english_page):
    sheet = make_sheet()
    english = english_page(sheet)
    edit(sheet, closes_on=date(2027, 1, 31))
    edit(english, title="Other words")
    assert logged() == [("closes", "2026-12-31", "2027-01-31")]


def test_what_comes_back_to_an_old_value_is_logged_again(make_sheet, english_page):
    sheet = make_sheet()
    english_page(sheet)
    edit(edit(sheet, closes_on=date(2027, 1, 31)), closes_on=date(2026, 12, 31))
    assert [after for _field, _before, after in logged()] == ["2026-12-31", "2027-01-31"]


def test_saving_a_draft_of_a_live_sheet_does_not_look_for_changes(make_sheet, monkeypatch):
    sheet = make_sheet()
    monkeypatch.setattr(
        "funding.models.change_log._changes", lambda sheet: pytest.fail("the public sees no draft")
    )
    sheet.save_revision()


def test_places_written_one_a_line_are_told_as_a_list():
    assert value_in_words("municipalities", "Rimini\r\nRiccione\n") == "Rimini, Riccione"
