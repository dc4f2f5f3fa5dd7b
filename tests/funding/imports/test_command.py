"""manage.py import_calls: what it prints, what it writes, how it ends."""

import csv
import json
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper

from funding.models import FundingSheetPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-23T09:00:00Z", tick=False):
        yield


def run(*args, **options):
    out = StringIO()
    call_command("import_calls", *map(str, args), stdout=OutputWrapper(out), **options)
    return out.getvalue()


def test_a_dry_run_says_what_would_be_and_writes_nothing(tree, data, settings):
    printed = run("incentivi", data / "incentivi.json", dry_run=True)
    assert "New: 101 Bando Botteghe di quartiere 2026" in printed
    assert "Refused: 104 Premio alle imprese del mare: line" in printed
    assert "9999" in printed
    assert FundingSheetPage.objects.count() == 0
    assert not (settings.DATA_DIR / "imports").exists()


def test_a_dry_run_names_the_fields_that_would_change(tree, data, tmp_path):
    run("incentivi", data / "incentivi.json")
    rows = json.loads((data / "incentivi.json").read_text())
    rows[0]["Data_chiusura"] = "2026-06-30T00:00:00"
    path = tmp_path / "later.json"
    path.write_text(json.dumps(rows))
    printed = run("incentivi", path, dry_run=True)
    assert "Changed: 101" in printed
    assert "closes on: 29 maggio 2026 → 30 giugno 2026" in printed
    assert "New:" not in printed


def test_refused_rows_are_written_with_reasons_and_as_no_formula(tree, data, settings, tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text('ID_Incentivo,Titolo,Stanziamento_incentivo\n7,"=HYPERLINK(""x"")",-5\n8,Buono,5\n')
    printed = run("incentivi", path)
    written = next((settings.DATA_DIR / "imports").glob("incentivi-*-refused.csv"))
    assert str(written) in printed
    rows = list(csv.reader(written.open(encoding="utf-8-sig", newline="")))
    assert rows[0] == [
        "line",
        "identifier",
        "title",
        "reasons",
        "ID_Incentivo",
        "Titolo",
        "Stanziamento_incentivo",
    ]
    assert rows[1][:3] == ["2", "7", '\'=HYPERLINK("x")']
    assert "negative" in rows[1][3]
    assert rows[1][6] == "'-5"
    assert FundingSheetPage.objects.count() == 1


def test_an_unusable_file_ends_with_two_and_nothing_imported(tree, tmp_path):
    path = tmp_path / "broken.json"
    path.write_text('[{"ID_Incentivo": "1", "Titolo": "Uno"}, {"ID_')
    with pytest.raises(CommandError) as error:
        run("incentivi", path)
    assert error.value.returncode == 2
    assert "line 1, column" in str(error.value)
    assert FundingSheetPage.objects.count() == 0


def test_only_the_first_ones(tree, data):
    run("incentivi", data / "incentivi.json", limit=2)
    assert FundingSheetPage.objects.count() == 2


def test_without_a_finder_it_says_so(db, data):
    with pytest.raises(CommandError) as error:
        run("incentivi", data / "incentivi.json")
    assert error.value.returncode == 2


def test_titles_are_no_markup_of_the_terminal(tree, tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("ID_Incentivo,Titolo\n1,Bando [bold]x[/bold] [/]\n")
    assert "[bold]x[/bold] [/]" in run("incentivi", path, dry_run=True)
