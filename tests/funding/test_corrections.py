"""A closing day that was a mistake is put right: it is told as a correction, never as an extension."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import querydict_from_html

from cms import cache_version
from funding.editors.reports.closing_changes import ClosingChanges
from funding.models import FundingSheetPage, SheetChange
from funding.models.change_log import CORRECTED
from tests.cms.open_forms import OpenForm, edit_address, opened
from tests.factories import pages

from .test_admin import editor, form_data  # noqa: F401
from .test_change_log import edit
from .test_feed import read, read_again, titles  # noqa: F401

pytestmark = pytest.mark.django_db

WRONG, RIGHT, LATER = date(2026, 12, 3), date(2026, 12, 30), date(2027, 1, 15)
CORRECTION = {"closing_change": "corrected"}


@pytest.fixture
def call(make_sheet):
    return edit(make_sheet(title="Teatri", slug="teatri", closes_on=WRONG))


def sent(sheet, **changes) -> dict:
    days = {"opens_on": "2026-09-01", "closes_on": "2026-12-30"}
    return form_data(title="Teatri", slug="teatri", grantor=str(sheet.grantor_id), **(days | changes))


def text_of(client, sheet) -> str:
    return client.get(sheet.url).content.decode()


def test_a_correction_is_told_as_such_and_nowhere_as_an_extension(call, client, read):  # noqa: F811
    call = edit(call, closes_on=RIGHT, **CORRECTION)
    (change,) = SheetChange.objects.all()
    assert (change.correction, change.is_extension) == (True, False)
    text = text_of(client, call)
    assert "Extended" not in text and "extended" not in text
    assert "Closing day corrected" in text and "was: 3 dicembre 2026; now: 30 dicembre 2026" in text
    assert "Update, Closing day corrected: Teatri" in titles(read())
    assert not any("Extended" in title for title in titles(read()))


def test_only_the_day_is_corrected_by_what_is_published_with_it(call):
    edit(call, closes_on=RIGHT, grant_max=90_000, **CORRECTION)
    corrected = dict(SheetChange.objects.values_list("field", "correction"))
    assert corrected == {"closes": True, "grant_max": False}


def test_editors_find_the_correction_in_the_history(call):
    edit(call, closes_on=RIGHT, **CORRECTION)
    (entry,) = PageLogEntry.objects.filter(page=call.pk, action=CORRECTED)
    assert entry.data == {"before": "2026-12-03", "after": "2026-12-30"}


def test_the_choice_goes_with_one_publication(call):
    call = edit(call, closes_on=RIGHT, **CORRECTION)
    assert call.closing_change == call.get_latest_revision_as_object().closing_change == "extended"
    edit(call, closes_on=LATER)
    assert SheetChange.objects.first().is_extension


def test_a_choice_without_another_day_does_not_wait_for_a_later_one(call):
    call = edit(call, title="I teatri", **CORRECTION)
    edit(call, closes_on=LATER)
    assert SheetChange.objects.get().is_extension


@pytest.mark.parametrize(
    ("days", "was"),
    [
        ([(RIGHT, False), (LATER, True)], "3 dicembre 2026"),  # the extension was mistyped
        ([(RIGHT, True), (LATER, False)], "30 dicembre 2026"),
        ([(RIGHT, True), (LATER, True)], ""),
        ([(LATER, False), (WRONG, True)], ""),  # it had not been extended at all
    ],
)
def test_an_extension_among_corrections_is_told_from_the_right_day(call, client, today, days, was):
    for day, is_correction in days:
        today.shift(timedelta(hours=1))
        call = edit(call, closes_on=day, **(CORRECTION if is_correction else {}))
    text = text_of(client, call)
    assert f"extended: was {was}" in text if was else "extended: was" not in text


def test_the_form_asks_beside_the_day_and_needs_no_script(editor, call):  # noqa: F811
    answer = editor.get(edit_address(call))
    shown = querydict_from_html(answer.content.decode(), form_id="page-edit-form")
    assert shown["closing_change"] == "extended"
    assert 'type="radio" name="closing_change" value="corrected"' in answer.content.decode()
    assert f'<a href="{ClosingChanges.address()}">' in answer.content.decode()
    data = sent(call, **CORRECTION) | opened(editor, call) | {"action-publish": "1"}
    assert editor.post(edit_address(call), data).status_code == 302
    assert SheetChange.objects.get().correction


def test_what_was_chosen_stays_while_it_is_saved_by_itself_and_refused(editor, call):  # noqa: F811
    form = OpenForm(editor, call, sent(call))
    assert form.autosave(**CORRECTION).status_code == 200
    draft = FundingSheetPage.objects.get(pk=call.pk).get_latest_revision_as_object()
    assert (draft.closing_change, draft.closes_on) == ("corrected", RIGHT)
    answer = form.submit("action-publish", closes_on="domani")
    assert answer.context["form"]["closing_change"].value() == "corrected"
    assert not SheetChange.objects.exists()


def test_a_form_that_does_not_send_the_choice_extends(editor, call):  # noqa: F811
    data = sent(call) | opened(editor, call) | {"action-publish": "1"}
    assert editor.post(edit_address(call), data).status_code == 302
    assert SheetChange.objects.get().is_extension


def test_nobody_is_asked_of_a_sheet_that_was_never_public(editor, tree, ministry):  # noqa: F811
    draft = pages.sheet(tree.funding, live=False, first_published_at=None, grantor=ministry)
    draft.save_revision()
    assert "closing_change" not in editor.get(edit_address(draft)).context["form"].fields


def test_a_translation_does_not_ask_either(editor, call, tree):  # noqa: F811
    english = pages.translate(call, tree.english.locale, title="Theatres", slug="theatres")
    assert "closing_change" not in editor.get(edit_address(english)).context["form"].fields


def tell(client, classification: str):
    change = SheetChange.objects.get()
    return client.post(
        reverse("funding_correct", args=[change.pk]), {"classification": classification}, follow=True
    )


def test_a_logged_extension_is_told_as_a_correction_in_every_language(editor, call, tree, client, read):  # noqa: F811
    english = pages.translate(call, tree.english.locale, title="Theatres", slug="theatres")
    edit(call, closes_on=RIGHT)
    for path in ("/it/bandi/", "/en/funding/"):
        assert any(title.startswith("Extended to") for title in titles(read(path=path)))
    assert "extended: was 3 December 2026" in text_of(client, english)
    known = cache_version.current()
    listed = editor.get(ClosingChanges.address()).content.decode()
    assert "Teatri" in listed and 'value="correction"' in listed
    assert "told as a correction" in tell(editor, "correction").content.decode()
    assert cache_version.current() != known
    for sheet, path in ((call, "/it/bandi/"), (english, "/en/funding/")):
        assert "xtended" not in text_of(client, sheet)
        assert any("Closing day corrected" in title for title in titles(read_again(client, path=path)))
        assert not any("Extended" in title for title in titles(read_again(client, path=path)))
    assert 'value="extension"' in editor.get(ClosingChanges.address()).content.decode()
    tell(editor, "extension")
    assert "extended: was 3 December 2026" in text_of(client, english)
    told = PageLogEntry.objects.filter(page=call.pk, action="funding.closing_change_classified")
    assert [entry.data["classification"] for entry in told.order_by("pk")] == ["correction", "extension"]


def test_the_list_of_changes_is_exported_with_what_each_was(editor, call):  # noqa: F811
    edit(call, closes_on=RIGHT)
    rows = editor.get(f"{ClosingChanges.address()}?export=csv").getvalue().decode()
    assert "Teatri,2026-11-23,3 December 2026,30 December 2026,Extension" in rows


def test_what_nobody_said_changes_nothing(editor, call):  # noqa: F811
    edit(call, closes_on=RIGHT)
    assert "say what the change was" in tell(editor, "").content.decode()
    assert SheetChange.objects.get().is_extension
