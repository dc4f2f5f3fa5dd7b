"""What the words of a question mean: synonyms, words of asking, any string."""

import pytest

from search.language.analysis import analysis_of
from search.language.words import MAX_CLAUSES
from search.understanding import expand
from search.understanding.codes import code_keys
from search.understanding.editors_words import names_of
from search.understanding.spellings import meeting_spellings
from search.understanding.synonyms import SynonymSet, Thesaurus
from tests.search.hostile import HOSTILE
from tests.search.reading import NOTHING, read


def test_a_synonym_is_found_in_any_form_of_the_word():
    assert read("cooperative", ("coop", "cooperativa")) == {"cooperative": {"coop"}}
    assert read("COOP", ("coop", "cooperativa")) == {"COOP": {"cooperativa"}}


def test_terms_of_several_words_go_both_ways():
    group = ("PMI", "piccole e medie imprese")
    assert read("pmi", group) == {"pmi": {"piccole e medie imprese"}}
    assert read("aiuti piccola e media impresa sud", group) == {
        "aiuti": set(),
        "piccola e media impresa": {"PMI"},
        "sud": set(),
    }


def test_a_term_that_says_a_word_twice_is_one():
    group = ("first come first served", "click day")
    assert read("events first come first served", group, language="en") == {
        "events": set(),
        "first come first served": {"click day"},
    }


def test_the_longest_term_counts():
    groups = ("impresa", "azienda"), ("impresa sociale", "cooperativa sociale")
    assert read("impresa sociale", *groups) == {"impresa sociale": {"cooperativa sociale"}}


def test_several_groups_add_up_and_do_not_chain():
    groups = ("coop", "cooperativa"), ("cooperativa", "impresa sociale")
    assert read("cooperativa", *groups) == {"cooperativa": {"coop", "impresa sociale"}}
    assert read("coop", *groups) == {"coop": {"cooperativa"}}


def test_a_phrase_around_a_word_that_will_do_by_itself_is_left_out():
    assert read("cooperativa", ("cooperativa", "società cooperativa")) == {"cooperativa": set()}
    group = ("cybersecurity", "cyber security", "the security")  # of the last one only a word is left
    assert read("cybersecurity", group, language="en") == {"cybersecurity": {"cyber security"}}


def test_one_way_finds_in_one_direction():
    thesaurus = Thesaurus.of([SynonymSet(("soldi", "contributo"), one_way=True)], analysis_of("it"))
    [clause] = expand("soldi", "it", thesaurus).clauses
    assert [one.text for one in clause.alternatives] == ["contributo"]
    [clause] = expand("contributo", "it", thesaurus).clauses
    assert clause.alternatives == ()


def test_a_spelling_leads_to_the_synonyms_of_the_word():
    assert "nuova impresa" in read("start-up", ("startup", "nuova impresa"))["start-up"]
    assert "nuova impresa" in read("start up", ("startup", "nuova impresa"))["start up"]


def test_a_name_of_several_words_is_one_even_without_others():
    [clause] = expand(
        "casa del libro", "it", Thesaurus.of([SynonymSet(("Casa del Libro",))], analysis_of("it"))
    ).clauses
    assert clause.words == "casa del libro"
    assert clause.readings[1].phrase


def test_an_organisation_called_like_a_word_does_not_answer_the_word():
    bodies = ("Lavoro - Agenzia", ""), ("Ente della Terra", "ARTE"), ("Consiglio delle Ricerche", "CNR")
    groups = [group for body in bodies for group in names_of(*body, frozenset(["arte"]))]
    assert not any("Agenzia" in found for found in read_groups("lavoro", groups))
    assert "Ente della Terra" not in read_groups("arte", groups)
    assert "Consiglio delle Ricerche" in read_groups("cnr", groups)
    assert "ARTE" in read_groups("ente della terra", groups)


def read_groups(text, groups):
    clauses = expand(text, "it", Thesaurus.of(groups, analysis_of("it"))).clauses
    return {one.text for clause in clauses for one in clause.alternatives}


def test_an_excluded_word_is_excluded_as_it_stands():
    [clause] = expand(
        "-coop", "it", Thesaurus.of([SynonymSet(("coop", "cooperativa"))], analysis_of("it"))
    ).clauses
    assert clause.alternatives == ()


@pytest.mark.parametrize(
    ("language", "question", "meant"),
    [
        (
            "it",
            "quali bandi ci sono per le cooperative sociali in Puglia?",
            "cooperative sociali Puglia?",
        ),
        ("it", "Cerco finanziamenti per un teatro", "teatro"),
        ("it", "bandi per teatri in scadenza a dicembre", "teatri dicembre"),
        ("en", "theatre grants closing in December", "theatre December"),
        ("en", "how do I get funding for a theatre", "theatre"),
        ("en", "Are there any grants for women in Veneto?", "women Veneto?"),
    ],
)
def test_a_whole_question_asks_for_what_it_is_about(language, question, meant):
    words = expand(question, language, NOTHING)
    stems = analysis_of(language).stems
    assert " ".join(one.words for one in words.required if stems.analyze(one.words)) == meant
    assert str(words) == question


def test_words_of_asking_alone_are_looked_for():
    assert list(read("chi siamo")) == ["chi", "siamo"]
    assert list(read("come fare")) == ["come", "fare"]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:24]))
@pytest.mark.parametrize("language", ["it", "en", "xx"])
def test_any_string_can_be_understood(text, language):
    words = expand(text, language, Thesaurus.of([SynonymSet(("museo", "arte"))], analysis_of(language)))
    assert len(words.clauses) <= MAX_CLAUSES
    str(words).encode()
    meeting_spellings(text), code_keys(text)


@pytest.mark.parametrize(
    ("question", "needed", "should"),
    [
        ("bandi Napoli", ["Napoli"], ["bandi"]),
        ("contributi", ["contributi"], []),
        ("bandi e contributi", ["bandi", "e", "contributi"], []),
        ('"bandi" Napoli', ["bandi", "Napoli"], []),
        ("Napoli -bandi", ["Napoli"], []),
    ],
)
def test_a_word_for_what_the_site_is_about_is_not_needed_beside_others(question, needed, should):
    words = expand(question, "it", NOTHING)
    assert [one.words for one in words.required] == needed
    assert [one.words for one in words.should] == should
