"""What every engine owes: which words find which pages, in which order, shown how."""

from dataclasses import replace

import pytest

from cms.searchable import AttachedText
from search.language.words import parse_words
from search.query import SearchQuery, Sort
from tests.factories.search import document
from tests.search.hostile import HOSTILE

LONG = "Parole di contorno senza importanza. " * 30


@pytest.fixture
def ask(engine):
    return lambda words, **more: engine.search(SearchQuery("it", words, **more))


@pytest.fixture
def titles(ask):
    return lambda words, **more: [hit.title for hit in ask(words, **more).hits]


def test_words_without_accents_and_in_other_forms_find_the_page(fill, titles):
    fill(document("L’università della seta"), document("Innovazioni nei musei"))
    assert titles("universita") == ["L’università della seta"]
    assert titles("dell'innovazione") == ["Innovazioni nei musei"]
    assert titles("museo") == ["Innovazioni nei musei"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("sala", "Salute e sport"),
        ("Marche", "Un marchio, due marchi"),
        ("marchi", "Regione Marche"),
        ("marca", "Regione Marche"),
        ("Campania", "Nel campo dei libri"),
        ("campi", "Campania e Puglia"),
        ("buono", "La buona gestione"),
        ("assegno", "Il posto è assegnato"),
        ('"sala grande"', "La salute grande"),
    ],
)
def test_what_shares_only_the_stem_of_a_word_is_another_word(fill, ask, typed, text):
    guide = AttachedText("Guida", "/documents/1/guida.pdf", text)
    fill(document("Pagina", body=text), document("Altra", attachments=(guide,)))
    assert ask(typed).total == 0
    assert ask(f"-{typed}").total == 2


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("sala", "Tre sale"),
        ("museo", "I musei"),
        ("cooperativa", "Le cooperative"),
        ("agricolo", "Macchine agricole"),
        ("emilia romagna", "La Regione Emilia-Romagna"),
        ("Emilia-Romagna", "Tra Emilia e Romagna: l’Emilia-Romagna"),
        ("valle d'aosta", "In Valle d’Aosta"),
        ("Reggio Emilia", "Un teatro di Reggio Emilia"),
    ],
)
def test_forms_of_a_word_and_names_of_places_are_found_and_marked(fill, ask, typed, text):
    fill(document("Pagina", body=text), document("Altra", body="Salute, Marche, cooperazione, agricoltura"))
    [hit] = ask(typed).hits
    assert hit.title == "Pagina"
    assert "<mark>" in hit.highlight
    assert ask(f'-"{typed}"').total == 1


def test_an_extract_marks_the_word_and_not_what_shares_its_stem(fill, ask):
    fill(
        document("Una", summary="La salute conta.", body="La sala apre."),
        document("Altra", summary="La sala apre.", body="La salute conta."),
    )
    assert {hit.highlight for hit in ask("sala").hits} == {"La <mark>sala</mark> apre."}


def test_words_that_stand_side_by_side_among_the_keywords_are_no_phrase(fill, titles):
    fill(
        document("Sportello", keywords="bando avviso finanziamento agevolazione"),
        document("Prestiti", body="un finanziamento agevolato"),
    )
    assert titles('"finanziamento agevolato"') == ["Prestiti"]
    assert titles("avviso") == ["Sportello"]


def test_decomposed_accents_are_the_same_accents(fill, titles):
    fill(document("Citta\u0300 creative"))
    assert titles("città") == titles("citta\u0300") == ["Citt\u00e0 creative"]


def test_all_words_are_needed_wherever_they_stand(fill, titles):
    fill(document("Museo", body="tessuti antichi"), document("Museo", body="ceramica"))
    assert len(titles("museo tessuti")) == 1


def test_where_no_page_has_all_words_some_will_do_and_it_is_said(fill, ask):
    fill(document("Museo"), document("Ceramica"))
    results = ask("museo inesistente")
    assert [hit.title for hit in results.hits] == ["Museo"]
    assert results.relaxed
    assert not ask("museo").relaxed


def test_the_title_weighs_more_than_the_body(fill, titles):
    fill(
        document("Altro", body="tessitura " * 20),
        document("Altro", summary="tessitura " * 3),
        document("Tessitura", body=LONG),
        document("Altro", facts="tessitura " * 3),
    )
    assert titles("tessitura")[0] == "Tessitura"


def test_the_very_form_asked_for_comes_before_its_relatives(fill, titles):
    fill(document("Cooperazione", page_id=901), document("Cooperazioni", page_id=902))
    assert titles("cooperazioni") == ["Cooperazioni", "Cooperazione"]


def test_equal_scores_follow_the_number_of_the_page(fill, ask):
    fill(*(document("Uguale", page_id=number) for number in (730, 710, 720)))
    assert [hit.page_id for hit in ask("uguale").hits] == [710, 720, 730]


def test_a_phrase_needs_its_words_side_by_side(fill, titles):
    fill(
        document("Uno", body="imprese culturali e creative"),
        document("Due", body="culturali sono le imprese"),
        document("Tre", body="storia della cooperazione"),
    )
    assert titles('"imprese culturali"') == ["Uno"]
    assert titles('"storia della cooperazione"') == ["Tre"]
    assert titles("imprese culturali", sort="title") == ["Due", "Uno"]


def test_an_excluded_word_or_phrase_leaves_pages_out(fill, titles):
    fill(document("Museo e seta"), document("Museo"), document("Seta grezza"))
    assert titles("museo -seta") == ["Museo"]
    assert titles('seta -"seta grezza"') == ["Museo e seta"]


def test_only_exclusions_mean_everything_else(fill, titles):
    fill(document("Museo"), document("Seta"))
    assert titles("-museo") == ["Seta"]


def test_stop_words_are_looked_for_in_titles_when_there_is_nothing_else(fill, titles):
    fill(document("Chi siamo"), document("Museo", body="chi siamo"))
    assert titles("chi siamo") == ["Chi siamo"]
    assert titles('"siamo chi"') == []


def test_a_word_written_with_signs_is_a_phrase(fill, titles):
    fill(document("Programma 2021-2027"), document("Dal 2027 al 2021"))
    assert titles("2021-2027") == ["Programma 2021-2027"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("univrsità", "università"),
        ("museoo", "museo"),
        ("msueo", "museo"),
        ("museo cooperatva", "museo cooperativa"),
    ],
)
def test_a_slip_of_the_pen_is_put_right(fill, ask, typed, meant):
    fill(document("Museo", summary="università e cooperativa"))
    assert ask(typed).did_you_mean == meant


@pytest.mark.parametrize(("typed", "meant"), [("prest", ""), ("prestit", "prestito"), ("prexo", "preso")])
def test_what_words_of_the_site_begin_with_is_no_slip_for_a_shorter_one(fill, ask, typed, meant):
    fill(document("Prestito"), document("Quanto si è preso"))
    assert ask(typed).did_you_mean == meant


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("costi costi costi", "cosot", "costo"),  # a swap before another letter
        ("cosoto cosoto", "cosot", "costo"),  # or a letter too few
        ("come si fa", "comw", ""),  # what says nothing is never meant
        ("qui esistono", "esistomo", "esistono"),  # what people ask with is, where it stands alone
        ("bisogna bisogna bisogno", "bisognx", "bisogno"),  # and after other words as near
    ],
)
def test_the_likeliest_slip_is_meant(fill, ask, typed, text, meant):
    fill(document("Pagina", body=text), document("Terza", body=text), document("Altra", body="Il costo"))
    assert ask(typed).did_you_mean == meant


def test_of_words_equally_near_the_one_that_stands_with_the_others_is_meant(fill, ask):
    short = [document("Film", body="Corto") for _ in range(2)]
    fill(document("Mare", body="Il porto antico"), *short)
    assert ask("borto").did_you_mean == "corto"
    assert ask("antico borto").did_you_mean == "antico porto"


def test_a_word_that_exists_is_left_alone(fill, engine):
    fill(document("Porto"))
    real = replace(parse_words("porta"), exists="porta".__eq__)
    assert engine.search(SearchQuery("it", "porta")).did_you_mean == "porto"
    assert engine.search(SearchQuery("it", "porta", expanded=real)).did_you_mean == ""


def test_a_correction_is_offered_only_where_it_finds_all_words(fill, ask):
    fill(document("Museo"), document("Cooperativa"))
    assert ask("museo cooperatva").did_you_mean == ""
    assert ask("museo inesistente cooperatva").did_you_mean == ""
    assert ask("cooperatva").did_you_mean == "cooperativa"
    assert ask("cooperatva", filters={"type": ("event",)}).did_you_mean == ""


def test_words_that_are_known_or_that_nothing_resembles_are_left_alone(fill, ask):
    fill(document("Museo"))
    assert ask("museo").did_you_mean == ""
    assert ask("xyzzyxyzzy").did_you_mean == ""
    assert ask("museo", filters={"type": ("event",)}).did_you_mean == ""


def test_the_extract_is_the_pages_own_text_with_the_words_marked(fill, ask):
    fill(document("Titolo", body=f"{LONG} Nasce l’<b>università</b> & il museo. {LONG}"))
    [hit] = ask("universita musei").hits
    assert "<mark>università</mark>" in hit.highlight
    assert "&lt;b&gt;" in hit.highlight
    assert "&amp; il <mark>museo</mark>" in hit.highlight
    assert hit.highlight.startswith("… ")
    assert hit.highlight.endswith(" …")
    assert len(hit.highlight) < 500


def test_an_extract_keeps_headings_and_paragraphs_apart(fill, ask):
    fill(document("Titolo", body="In sintesi\nIl museo apre.\nCome fare\r\n\nSi scrive"))
    [hit] = ask("museo").hits
    assert hit.highlight == "In sintesi · Il <mark>museo</mark> apre. Come fare · Si scrive"


def test_without_words_or_marks_there_is_no_extract(fill, ask):
    fill(document("Museo", body="Altro testo."))
    assert ask("").hits[0].highlight == ""
    assert ask("museo").hits[0].highlight == ""


def test_any_string_is_answered(fill, ask):
    fill(document("Museo e arte", body="un testo"))
    for text in HOSTILE:
        assert ask(text, facets=("type",)).total in (0, 1), ascii(text)


def test_a_document_may_hold_anything(fill, titles):
    fill(document("Museo \ud800\x00 🎭", body="\udfff testo\x00 nascosto", facets={"topic": ("a\x00b",)}))
    assert titles("nascosto") == ["Museo 🎭"]


def test_every_engine_survives_text_that_is_very_long(fill, titles):
    fill(document("Lungo", body="x" * 200_000 + " museo"))
    assert titles("museo") == ["Lungo"]


def test_all_words_or_any_of_them_can_be_insisted_on(fill, engine):
    fill(document("Musei"), document("Musei digitali"), document("Teatri"))

    def found(words, any_word):
        results = engine.search(SearchQuery("it", words, any_word=any_word, sort=Sort.TITLE))
        return [hit.title for hit in results.hits], results.relaxed

    assert found("musei digitali", any_word=False) == (["Musei digitali"], False)
    assert found("musei teatri", any_word=False) == ([], False)
    assert found("musei digitali", any_word=True) == (["Musei", "Musei digitali"], True)
    assert found("teatri", any_word=True) == (["Teatri"], False)


def test_a_slip_is_put_right_by_what_somebody_wrote_as_two_words(fill, ask):
    fill(
        document(
            "Cyber security", body="Servizi di cyber security e co-progettazione", keywords="cybersecurity"
        )
    )
    assert ask("cibersecurity").did_you_mean == "cybersecurity"


def test_a_page_that_has_what_it_should_comes_first_and_none_needs_it(fill, ask):
    fill(document("Teatro e musica"), document("Musica in Puglia"), document("Musica a Bari in Puglia"))

    def titles(words: str, should: str) -> list[str]:
        wanted = replace(parse_words(words), should=parse_words(should).clauses)
        return [hit.title for hit in ask(words, expanded=wanted).hits]

    assert titles("musica", "Bari Puglia") == [
        "Musica a Bari in Puglia",
        "Musica in Puglia",
        "Teatro e musica",
    ]
    assert titles("", "teatro")[0] == "Teatro e musica"
    assert len(titles("", "teatro")) == 3
    assert titles("teatro molise", "Bari") == ["Teatro e musica"]
    assert titles("teatro", "") == ["Teatro e musica"]
