"""Days and hours as notes spell them, and what they say about a sheet's own."""

from datetime import date, time

import pytest

from funding.domain.date_notes import read_note
from funding.domain.status import Dates
from funding.imports.values.note import no_deadline
from funding.presentation.note_doubts import doubt


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("entro la scadenza delle ore 12.30 del 30 aprile 2027", "2027-04-30", "12:30"),
        ("entro e non oltre le ore 17:00 di venerdì 30 aprile 2027", "2027-04-30", "17:00"),
        ("Termine per le domande: ore 12:00 del giorno 30 aprile 2027", "2027-04-30", "12:00"),
        ("sino alle ore 12,00 (ora italiana) del 30.04.2027", "2027-04-30", "12:00"),
        ("scade il 30/4/27 alle ore 18", "2027-04-30", "18:00"),
        ("entro il 30 aprile 2027, alle 17.00", "2027-04-30", "17:00"),
        ("entro le 12 del 30 apr. 2027", "2027-04-30", "12:00"),
        ("termine ultimo 30 aprile 2027 (ore 13:00)", "2027-04-30", "13:00"),
        ("dal 10-01-2027 al 30-04-2027", "2027-04-30", None),
        ("entro le ore 24:00 del 30 aprile 2027", "2027-04-30", "00:00"),
        ("entro la mezzanotte del 30 aprile 2027", "2027-04-30", "00:00"),
        ("entro le ore 00:00 del 1° maggio 2027", "2027-04-30", "00:00"),
        ("entro mezzogiorno del 30 aprile 2027", "2027-04-30", "12:00"),
        ("dalle ore 11.00 del 19 marzo 2024 sino alle ore 23.59 del 30 aprile 2027", "2027-04-30", "23:59"),
    ],
)
def test_an_end_is_read_in_the_usual_spellings(text, day, hour):
    [end] = read_note(text).closings
    assert (end.last_day.isoformat(), end.hour and end.hour.isoformat("minutes")) == (day, hour)


@pytest.mark.parametrize(
    "words",
    [
        "Le domande si chiudono il",
        "Lo sportello si chiuderà il",
        "Le candidature chiuderanno il giorno",
        "I termini scadono il",
        "La raccolta scadrà il",
        "La presentazione termina il",
        "Le iscrizioni terminano il",
        "Le domande termineranno il",
        "La raccolta cessa il",
        "Lo sportello finisce il",
        "L'ultimo giorno è il",
        "Ultima data utile:",
        "Data limite:",
    ],
)
def test_an_end_is_told_by_any_verb_and_number(words):
    [end] = read_note(f"{words} 20/12/2026 alle 12.").closings
    assert (end.day, end.hour) == (date(2026, 12, 20), time(12))


@pytest.mark.parametrize(
    "words", ["Le domande si aprono il", "Lo sportello aprirà", "La raccolta comincia il"]
)
def test_a_beginning_is_told_by_any_verb_and_number(words):
    note = read_note(f"{words} 20 dicembre 2026 alle 12.")
    assert (note.closings, [one.day for one in note.openings]) == ((), [date(2026, 12, 20)])


def test_an_opening_hour_ends_nothing():
    note = read_note("Lo sportello apre alle 12 del 22 giugno 2026.")
    assert (note.closings, [one.day for one in note.openings]) == ((), [date(2026, 6, 22)])


@pytest.mark.parametrize(
    "text",
    [
        "La domanda va inoltrata entro il 31 gennaio di ogni anno.",
        "Le spese devono essere sostenute entro il 31 dicembre 2027",
        "Graduatoria pubblicata entro il 31 dicembre 2027",
        "entro il 31 febbraio 2027",
        "riservato alle 12 imprese",
        "decreto del 30 aprile 2027",
        "",
    ],
)
def test_other_days_are_no_ends(text):
    assert read_note(text).closings == ()


def test_a_day_without_a_year_is_that_of_the_field():
    note = read_note(
        "Dalle ore 10 del 2 marzo alle ore 16 del 29 maggio.", date(2026, 3, 2), date(2026, 5, 29)
    )
    assert [(one.day, one.hour) for one in note.openings] == [(date(2026, 3, 2), time(10))]
    assert [(one.day, one.hour) for one in note.closings] == [(date(2026, 5, 29), time(16))]


NOTE = "entro le ore 12.30 del 30 aprile 2027"


@pytest.mark.parametrize(
    ("dates", "doubtful"),
    [
        (Dates(closes_on=date(2027, 6, 30)), True),
        (Dates(closes_on=date(2027, 4, 30)), True),
        (Dates(closes_on=date(2027, 4, 30), closes_at=time(12, 30)), False),
        (Dates(closes_on=date(2027, 4, 30), closes_at=time(12)), True),
        (Dates(), True),
        (Dates(no_deadline=True), True),
        (Dates(concluded=True), False),
    ],
)
def test_a_note_that_says_another_end_is_in_doubt(dates, doubtful):
    assert bool(doubt(dates, NOTE)) is doubtful
    assert doubt(dates, "") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Fino a esaurimento risorse", True),
        ("FINO AD ESAURIMENTO DELLE RISORSE DISPONIBILI", True),
        ("Domande dal 10 gennaio 2024 fino all'esaurimento dei fondi", True),
        ("Apertura dello sportello fino ad esaurimento fondi.", True),
        ("A sportello", True),
        ("Procedura a sportello, senza scadenza", True),
        ("Sempre aperto", True),
        ("Non è prevista alcuna scadenza", True),
        ("Domande presentate in qualsiasi momento", True),
        ("salvo esaurimento delle risorse", False),
        ("salvo chiusura anticipata per esaurimento delle risorse", False),
        ("Apertura dello sportello il 10 gennaio", False),
        ("Scadenza da definire", False),
    ],
)
def test_the_source_s_word_for_no_deadline_is_read(text, said):
    assert no_deadline(text) is said
