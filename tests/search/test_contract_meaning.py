"""What every engine owes: other ways of saying a word, pinned pages, what comes first, suggestions."""

from datetime import UTC, date, datetime, timedelta

import pytest

from search import relevance
from search.language.text import clean
from search.language.words import Alternative, Clause, ParsedWords
from search.query import SearchQuery, Sort
from tests.factories.search import document
from tests.search.hostile import HOSTILE

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
DAYS = (date(2021, 1, 1), date(2025, 4, 30), date(2025, 4, 30))


@pytest.fixture
def ask(engine):
    """Ask with the clauses as given, or with words as typed."""

    def put(*clauses, words="", **more):
        expanded = ParsedWords(clauses, given=True) if clauses else None
        return engine.search(SearchQuery("it", words, expanded=expanded, **more))

    return put


@pytest.fixture
def titles(ask):
    return lambda *clauses, **more: [hit.title for hit in ask(*clauses, **more).hits]


# Alternatives -----------------------------------------------------------------------------------------
def test_a_clause_is_met_by_any_of_its_alternatives_in_any_form_of_the_word(fill, titles):
    fill(document("Cooperative di Puglia"), document("Coop di Puglia"), document("Coop di Lecce"))
    clause = Clause("coop", alternatives=(Alternative("cooperativa"),))
    assert titles(clause, Clause("puglia"), sort=Sort.TITLE) == ["Coop di Puglia", "Cooperative di Puglia"]


def test_a_phrase_among_the_alternatives_needs_its_words_side_by_side(fill, titles):
    fill(document("Piccole e medie imprese"), document("Imprese medie, piccole mostre"))
    clause = Clause("pmi", alternatives=(Alternative("piccole e medie imprese", phrase=True),))
    assert titles(clause) == ["Piccole e medie imprese"]


def test_words_taken_together_are_found_wherever_they_stand(fill, titles):
    fill(document("Imprese", body="culturali"), document("ICC"), document("Imprese"))
    clause = Clause("imprese culturali", alternatives=(Alternative("icc"),))
    assert sorted(titles(clause)) == ["ICC", "Imprese"]
    assert len(titles(clause)) == 2


def test_the_words_as_typed_come_before_an_alternative_that_weighs_less(engine, titles):
    # In a new index: how rare a word is counts, and in Elasticsearch so do, for a while, pages of before.
    with engine.rebuild("it") as changes:
        changes.put([document("Avviso", page_id=1), document("Bando", page_id=2)])
    assert titles(Clause("bando", alternatives=(Alternative("avviso", weight=0.5),))) == ["Bando", "Avviso"]
    assert titles(Clause("bando", alternatives=(Alternative("avviso", weight=2.0),))) == ["Avviso", "Bando"]


def test_an_excluded_clause_excludes_its_alternatives_too(fill, titles):
    fill(document("Museo Coop"), document("Museo cooperativa"), document("Museo civico"))
    clause = Clause("coop", excluded=True, alternatives=(Alternative("cooperativa"),))
    assert titles(Clause("museo"), clause) == ["Museo civico"]


def test_an_idle_clause_asks_nothing(fill, titles):
    fill(document("Museo"), document("Cercare un museo"))
    assert len(titles(Clause("cerco", optional=True), Clause("museo"))) == 2


def test_an_alternative_is_marked_in_the_extract(fill, ask):
    fill(document("Titolo", body="Le cooperative di Puglia."))
    [hit] = ask(Clause("coop", alternatives=(Alternative("cooperativa"),))).hits
    assert hit.highlight == "Le <mark>cooperative</mark> di Puglia."


def test_keywords_find_a_page_and_are_never_shown(fill, ask):
    fill(document("Titolo", keywords="m1c3i1x3 bando"))
    [hit] = ask(words="m1c3i1x3").hits
    assert "m1c3i1x3" not in f"{hit.highlight} {hit.summary}"


def test_any_string_can_be_an_alternative(fill, ask):
    fill(document("Museo"))
    for text in map(clean, HOSTILE):
        either = Alternative(text), Alternative(text, phrase=True, weight=0.5)
        assert ask(Clause("museo", alternatives=either)).total == 1, ascii(text)


# What comes first -------------------------------------------------------------------------------------
def test_where_no_page_has_all_words_those_with_the_most_come_first(fill, ask):
    fill(
        document("Rarissimo", page_id=1),
        document("Uno", page_id=2, body="museo seta"),
        document("Due", page_id=3, body="museo"),
        document("Tre", page_id=4, body="museo di Puglia, seta"),
    )
    results = ask(words="rarissimo museo seta puglia")
    assert results.relaxed
    assert [hit.title for hit in results.hits][:2] == ["Tre", "Uno"]


def test_with_as_many_words_what_is_not_over_comes_first(fill, titles):
    fill(
        document("Museo seta", page_id=1, moments={"closes": NOW - DAY}),
        document("Uno", page_id=2, body="museo, seta"),
        document("Museo", page_id=3),
    )
    assert titles(words="museo seta inesistente", now=NOW) == ["Uno", "Museo seta", "Museo"]


def test_what_is_over_comes_after_what_is_not(fill, titles):
    fill(
        document("Chiuso", page_id=1, summary="cultura", moments={"closes": NOW - DAY}),
        document("Sospeso", page_id=2, summary="cultura", flags={"suspended": True}),
        document("Aperto", page_id=3, body="cultura", moments={"closes": NOW + DAY}),
    )
    assert titles(words="cultura", now=NOW)[0] == "Aperto"


def test_the_recent_comes_first_among_equals_but_a_better_match_beats_it(fill, titles):
    fill(
        document("Museo vecchio", page_id=1, day=date(2021, 1, 1)),
        document("Museo recente", page_id=2, day=date(2025, 4, 30)),
        document("Tutt’altro", page_id=3, day=date(2025, 4, 30), body="museo"),
        *(document("Seta") for _ in range(5)),
    )
    assert titles(words="museo", now=NOW) == ["Museo recente", "Museo vecchio", "Tutt’altro"]


def test_recency_depends_on_the_day_alone():
    old, new, same = (relevance.recency(document(day=day)) for day in DAYS)
    assert 1 <= old < new < old * 2
    assert new == same
    assert relevance.recency(document()) == relevance.recency(document(day=relevance.UNDATED))
    assert relevance.recency(document(day=date.max)) < 100
    assert relevance.recency(document(day=date.min)) == 1


# Pinned pages -----------------------------------------------------------------------------------------
@pytest.fixture
def museums(fill):
    fill(
        document("Museo", page_id=1, type="news"),
        document("Museo della seta", page_id=2, type="page"),
        document("Orari", page_id=3, type="page"),
    )


def test_pinned_pages_lead_in_their_order_with_the_words_or_without(museums, ask):
    results = ask(words="museo", pinned=(3, 2))
    assert [hit.page_id for hit in results.hits] == [3, 2, 1]
    assert [hit.pinned for hit in results.hits] == [True, True, False]
    assert results.total == 3


def test_a_pinned_page_counts_once_and_only_where_it_passes_the_filters(museums, ask):
    results = ask(words="museo", pinned=(3, 999), filters={"type": ("news",)}, facets=("type",))
    assert [hit.page_id for hit in results.hits] == [1]
    assert {one.value: one.count for one in results.facets["type"]} == {"news": 1, "page": 2}


def test_pinned_pages_go_on_over_the_pages_of_the_list(museums, ask):
    seen = [ask(words="museo", pinned=(3,), per=1, page=page).hits[0].page_id for page in (1, 2, 3)]
    assert seen == [3, 1, 2]


def test_pinned_pages_do_not_hide_that_no_page_has_all_the_words(museums, ask):
    results = ask(words="museo inesistente", pinned=(3,))
    assert results.relaxed
    assert results.hits[0].page_id == 3


# Suggestions ------------------------------------------------------------------------------------------
@pytest.fixture
def suggested(engine):
    return lambda typed, limit=10: [one.text for one in engine.suggest("it", typed, limit)]


def test_the_beginning_of_any_word_suggests_a_title(fill, suggested, engine):
    fill(document("L’università della seta", type="news", url="/it/x/"), document("Museo"))
    for typed in ("u", "UNIV", "università", "seta uni", "della s", "l'univ", "l’universita della seta"):
        assert suggested(typed) == ["L’università della seta"]
    [one] = engine.suggest("it", "seta", 10)
    assert (one.text, one.url, one.type) == ("L’università della seta", "/it/x/", "news")


def test_titles_that_begin_so_come_first(fill, suggested):
    fill(document("Il bando cultura"), document("Cultura: un bando di tutta Italia"), document("Acqua"))
    assert suggested("cult") == ["Cultura: un bando di tutta Italia", "Il bando cultura"]
    assert len(suggested("cult", limit=1)) == 1


def test_a_word_that_no_title_holds_suggests_nothing(fill, suggested):
    fill(document("Museo", body="ceramica", summary="seta"))
    assert suggested("cer") == suggested("museo set") == suggested("useo") == suggested("") == []


def test_suggestions_take_any_string(fill, suggested):
    fill(document("Museo e arte"))
    for text in HOSTILE:
        assert suggested(text) in ([], ["Museo e arte"]), ascii(text)


def test_very_long_words_and_titles_are_suggested_by_their_beginning(fill, suggested):
    fill(document("Precipitevolissimevolmente " * 30))
    assert suggested("precipitevolissimevolmente precipitevolissimevolmente")


def test_where_no_page_has_all_words_it_must_hold_enough_and_says_what_it_lacks(fill, ask):
    common = [document(f"Pagina {number}", page_id=10 + number, body="cultura") for number in range(8)]
    fill(
        *common,
        document("Palco", page_id=1, body="palco, tende, cultura"),
        document("Tende", page_id=2, body="tende"),
    )
    results = ask(words="palco tende Napoli cultura Molise")
    assert results.relaxed
    assert [hit.title for hit in results.hits] == ["Palco"]
    assert results.hits[0].lacking == ("Napoli", "Molise")
    assert ask(words="palco tende").hits[0].lacking == ()


def test_a_rare_word_does_not_hide_the_pages_with_the_others(fill, ask):
    fill(
        document("Uno", page_id=1, body="fotovoltaico"),
        document("Due", page_id=2, body="sale e cinema"),
        document("Tre", page_id=3, body="sale e cinema"),
    )
    assert [hit.title for hit in ask(words="fotovoltaico sale cinema").hits][:2] == ["Due", "Tre"]
