"""Asks for the files of the finder."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from funding.presentation.sheet_fields import EXPORT_FIELDS

COLUMNS = [
    name
    for field in EXPORT_FIELDS
    for name in ([field.name, f"{field.name}_code"] if field.kind.with_codes else [field.name])
]


@pytest.fixture
def fetch(client, tree, search_index):
    """The file at an address below the finder, with the index brought up to date."""

    def get(address: str, base: str = "/it/bandi/"):
        search_index.rebuild()
        return client.get(base + address)

    return get


def content(response) -> bytes:
    assert response.status_code == 200
    assert response.streaming
    return b"".join(response.streaming_content)


def rows(response, delimiter: str = ",") -> list[dict[str, str]]:
    """The lines of a table by the name of the field; a column of codes by that name with ``_code``."""
    text = content(response).decode("utf-8-sig")
    _headings, *lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return [dict(zip(COLUMNS, line, strict=True)) for line in lines]


def cells(response) -> list[tuple]:
    """The rows of a workbook, the headings first."""
    sheet = load_workbook(BytesIO(content(response))).active
    return list(sheet.iter_rows(values_only=True))


def data(response) -> dict:
    return json.loads(content(response))


def entries(response) -> list:
    return Calendar.from_ical(content(response)).walk("VEVENT")
