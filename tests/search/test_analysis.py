"""How each language reads its words."""

import pytest

from search.language.analysis import analysis_of


def stems(text, language="it"):
    return analysis_of(language).stems.analyze(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("università", "universita"),
        ("l'innovazione", "innovazioni"),
        ("dell’università", "UNIVERSITÀ"),
        ("bandi", "bando"),
        ("un'impresa", "imprese"),
        ("cooperativa", "cooperative"),
        ("perché il museo", "museo"),
    ],
)
def test_italian_forms_meet(one, other):
    assert stems(one) == stems(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [("calls", "call"), ("the company's funding", "company fund"), ("cooperatives", "cooperative")],
)
def test_english_forms_meet(one, other):
    assert stems(one, "en") == stems(other, "en") != []


def test_french_forms_meet():
    assert stems("l'université", "fr") == stems("universites", "fr")
    assert stems("l'université", "fr-ch") == stems("l'université", "fr")


def test_a_language_without_a_line_in_the_table_is_folded_but_not_stemmed():
    assert stems("Żółte książki", "pl") == ["zolte", "ksiazki"]


def test_elided_articles_and_stop_words_say_nothing():
    assert stems("il l' dell' un' quest' gli degli perche più è") == []
    assert stems("the a of don't", "en") == []


def test_a_code_stays_whole():
    assert stems("M1C3") == ["m1c3"]
