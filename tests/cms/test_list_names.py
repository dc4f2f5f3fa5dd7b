"""The names of files: what they hold, cut between two words and never inside a day."""

from datetime import date

import pytest

from cms.list_page.names import MAX_FILE_NAME_LENGTH, file_name

DAY = date(2026, 11, 29)
LONG = "Cooperative/associazioni senza scopo di lucro e imprese sociali del terzo settore in Piemonte"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (["bandi"], "bandi-2026-11-29.csv"),
        (["bandi", "Cooperative/associazioni"], "bandi-cooperative-associazioni-2026-11-29.csv"),
        (["bandi", "Valle d’Aosta"], "bandi-valle-d-aosta-2026-11-29.csv"),
        (
            ["bandi", LONG],
            "bandi-cooperative-associazioni-senza-scopo-di-lucro-e-imprese-sociali-2026-11-29.csv",
        ),
        (
            ["bandi", LONG.partition(" sociali")[0], "Scade entro 30 nov 2026"],
            "bandi-cooperative-associazioni-senza-scopo-di-lucro-e-imprese-2026-11-29.csv",
        ),
        (["bandi", "x" * 200], "bandi-2026-11-29.csv"),
        (["bandi", "日本"], "bandi-2026-11-29.csv"),
    ],
)
def test_a_file_is_named_by_what_it_holds_and_its_day(parts, name):
    assert file_name(parts, "csv", DAY) == name
    assert len(name) <= MAX_FILE_NAME_LENGTH + len(".csv")


def test_without_a_day_or_a_word_there_is_a_name_too():
    assert file_name(["events", "Torino"], "ics") == "events-torino.ics"
    assert file_name(["日本"], "ics") == "intreccio.ics"
