"""Any string at all can be read into words, phrases and exclusions."""

import pytest

from search.language.words import MAX_CLAUSES, MAX_LENGTH, Clause, parse_words


def clauses(text):
    return [str(clause) for clause in parse_words(text).clauses]


def test_words_phrases_and_exclusions():
    assert parse_words('bandi "startup culturali" -prestito -"capitale di rischio"').clauses == (
        Clause("bandi"),
        Clause("startup culturali", phrase=True),
        Clause("prestito", excluded=True),
        Clause("capitale di rischio", phrase=True, excluded=True),
    )


@pytest.mark.parametrize("quoted", ["“uno due”", "«uno due»", "„uno due“", '"uno due"'])
def test_every_kind_of_quote_makes_a_phrase(quoted):
    assert parse_words(quoted).clauses == (Clause("uno due", phrase=True),)


def test_a_hyphen_inside_a_word_excludes_nothing():
    assert clauses("e-mail 2021-2027") == ["e-mail", "2021-2027"]


def test_a_quote_without_its_partner_is_ignored():
    assert clauses('museo "arte') == ["museo", "arte"]
    assert clauses('"') == []


def test_a_word_said_twice_counts_once_and_is_shown_as_it_was_typed():
    words = parse_words("per il teatro e per il cinema Teatro -seta -seta")
    assert str(words) == "per il teatro e per il cinema Teatro -seta -seta"
    assert [str(clause) for clause in words.required] == ["per", "il", "teatro", "e", "cinema"]
    assert [str(clause) for clause in words.excluded] == ["-seta"]


def test_what_was_read_can_be_written_down_and_read_again():
    words = parse_words('bandi "startup culturali" -prestito')
    assert parse_words(str(words)) == words


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_box_asks_nothing(text):
    assert not parse_words(text).given


@pytest.mark.parametrize("text", ["🎭🧵", "?!", "-", '""', "***", "(", "\x00"])
def test_signs_alone_are_no_words_but_something_was_typed(text):
    words = parse_words(text)
    assert words.clauses == ()
    assert words.given


def test_ten_thousand_characters_are_cut_and_said_to_be():
    words = parse_words("parola " * 1500)
    assert words.truncated
    assert len(str(words)) <= MAX_LENGTH
    many = parse_words(" ".join(f"w{number}" for number in range(60)))
    assert many.truncated
    assert len(many.clauses) == MAX_CLAUSES


def test_controls_and_lone_surrogates_are_dropped_and_accents_composed():
    assert clauses("mu\x00seo \ud800arte citta\u0300") == ["mu", "seo", "arte", "città"]
    str(parse_words("\udfff x")).encode()
