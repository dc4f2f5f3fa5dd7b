"""Which words are forms of one word: strangers share a stem, and relatives do not always."""

from itertools import combinations

import pytest
import yaml

from search.index import keywords
from search.language.analysis import analysis_of
from search.language.inflections import forms_of, same_word
from search.language.languages import LANGUAGES
from search.language.place_names import CAPITALS, ORDINARY, REGIONS, names_of
from search.understanding import expand
from search.understanding.synonyms import SynonymSet, Thesaurus
from tests.search.answers.conftest import LANGUAGES as SHIPPED
from tests.search.test_curation import shipped

STRANGERS = """
it: marche marchio, marche marchi, marche marca, campania campo, campania campi
it: campania campana, sala salute
it: buono buona, buono buone, assegno assegnato, prato prati, lodi lode, como coma, porto porta
it: caso casa, modo moda, posto posta, colle collo, corso corsa, pena penna, banco banca
it: costo costa, mente mento
it: sala sali, porta porti, casi case, corsi corse, banda bandi, bande bandi, tasso tasse, mostra mostri
it: luca luce, lucia luce, rama rami
it: capitale capitano, impresa impresario, marchigiano marchio, lucano luce, sale salute
it: molisano mola
en: turin turn, policy police, organ organisation, universe university, general generation
en: past paste
en: marche march, station static, commune communism, import important
fr: marches marcher, salle salut, lombardie lombard, campanie camp, port porte
"""
RELATIVES = """
it: cooperativa cooperative, agricolo agricole, agricolo agricoli, impresa imprese
it: museo musei, prestito prestiti
it: socio socia, socio soci, socia socie, soci socie, socia soci, figlio figlia, amico amica
it: marchio marchi, sala sale, campo campi, buono buoni, culturale culturali
it: spettacolo spettacoli, banca banche
it: amico amici, amica amiche, luce luci, chiave chiavi, laboratorio laboratori
it: vecchio vecchi, camicia camicie
it: luogo luoghi, parco parchi, artigiano artigiane, finanziare finanziato, giovane giovani
it: provincia province, roccia rocce
it: sale sali, tema temi, collega colleghi, artista artisti, banda bande, tassa tasse, mostra mostre
en: loan loans, company companies, training trainings, business businesses, study studies
en: service services, place places, box boxes, fund funding
en: museum museums, grant granted, cooperative cooperatives, publish publishing
fr: entreprise entreprises, musée musées, régional régionaux, culturel culturelle, créatif créative
"""


def test_a_noun_in_tore_finds_its_feminine():
    for asked, form in (
        ("lavoratore", "lavoratrice"),
        ("soci lavoratori", "lavoratrici"),
        ("attore", "attrice"),
    ):
        readings = [one for each in expand(asked, "it", Thesaurus()).clauses for one in each.readings]
        assert any(holds("it", reading.text, form) for reading in readings if " " not in reading.text)


@pytest.mark.parametrize("form", ["veneta", "venete", "veneti"])
def test_an_adjective_finds_the_land_of_its_letters_and_the_land_has_no_other_form(form):
    [clause] = expand(form, "it", Thesaurus()).clauses
    assert any(holds("it", reading.text, "Veneto") for reading in clause.readings)
    [clause] = expand("Veneto", "it", Thesaurus()).clauses
    assert not any(holds("it", reading.text, form) for reading in clause.readings)


def pairs(table):
    found = []
    for line in table.strip().splitlines():
        language, _, words = line.partition(": ")
        found += [(language, *pair.split()) for pair in words.split(", ")]
    return found


def holds(language, asked, word):
    analysis = analysis_of(language)
    [asked], [word] = analysis.plain.analyze(asked), analysis.plain.analyze(word)
    return word in analysis.forms(asked)


@pytest.mark.parametrize(("language", "one", "other"), pairs(STRANGERS))
def test_a_stranger_is_no_form(language, one, other):
    assert not holds(language, one, other)
    assert not holds(language, other, one)
    assert not same_word(one, other, LANGUAGES[language])


@pytest.mark.parametrize(("language", "one", "other"), pairs(RELATIVES))
def test_a_relative_stays_one(language, one, other):
    stems = analysis_of(language).stems
    if stems.analyze(one) == stems.analyze(other):
        assert holds(language, one, other)
        assert holds(language, other, one)
    else:  # another reading of the question
        [clause] = expand(one, language, Thesaurus()).clauses
        assert any(holds(language, reading.text, other) for reading in clause.readings)


def test_no_word_of_the_shipped_lists_has_the_plural_of_another():
    """A short noun in -a has its plural in -e, and one in -e in -i: what meets at "sale" is not one word.
    Each is asked for itself and in every form that it has."""
    italian = LANGUAGES["it"]
    allowed = {
        frozenset(pair) for group in italian.irregular.split() for pair in combinations(group.split("/"), 2)
    }
    words = {word for term in _shipped_terms("it") for word in analysis_of("it").plain.analyze(term)}
    forms = {(word, form) for word in words for form in forms_of(word, italian)}
    pairs = {frozenset((one, form)) for _, one in forms for form in forms_of(one, italian)} | {
        frozenset(pair) for pair in forms
    }
    for one, other in (pair for pair in map(sorted, pairs) if len(pair) > 1):
        if one[:-1] == other[:-1] and (one[-1], other[-1]) == ("a", "i"):
            assert len(one) > italian.long_from or {one, other} in allowed, (one, other)
        if one[:-1] in italian.twins.split() and one[:-1] == other[:-1]:
            assert (one[-1], other[-1]) in [("a", "e"), ("i", "o")]


@pytest.mark.parametrize("name", names_of(REGIONS, CAPITALS))
def test_the_name_of_a_place_has_one_form_and_is_none_of_another_word(name):
    analysis = analysis_of("it")
    for typed in (name, name.lower(), f"dell'{name}", name.replace(" ", "-")):
        words = analysis.content_words(typed)
        assert words
        assert all(analysis.forms(word) == (word,) for word in words if word not in ORDINARY)


def test_a_synonym_that_meets_a_place_does_not_answer_it():
    groups = [SynonymSet(("brand", "marca")), SynonymSet(("campana", "suono"))]
    thesaurus = Thesaurus.of(groups, analysis_of("it"))
    for typed in ("Marche", "Regione Marche", "Campania"):
        assert not any("brand" in one.text for one in _alternatives(typed, thesaurus))
    assert {one.text for one in _alternatives("marca", thesaurus)} == {"brand"}


@pytest.mark.parametrize("language", ["it", "en", "fr"])
def test_no_line_of_a_kind_says_a_phrase_of_the_synonyms(language):
    """Nor two words of one; and where phrases are looked for, these lines are not."""
    analysis = analysis_of(language)
    for line in keywords.type_keywords(language).values():
        said = analysis.content_words(line)
        for term in _shipped_phrases(language if language in SHIPPED else "en"):
            words = analysis.content_words(term)
            assert len(words) < 2 or not all(
                any(same_word(word, one, analysis.language) for one in said) for word in words
            ), (term, line)


def _shipped_terms(language):
    text = (shipped.FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    return [term for terms, _ in map(shipped.read, yaml.safe_load(text)) for term in terms]


def _shipped_phrases(language):
    return [term for term in _shipped_terms(language) if " " in term]


def _alternatives(typed, thesaurus):
    return [one for clause in expand(typed, "it", thesaurus).clauses for one in clause.alternatives]
