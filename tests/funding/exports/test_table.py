"""The table opens right in a spreadsheet, and nothing in it is run."""

import csv
from datetime import date, time
from decimal import Decimal
from io import StringIO

import pytest
from django.utils.translation import gettext, override

from cms.vocabularies import BENEFICIARIES, REGIONS
from funding.catalogue.exports.table import headings

from .conftest import content, rows

pytestmark = pytest.mark.django_db


def test_is_rfc_4180_in_utf_8_that_spreadsheets_recognise(full_sheet, fetch):
    raw = content(fetch("export.csv"))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n") == 2
    head, line, _end = raw.decode("utf-8-sig").split("\r\n")
    assert len(next(csv.reader([head], strict=True))) == len(next(csv.reader([line], strict=True)))
    assert "Avviso pubblico “sale” <b>& cinema</b>" in line


def test_a_quotation_mark_is_doubled_and_a_comma_is_quoted(make_sheet, fetch):
    make_sheet(title='Il "Fondo", 2026')
    assert b'"Il ""Fondo"", 2026"' in content(fetch("export.csv"))


@pytest.mark.parametrize("language", ["it", "en"])
def test_headings_are_in_the_visitors_language(tree, fetch, language):
    base = {"it": "/it/bandi/", "en": "/en/funding/"}[language]
    (head,) = csv.reader(StringIO(content(fetch("export.csv", base)).decode("utf-8-sig")))
    with override(language):
        assert head == headings()
        # Wagtail's own catalogue knows this one, so that the two languages differ in tests as well.
        assert head[0] == gettext("Title") == {"it": "Titolo", "en": "Title"}[language]


def test_tells_words_and_codes_days_amounts_source_and_address(full_sheet, fetch):
    (row,) = rows(fetch("export.csv"))
    expected = {
        "title": "Ecoefficienza nelle sale teatrali",
        "status": "Closing soon",
        "status_code": "closing",
        "days_left": "8",
        "opens_on": "2026-09-01",
        "opens_at": "10:00",
        "closes_on": "2026-12-01",
        "closes_at": "12:00",
        "beneficiaries": "Impresa; Cooperative/Associazioni Non Profit; Ente Pubblico",
        "beneficiaries_code": "enterprise; cooperative; public-body",
        "grant_min": "",
        "grant_max": "250000",
        "intensity_max": "80",
        "budget": "200000000",
        "grantor": "Ministero della Cultura",
        "measure": full_sheet.measure,
        "source_name": "incentivi.gov.it",
        "source_licence": "IODL 2.0",
        "address": "http://testserver/it/bandi/sale-teatrali/",
    }
    assert {name: row[name] for name in expected} == expected
    assert row["whole_country"] != row["no_deadline"]


def test_what_is_not_known_is_an_empty_cell_and_no_zero(make_sheet, fetch):
    make_sheet(closes_on=None, grantor=None, opens_on=None)
    (row,) = rows(fetch("export.csv"))
    assert row["status_code"] == "undated"
    for name in ("days_left", "closes_on", "grant_max", "grantor", "procedure", "source_name", "regions"):
        assert row[name] == "", name


def test_excel_in_italian_has_a_layout_of_its_own(make_sheet, fetch):
    make_sheet(
        title="Uno; due", grant_max=Decimal("1500.50"), closes_on=date(2026, 12, 1), closes_at=time(12)
    )
    (commas,) = rows(fetch("export.csv"))
    (semicolons,) = rows(fetch("export.csv?separator=semicolon"), ";")
    assert semicolons["title"] == "Uno; due"
    assert (commas["grant_max"], semicolons["grant_max"]) == ("1500.5", "1500,5")
    assert {**commas, "grant_max": ""} == {**semicolons, "grant_max": ""}


def test_a_tab_or_a_new_line_does_not_hide_a_formula(make_sheet, fetch):
    make_sheet(title="\t=1", summary="\r\n=2", dates_note="a\n\n=3", contact_phone="+39 06")
    (row,) = rows(fetch("export.csv"))
    assert (row["title"], row["summary"]) == ("'=1", "'=2")
    assert (row["dates_note"], row["contact_phone"]) == ("a =3", "'+39 06")


@pytest.mark.parametrize(("asked", "other"), [("", ";"), ("?separator=semicolon", ",")])
def test_a_table_opened_by_another_separator_begins_no_formula(make_sheet, fetch, asked, other):
    make_sheet(title="x;=cmd|' /C calc'!A0", summary='x,"=1+1', programme="uno; -20%, -5%")
    text = content(fetch(f"export.csv{asked}")).decode("utf-8-sig")
    cells = [cell for row in csv.reader(StringIO(text, newline=""), delimiter=other) for cell in row]
    assert not [cell for cell in cells if cell.lstrip("\"'").startswith("=") and not cell.startswith("'")]
    assert "uno; -20%, -5%" in text


def test_what_readers_see_in_plain_words_is_exported_as_the_source_spells_it():
    with override("it"):
        assert BENEFICIARIES.official_label("new-enterprise") == "Impresa da costituire - Altro"
        assert REGIONS.official_label("ITH1") == REGIONS.label("ITH1")  # the source has one name for two
    with override("en"):
        assert BENEFICIARIES.official_label("new-enterprise") == "Enterprises to be set up"
