"""No cell of a table begins a formula."""

import pytest

from cms.formats.spreadsheets import defused


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+39 06 1",
        "-1",
        "@SUM(A1)",
        "＝1",
        "\u200f=1",
        "\ufeff=1",
        "\u00a0=1",
        "\u202e\u200b +1",
        "\r\n=1",
    ],
)
def test_no_cell_begins_a_formula(text):
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "1-2", "'=1", "È così", "(-)", "a; -b", "a, -b", "a,=b"])
def test_other_cells_stay_as_they_are(text):
    assert defused(text) == text


@pytest.mark.parametrize(
    ("text", "delimiter", "safe"),
    [
        ("x;=1", ",", "x;'=1"),
        ("x,=1", ";", "x,'=1"),
        ("x,=1", ",", "x,=1"),
        ('x;"=1', ",", "x;\"'=1"),
        ("x\t@1", ";", "x\t'@1"),
        ("x;-2+3;+1", ",", "x;'-2+3;'+1"),
        ("\t=1", ",", "\t'=1"),
        ("=1;=1", ",", "'=1;'=1"),
    ],
)
def test_nor_does_what_another_separator_would_make_a_cell(text, delimiter, safe):
    assert defused(text, delimiter) == safe
