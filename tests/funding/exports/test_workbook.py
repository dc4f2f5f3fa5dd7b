"""The workbook opens in a spreadsheet as it is meant: codes are text, amounts numbers, days are days."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from .conftest import COLUMNS, cells, content, rows

pytestmark = pytest.mark.django_db


def row(response) -> dict:
    """The only row, by the names of the columns."""
    _head, line = cells(response)
    return dict(zip(COLUMNS, line, strict=True))


def test_a_telephone_number_keeps_its_nought(make_sheet, fetch):
    make_sheet(contact_phone="0612345678", code="00123")
    told = row(fetch("export.xlsx"))
    assert (told["contact_phone"], told["code"]) == ("0612345678", "00123")


def test_amounts_are_numbers_and_days_are_days(full_sheet, fetch):
    told = row(fetch("export.xlsx"))
    assert told["grant_max"] == 250_000
    assert told["closes_on"] == datetime(2026, 12, 1)
    assert told["closes_at"] == "12:00"
    assert told["grant_min"] is None


def test_it_says_what_the_table_says(full_sheet, fetch):
    (table,) = rows(fetch("export.csv"))
    book = row(fetch("export.xlsx"))
    for name, value in book.items():
        if isinstance(value, str):
            assert table[name].removeprefix("'") == value, name


@pytest.mark.parametrize("title", ["=1+1", "+39 06", "@somma", "-2", "https://example.org", "00:10", "1e5"])
def test_no_text_becomes_anything_else(make_sheet, fetch, title):
    make_sheet(title=title)
    sheet = load_workbook(BytesIO(content(fetch("export.xlsx")))).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == (title, "s")


def test_a_text_too_long_for_a_cell_is_cut_where_it_can_be_seen(make_sheet, fetch):
    make_sheet(municipalities="Comune, " * 6000)
    told = row(fetch("export.xlsx"))["municipalities"]
    assert len(told) == 32_767
    assert told.endswith(" […]")


def test_an_amount_with_cents_is_exact(make_sheet, fetch):
    make_sheet(grant_max=Decimal("300000.55"))
    assert row(fetch("export.xlsx"))["grant_max"] == 300_000.55
