"""What every engine owes: the text of a page's documents finds the page, and it is said in which one."""

import pytest

from cms.searchable import AttachedText
from search.query import FoundIn, SearchQuery
from tests.factories.search import document

GUIDE = AttachedText("Guida alla domanda", "/documents/1/guida.pdf", "Le spese di tessitura sono ammesse.")
ANNEX = AttachedText("Allegato B", "/documents/2/allegato.pdf", "Il telaio <b>nuovo</b> & le sue università.")


@pytest.fixture
def ask(engine):
    return lambda words, **more: engine.search(SearchQuery("it", words, **more)).hits


def test_a_page_is_found_by_the_words_of_its_document(fill, ask):
    fill(document("Avviso", attachments=(GUIDE, ANNEX)), document("Altro"))
    [hit] = ask("tessitura")
    assert hit.title == "Avviso"
    assert hit.found_in == FoundIn("Guida alla domanda", "/documents/1/guida.pdf")
    assert hit.highlight == "Le spese di <mark>tessitura</mark> sono ammesse."


def test_the_document_that_has_the_words_is_named_in_whatever_form_they_are_asked_for(fill, ask):
    fill(document("Avviso", body="Testo.", attachments=(GUIDE, ANNEX)))
    [hit] = ask("telai universita")
    assert hit.found_in == FoundIn("Allegato B", "/documents/2/allegato.pdf")
    assert "&lt;b&gt;nuovo&lt;/b&gt; &amp; le sue <mark>università</mark>" in hit.highlight


def test_of_two_documents_the_one_with_more_of_the_missing_words_is_named(fill, ask):
    other = AttachedText("Nota", "/documents/3/nota.txt", "Tessitura.")
    both = AttachedText("Bando", "/documents/4/bando.txt", "Tessitura e telaio.")
    fill(document("Avviso", attachments=(other, both)))
    assert ask("tessitura telaio")[0].found_in.title == "Bando"


def test_a_page_that_has_the_words_itself_is_not_said_to_have_them_in_a_document(fill, ask):
    fill(document("Avviso", body="La tessitura a mano.", attachments=(GUIDE,)))
    [hit] = ask("tessitura")
    assert hit.found_in is None
    assert hit.highlight == "La <mark>tessitura</mark> a mano."


def test_words_may_stand_partly_in_the_page_and_partly_in_its_document(fill, ask):
    fill(document("Avviso lombardo", body="Testo.", attachments=(ANNEX, GUIDE)))
    [hit] = ask("lombardo tessitura")
    assert hit.found_in == FoundIn("Guida alla domanda", "/documents/1/guida.pdf")


def test_a_document_that_lacks_what_the_page_lacks_is_not_named(fill, ask):
    fill(document("Museo", body="Il museo.", attachments=(AttachedText("Nota", "/n", "Del museo."),)))
    [hit] = ask("museo inesistente")
    assert hit.found_in is None


def test_the_pages_own_words_weigh_more_than_those_of_its_documents(fill, ask):
    often = AttachedText("Nota", "/documents/3/nota.txt", "tessitura " * 30)
    fill(
        document("Uno", attachments=(often,)),
        document("Due", body="Qui si parla anche di tessitura. " + "Altre parole di contorno. " * 30),
        document("Tre", attachments=(often,)),
    )
    assert ask("tessitura")[0].title == "Due"


def test_a_phrase_is_found_in_one_document_and_never_across_two(fill, ask):
    halves = (AttachedText("Uno", "/1", "le imprese"), AttachedText("Due", "/2", "culturali italiane"))
    fill(document("Avviso", attachments=halves), document("Bando", attachments=(GUIDE,)))
    assert ask('"imprese culturali"') == ()
    [hit] = ask('"spese di tessitura"')
    assert hit.found_in.title == "Guida alla domanda"


def test_an_excluded_word_in_a_document_leaves_the_page_out(fill, ask):
    fill(document("Avviso", attachments=(GUIDE,)), document("Avviso"))
    assert [hit.found_in for hit in ask("avviso -tessitura")] == [None]


def test_a_word_that_only_a_document_has_is_no_slip_of_the_pen(fill, engine):
    fill(document("Museo tessutura", attachments=(GUIDE,)))
    assert engine.search(SearchQuery("it", "tessitura")).did_you_mean == ""


def test_without_words_no_document_is_named(fill, ask):
    fill(document("Avviso", attachments=(GUIDE,)))
    [hit] = ask("")
    assert (hit.found_in, hit.highlight) == (None, "")


def test_a_page_that_loses_its_document_is_no_longer_found_by_it(fill, ask):
    fill(document("Avviso", page_id=77, attachments=(GUIDE,)))
    fill(document("Avviso", page_id=77))
    assert ask("tessitura") == ()


def test_documents_may_hold_anything(fill, ask):
    odd = AttachedText("Nota \x00\ud800", "/n", "\udfff testo\x00 nascosto " + "x" * 200_000)
    fill(document("Avviso", attachments=(odd,)))
    [hit] = ask("nascosto")
    assert hit.found_in.title == "Nota"


def test_who_needs_no_extract_gets_the_same_pages_without(fill, ask):
    fill(document("Avviso", body="Un telaio.", attachments=(GUIDE,)), document("Telaio"))
    for words in ("tessitura", "telaio"):
        asked, spared = ask(words), ask(words, extracts=False)
        assert [hit.page_id for hit in spared] == [hit.page_id for hit in asked]
        assert any(hit.highlight for hit in asked)
        assert {(hit.highlight, hit.found_in) for hit in spared} == {("", None)}
