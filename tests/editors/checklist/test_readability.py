"""The two indices, against values worked out by hand."""

import pytest

from editors.checklist.readability import (
    flesch,
    gulpease,
    longest_sentence,
    readability,
    sentences,
    syllables,
    words,
)


@pytest.mark.parametrize(
    ("passages", "points"),
    [
        # 1 sentence, 4 words, 14 letters (Il gatto beve latte: 2 + 5 + 4 + 5 = 16): 89 + (300 - 160) / 4
        (["Il gatto beve latte."], 124.0),
        # 2 sentences, 6 words, 4+4+5 + 3+4+4 = 24 letters: 89 + (600 - 240) / 6
        (["Anna tira verso. Poi apre casa."], 149.0),
        # An elided article counts by itself: L' arte resta = 3 words, 1 + 4 + 5 letters: 89 + (300 - 100) / 3
        (["L’arte resta."], 155.6667),
        # 1 sentence, 3 words, 15 + 2 + 15 = 32 letters: 89 + (300 - 320) / 3
        (["rendicontazione di rendicontazione"], 82.3333),
        # No sentence runs on from one paragraph into the next: 2 sentences, 2 words, 9 letters
        (["Bandi", "Arte"], 344.0),
    ],
)
def test_gulpease(passages, points):
    assert gulpease(passages) == pytest.approx(points, abs=0.001)


@pytest.mark.parametrize(
    ("passages", "points"),
    [
        # 6 words, 1 sentence, 6 syllables: 206.835 - 6.09 - 84.6
        (["The cat sat on the mat."], 116.145),
        # 4 words, 2 sentences, in-for-ma-tion 4 + is 1 + pow-er 2 + now 1 = 8: 206.835 - 2.03 - 169.2
        (["Information is power. Now!"], 35.605),
        # 2 words, 1 sentence, co-op-er-a-tives 4 by groups of vowels + help 1 = 5: 206.835 - 2.03 - 211.5
        (["cooperatives help"], -6.695),
    ],
)
def test_flesch(passages, points):
    assert flesch(passages) == pytest.approx(points, abs=0.001)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("make", 1), ("makes", 1), ("table", 2), ("tables", 2), ("wanted", 2), ("walked", 1),
        ("funding", 2), ("free", 1), ("boxes", 2), ("rhythm", 1), ("theatre", 2), ("cooperative", 4),
        ("12", 1),
    ],
)  # fmt: skip
def test_syllables(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Uno. Due! Tre? Quattro…", 4),
        ("Ai sensi dell’art. 5 del D.M. 9/2026, il sig. Rossi presenta domanda.", 1),
        ("Costa 1.500 euro (v. Allegato). Scade il 3.12.2026.", 2),
        ("Ha detto: «Vieni.» E lei venne.", 2),
        ("La Alfa S.r.l. Torino produce.", 1),
        ("... ! ?", 0),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text, count):
    assert len(sentences([text])) == count


def test_a_number_or_a_compound_is_one_word():
    assert words("Well-known: 1.500,00 € don’t wait") == ["Well-known", "1.500,00", "don’t", "wait"]


EASY = ["Il laboratorio apre di sera. Chi vuole viene. Non serve altro. " * 10]
HARD = [
    "La rendicontazione amministrativo-contabile delle agevolazioni precedentemente riconosciute costituisce "
    "presupposto imprescindibile dell’erogazione, subordinatamente all’accertamento documentale " * 5
]


def test_short_sentences_are_easy_and_an_offices_are_hard():
    assert not readability(EASY, "it").hard
    assert readability(HARD, "it").hard
    assert readability(EASY, "it").index == "Gulpease"
    assert readability(["We open at six. Come and see. " * 12], "en").index == "Flesch"


def test_few_words_and_other_languages_have_no_score():
    assert readability(["Il gatto beve latte."], "it") is None
    assert readability(EASY, "fr") is None
    assert readability([], "it") is None


def test_the_longest_sentence_is_told_only_when_nobody_can_follow_it():
    assert longest_sentence(["Breve. " + "Parola " * 41 + "fine."]).startswith("Parola Parola")
    assert longest_sentence(["parola " * 40]) == ""
    assert longest_sentence([]) == ""
