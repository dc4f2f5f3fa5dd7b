"""What the words of a question mean: codes, figures, spellings, synonyms, words of asking."""

import pytest

from search.language.analysis import analysis_of
from search.language.words import MAX_CLAUSES
from search.understanding import expand
from search.understanding.codes import code_keys, query_keys
from search.understanding.editors_words import names_of
from search.understanding.spellings import meeting_spellings
from search.understanding.synonyms import SynonymSet, Thesaurus
from tests.search.hostile import HOSTILE

NOTHING = Thesaurus()


def read(text, *groups, language="it"):
    """Each clause as it is typed, with its alternatives."""
    thesaurus = Thesaurus.of((SynonymSet(group) for group in groups), analysis_of(language))
    words = expand(text, language, thesaurus)
    return {
        clause.words: {one.text for one in clause.alternatives} - {clause.words} for clause in words.required
    }


# Codes ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "typed",
    [
        "m1c3 i1.3",
        "M1C3I1.3",
        "M1C3 1.3",
        "m1c3i1.03.00",
        "M1 C3 I 1.3",
        "M1-C3-I1.3",
        "m1c3",
        "M1C3I1",
        "m1",
    ],
)
def test_the_code_of_a_measure_is_found_however_it_is_typed(typed):
    [alternatives] = read(f"{typed}").values() or [set()]
    assert set(query_keys(typed)) & code_keys("Misura M1C3I1.3, teatri")
    assert alternatives <= set(query_keys(typed))


@pytest.mark.parametrize("typed", ["M1C3I1.4", "M2C3I1.3", "M1C3I1.31", "M1C3 2.3"])
def test_another_code_is_not_found(typed):
    assert not set(query_keys(typed)) & code_keys("M1C3I1.3")


@pytest.mark.parametrize("typed", ["J51B21000123001", "j51b21000123001", "J51B 2100 0123 001"])
def test_a_cup_is_found_in_any_case_and_with_blanks(typed):
    [(words, alternatives)] = read(typed).items()
    assert words == typed
    assert {words.lower(), *alternatives} & code_keys("CUP: J51B21000123001.")


@pytest.mark.parametrize("typed", ["3.3.A", "3.3.a", "33A"])
def test_a_code_with_signs_is_found_without_them(typed):
    assert set(query_keys(typed)) & code_keys("Int. 3.3.A")


@pytest.mark.parametrize("typed", ["ECS 00000017", "ecs 00000017", "ECS00000017"])
def test_letters_before_a_long_number_are_a_code(typed):
    [(words, alternatives)] = read(typed).items()
    assert {words.lower(), *alternatives} & code_keys("THE (ECS00000017)")


def test_money_and_years_are_no_codes():
    assert list(read("EUR 0350000 bandi 202600")) == ["0350000", "bandi", "202600"]


@pytest.mark.parametrize(
    "typed", ["missione 4 componente 2", "Missione 4, Componente 2", "mission 4 component 2 investment 1.5"]
)
def test_a_measure_is_found_with_its_parts_spelt_out(typed):
    [(words, alternatives)] = read(typed).items()
    assert words == typed
    assert alternatives & code_keys("M4C2I1.5")


def test_a_year_beside_a_code_can_also_stand_alone():
    assert list(read("m1c3 2026")) == ["m1c3 2026"]


# Figures ----------------------------------------------------------------------------------------------
def test_figures_are_found_with_and_without_signs():
    assert read("15.000") == {"15.000": {"15000"}}
    assert read("15 000 posti") == {"15 000": {"15000"}, "posti": set()}
    assert read("15000") == {"15000": {"15 000"}}
    assert read("15.500.010") == {"15.500.010": {"15500010"}}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("650 mila", "650000"),
        ("650mila", "650000"),
        ("650k", "650000"),
        ("1,5 milioni", "1500000"),
        ("1.5 million", "1 500 000"),
        ("2 MLN", "2000000"),
        ("1.500.000", "1.5 milioni"),
        ("2000000", "2 million"),
    ],
)
def test_a_figure_counted_in_thousands_or_millions_is_that_figure(typed, meant):
    [alternatives] = read(typed).values()
    assert meant in alternatives


def test_euro_beside_a_figure_is_not_looked_for():
    assert list(read("150,000 euro venues", language="en")) == ["150,000", "venues"]
    assert list(read("euro 650 mila")) == ["650 mila"]
    assert list(read("zona euro")) == ["zona", "euro"]


def test_a_year_is_only_a_year():
    assert read("2026") == {"2026": set()}


# Spellings --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("typed", ["startup", "start-up", "start up", "Start-Up", "START UP"])
def test_spellings_with_a_gap_a_hyphen_or_none_meet(typed):
    for text in ("Una startup", "start-up", "le START UP"):
        alternatives = {alternative for found in read(typed).values() for alternative in found}
        assert (alternatives | {typed.lower()}) & meeting_spellings(text)


@pytest.mark.parametrize("typed", ["nonprofit", "non-profit", "non profit", "no profit", "no-profit"])
def test_nonprofit_in_all_its_spellings(typed):
    [alternatives] = read(typed, language="en").values()
    assert "nonprofit" in alternatives | {typed}
    assert "nonprofit" in meeting_spellings(typed)


def test_any_word_with_a_hyphen_meets_the_one_without():
    assert read("co-progettazione") == {"co-progettazione": {"coprogettazione"}}
    assert read("co progettazione") == {"co progettazione": {"coprogettazione"}}
    assert "coprogettazione" in meeting_spellings("La co-progettazione e la co progettazione")
    assert "20212027" not in meeting_spellings("2021-2027")


@pytest.mark.parametrize("typed", ["C.N.R.", "c.n.r", "CNR"])
def test_a_short_form_meets_itself_with_full_stops(typed):
    [(words, alternatives)] = read(typed).items()
    assert {words.lower(), *alternatives} & (meeting_spellings("il C.N.R. di Pisa") | {"cnr"})
    assert "cnr" in meeting_spellings("il C.N.R. di Pisa")
    assert "spa" in meeting_spellings("una S.p.A., una S.r.l.")


# Inflections ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("it", "caseifici", "caseificio"),
        ("it", "beneficio", "benefici"),
        ("it", "artigiano", "artigiane"),
        ("it", "artigiani", "artigiano"),
        ("it", "enti", "ente"),
        ("it", "arte", "arti"),
        ("it", "venete", "veneto"),
        ("it", "editori", "editrici"),
        ("it", "startups", "startup"),
        ("en", "theaters", "theatre"),
        ("en", "organization", "organisations"),
        ("en", "labour", "labor"),
        ("en", "program", "programmes"),
        ("en", "women", "woman"),
        ("fr", "créateur", "créatrice"),
    ],
)
def test_forms_that_the_stemmer_keeps_apart_meet(language, one, other):
    stems = analysis_of(language).stems
    [clause] = expand(one, language, NOTHING).clauses
    assert stems.analyze(other)[0] in {stems.analyze(reading.text)[0] for reading in clause.readings}


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("it", "italiani"),
        ("it", "romani"),
        ("it", "PMI"),
        ("it", "imprenditrici"),
        ("en", "for"),
        ("en", "news"),
        ("xx", "ente"),
    ],
)
def test_a_form_that_is_another_word_is_not_taken(language, word):
    [clause] = expand(word, language, NOTHING).clauses
    assert all(one.name for one in clause.alternatives)
    assert not {one.text for one in clause.alternatives} & {"italia", "roma", "imprenditore", "new"}


def test_another_form_leads_to_the_synonyms_of_the_word():
    assert "fondo perduto" in read("grants", ("grant", "fondo perduto"))["grants"]
    assert "terzo settore" in read("e.t.s.", ("ETS", "terzo settore"))["e.t.s."]


def test_a_phrase_in_quotes_means_what_it_says():
    assert read('"start up"') == {"start up": set()}
    assert read('coop "start up"', ("coop", "cooperativa")) == {"coop": {"cooperativa"}, "start up": set()}


# Synonyms ---------------------------------------------------------------------------------------------
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
    assert read("grants first come first served", group, language="en") == {
        "grants": set(),
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


# Words of asking --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("language", "question", "meant"),
    [
        (
            "it",
            "quali bandi ci sono per le cooperative sociali in Puglia?",
            "bandi cooperative sociali Puglia?",
        ),
        ("it", "Cerco finanziamenti per un teatro", "finanziamenti teatro"),
        ("it", "bandi per teatri in scadenza a dicembre", "bandi teatri dicembre"),
        ("en", "theatre grants closing in December", "theatre grants December"),
        ("en", "how do I get funding for a theatre", "funding theatre"),
        ("en", "Are there any grants for women in Veneto?", "grants women Veneto?"),
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


# Any string -------------------------------------------------------------------------------------------
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:24]))
@pytest.mark.parametrize("language", ["it", "en", "xx"])
def test_any_string_can_be_understood(text, language):
    words = expand(text, language, Thesaurus.of([SynonymSet(("museo", "arte"))], analysis_of(language)))
    assert len(words.clauses) <= MAX_CLAUSES
    str(words).encode()
    meeting_spellings(text), code_keys(text)
