"""A file that is not what it says: one clear message with its place, and nothing is read of it."""

import gzip
import json

import pytest

from funding.imports.errors import FileError
from funding.imports.readers import source_file

HEADER = "ID_Incentivo,Titolo\n"


@pytest.fixture
def refused(read, tmp_path):
    def refused(content, source="incentivi"):
        path = tmp_path / "file"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(FileError) as error:
            read(source, path)
        return error.value

    return refused


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"  \n\n", "empty"),
        (b"PK\x03\x04whatever", "zip"),
        (gzip.compress(b"{}", mtime=0), "gzip"),
        (b"%PDF-1.7", "PDF"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"\xef\xbb\xbf\n <html>", "web page"),
        (HEADER.encode(), "no records"),
        (b"[]", "no records"),
        (b"just some words", "missing"),
    ],
)
def test_what_is_no_table(refused, content, words):
    assert words in str(refused(content))


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ('[\n {"ID_Incentivo": "1", "Titolo": "Uno"},\n {"ID_Incentivo": "2", "Ti', 3, 24),
        ('[\n {"ID_Incentivo": "1"', 2, 22),
        ('[\n {"ID_Incentivo": 1 2}]', 2, 21),
        ('{"response": {"docs": [{"ID_Incentivo": "1", "Titolo": "Uno"}]', 1, 63),
        ('{"status": 0}', 1, 13),
        ("[\n1]", 2, 1),
        ("[" * 100_000, 1, None),
        ('[{"ID_Incentivo": "1", "Titolo": "Uno"}] more', 1, 42),
    ],
)
def test_broken_json_is_told_with_line_and_column(refused, content, line, column):
    error = refused(content)
    assert error.line == line
    assert column is None or error.column == column


def test_records_of_another_source(refused, data):
    error = refused(json.dumps([{"id": 1, "name": "x"}]))
    assert "ID_Incentivo" in str(error)
    assert "italia-domani" in str(refused((data / "italia-domani.csv").read_bytes()))


def test_a_cell_that_is_never_closed_is_told_by_the_line_of_its_row(refused):
    error = refused(HEADER + '1,Uno\n2,"Due e\nnon finisce\n' + "3,Tre\n" * 5000)
    assert (error.line, error.column) == (3, 1)
    assert "never closed" in str(error)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (HEADER + '1,Uno\n2,"Due "e" mezzo"\n', "is not doubled"),
        (HEADER + '1,"' + "x" * 2_000_000, "is too long"),
        ('[{"ID_Incentivo": "1', "has no end"),
        ('[{"ID_Incentivo": "1", "Titolo": }]', "expected a value."),
        ("[{ID_Incentivo: 1}]", "expected a name in quotation marks."),
        ('[{"ID_Incentivo" "1"}]', "expected “:”."),
        ('[{"ID_Incentivo": "1" "Titolo": "Uno"}]', "expected “,”."),
        ('[{"ID_Incentivo": "\\x"}]', "the backslash does not fit"),
    ],
)
def test_every_reason_is_in_our_words(refused, content, reason):
    """Python's readers tell theirs in English only."""
    error = refused(content)
    assert error.line and reason in str(error)


def test_a_million_columns(refused):
    assert "1000000 columns" in str(refused(",".join(["a"] * 1_000_000) + "\n1"))


def test_a_cell_without_end(refused):
    error = refused(HEADER + "1," + "x" * 2_000_000)
    assert error.line == 2


def test_a_column_twice(refused):
    error = refused("ID_Incentivo,Titolo,Titolo\n1,a,b")
    assert (error.line, error.column) == (1, 3)


def test_a_file_too_large_is_not_opened(refused, monkeypatch):
    monkeypatch.setattr(source_file, "MAX_BYTES", 1000)
    assert "at most" in str(refused(b"x" * 1001))


def test_a_byte_of_no_encoding_is_told_with_line_and_column(refused):
    error = refused(HEADER.encode() + b"1,Citt\x81\n")
    assert (error.line, error.column) == (2, 7)


def test_a_zero_byte(refused):
    assert "zero byte" in str(refused(HEADER + "1,a\0b\n"))


def test_windows_letters_are_read_with_a_notice(read, tmp_path):
    path = tmp_path / "file.csv"
    path.write_bytes((HEADER + "1,Città d’arte\n").encode("cp1252"))
    reading = read("incentivi", path)
    assert reading.records[0].title == "Città d’arte"
    assert "2:7" in reading.notices[0]


def test_utf_16_as_spreadsheets_write_it(read, tmp_path):
    path = tmp_path / "file.csv"
    path.write_bytes("ID_Incentivo\tTitolo\n1\tCittà\n".encode("utf-16"))
    assert read("incentivi", path).records[0].title == "Città"


def test_a_row_that_does_not_fit_the_header_is_refused_alone(read, tmp_path):
    path = tmp_path / "file.csv"
    path.write_text(HEADER + "1,Uno\n2,Due,tre\n4\n\n5,Cinque\n")
    reading = read("incentivi", path)
    assert [record.identifier for record in reading.records] == ["1", "5"]
    assert [refusal.line for refusal in reading.refusals] == [3, 4]


def test_a_number_of_a_million_digits_costs_nothing(read, tmp_path):
    path = tmp_path / "file.json"
    digits = "9" * 1_000_000
    path.write_text(f'[{{"ID_Incentivo": 1, "Titolo": "Uno", "Stanziamento_incentivo": {digits}}}]')
    record = read("incentivi", path).records[0]
    assert "budget" not in record.values
    assert len(record.warnings[0]) < 200
