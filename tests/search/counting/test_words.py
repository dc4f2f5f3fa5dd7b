"""Which words are kept, and which are not kept at all because they could be somebody's."""

import pytest

from search.counting.words import MAX_LENGTH, countable
from tests.search.hostile import HOSTILE

PERSONAL = [
    "mario.rossi@example.com",
    "bando mario.rossi @ example.com",
    "mario rossi＠example.com",
    "mario.rossi%40example.com",
    "mario.rossi (at) example.com",
    "mario chiocciola example",
    'mario"@"example.com',
    "-mario@example.com bando",
    "https://example.com/profilo/mario",
    "www.example.com",
    "333 1234567",
    "+39 333.123.45.67",
    "0039-051-123456",
    "(051) 12 34 56 7",
    "chiama 3/3/3/1/2/3/4/5/6/7",
    "tel3331234567",
    "３３３１２３４５６７",
    "٣٣٣١٢٣٤٥٦٧",
    "333\u200b123\u200c4567",
    "RSSMRA85T10A562S",
    "rss mra 85t10 a562s",
    "RSS-MRA-85T10-A562S bando",
    "bando rssmra85t10a562s",
    "RSSMRA8RT1LA562S",
    "01234567890",
    "IT01234567890",
    "partita iva 0123 456 7890",
    "IT60X0542811101000000123456",
    "it60 x054 2811 1010 0000 0123 456",
    "DE89 3704 0044 0532 0130 00",
    "nato il 10/12/1985",
    "4111 1111 1111 1111",
    "mario.rossi at example.com",
    "mario rossi AT example DOT com",
    "mario rossi gmail.com",
    "mario punto rossi gmail punto com",
    "facebook.com/mario.rossi",
    "RSSMRA85T10A562",
    "RSSMRA85T1OA562S",
    "carta d'identità CA12345AA",
    "AB123CD",
]


@pytest.mark.parametrize("text", PERSONAL)
def test_what_could_be_somebodys_is_not_kept_at_all(text):
    assert countable(text) == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Università  della Seta", "universita della seta"),
        ("bandi 2021-2027", "bandi 2021-2027"),
        ("bandi 2025 2026", "bandi 2025 2026"),
        ("pnrr 2021 digitalizzazione", "pnrr 2021 digitalizzazione"),
        ("M1C3 I1.3", "m1c3 i1.3"),
        ("CUP J91B21001230006", "cup j91b21001230006"),
        ("fondo perduto 50.000 euro", "fondo perduto 50.000 euro"),
        ('"imprese culturali" -cinema', "imprese culturali"),
        ("2.000.000 euro cooperative", "2.000.000 euro cooperative"),
        ("fino a 1.500.000,00 euro", "fino a 1.500.000,00 euro"),
        ("art bonus at home", "art bonus at home"),
        ("incentivi.gov.it", "incentivi.gov.it"),
        ("=cmd|' /C calc'!A0", "cmd|' /c calc'!a0"),
        ("+++telaio", "telaio"),
        ("contributi start up innovative piemonte", "contributi start up innovative piemonte"),
    ],
)
def test_other_words_are_kept_folded(typed, kept):
    assert countable(typed) == kept


@pytest.mark.parametrize("text", ["", "   ", "-museo", "!!!", "x" * (MAX_LENGTH + 1), "parola " * 500])
def test_nothing_is_kept_of_what_holds_no_words_or_too_many(text):
    assert countable(text) == ""


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:24]))
def test_any_string_can_be_read(text):
    kept = countable(text)
    assert len(kept) <= MAX_LENGTH
    assert not kept or kept[0].isalnum()
