"""What the words of a question mean: spellings and inflections."""

import pytest

from search.language.analysis import analysis_of
from search.understanding import expand
from search.understanding.spellings import meeting_spellings
from tests.search.reading import NOTHING, read


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
