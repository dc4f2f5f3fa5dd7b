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
