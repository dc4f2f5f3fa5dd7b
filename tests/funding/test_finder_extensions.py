"""A call of the list that gives more time says since when: the old day beside the new one."""

from datetime import date

import pytest

from .test_change_log import edit

pytestmark = pytest.mark.django_db


def test_a_row_tells_an_extension_and_no_correction(make_sheet, ask):
    longer = make_sheet(title="Teatri", closes_on=date(2026, 12, 3))
    edit(longer, closes_on=date(2026, 12, 17))
    mistyped = make_sheet(title="Musei", closes_on=date(2026, 12, 3))
    edit(mistyped, closes_on=date(2026, 12, 17), closing_change="corrected")
    said = {sheet.title: sheet.extension for sheet in ask("")["sheets"]}
    assert said == {"Teatri": "extended: was 3 dicembre 2026", "Musei": ""}


def test_a_row_tells_what_is_new_about_it(make_sheet, ask, today):
    today.move_to("2026-10-24T10:00:00+02:00")
    make_sheet(title="Vecchio")
    longer = make_sheet(title="Prorogato", closes_on=date(2026, 12, 3))
    corrected = make_sheet(title="Corretto", closes_on=date(2026, 12, 3))
    today.move_to("2026-10-25T10:00:00+01:00")
    make_sheet(title="Nuovo")
    today.move_to("2026-11-23T10:00:00+01:00")
    edit(longer, closes_on=date(2026, 12, 17))
    edit(corrected, closes_on=date(2026, 12, 17), closing_change="corrected")
    today.move_to("2026-11-24T10:00:00+01:00")
    assert {sheet.title: sheet.news for sheet in ask("")["sheets"]} == {
        "Vecchio": "",
        "Corretto": "",
        "Prorogato": "Extended on 23 nov 2026",
        "Nuovo": "Added on 25 ott 2026",
    }
