"""What the finder shows of a question: a choice is told once, and nothing is offered that does nothing."""

from datetime import date

import pytest

from cms.formats.quotes import quoted

pytestmark = pytest.mark.django_db


def labels(context) -> list[str]:
    return [chip.label for chip in context["chips"]]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("cultura", "“cultura”"),
        ('"arti visive"', "“arti visive”"),
        ("«arti visive»", "“arti visive”"),
        ("“arti visive”", "“arti visive”"),
        ('"arti" "visive"', '“"arti" "visive"”'),
        ('"', '“"”'),
    ],
)
def test_a_phrase_in_quotation_marks_gets_no_second_pair(typed, shown):
    assert quoted(typed) == shown


def test_two_days_that_the_closing_lies_between_are_one_choice(make_sheet, ask):
    make_sheet()
    context = ask("closes_after=2026-11-23&closes_before=2026-12-31&status=open")
    assert labels(context) == ["Open", "Closing: 23 nov 2026 – 31 dic 2026"]
    assert context["chips"][1].remove_url == "/it/bandi/?status=open"
    assert labels(ask("closes_before=2026-12-31")) == ["Closes by 31 dic 2026"]
    assert len(labels(ask("closes_after=2026-12-31&closes_before=2026-11-23"))) == 2


def test_relevance_is_offered_where_there_are_words(make_sheet, ask):
    make_sheet(title="Teatri")

    def offered(query):
        return [str(label) for _name, label, _chosen in ask(query)["sorts"]]

    assert "by relevance" not in offered("")
    assert "by relevance" in offered("q=teatri")
    assert "by relevance" in offered("sort=relevance")


def test_whoever_asks_for_words_reads_the_most_relevant_first(make_sheet, ask):
    make_sheet(title="Un bando", summary="Anche per i teatri.", closes_on=date(2026, 12, 1))
    make_sheet(title="Teatri", closes_on=date(2026, 12, 31))

    def first(query):
        return ask(query)["sheets"][0].title

    def usual(query):
        return next((str(label), chosen) for name, label, chosen in ask(query)["sorts"] if not name)

    assert (first("status=any"), usual("")) == ("Un bando", ("by deadline", True))
    assert (first("q=teatri&status=any"), usual("q=teatri")) == ("Teatri", ("by relevance", True))
    assert first("q=teatri&status=any&sort=deadline") == "Un bando"
    chips = ask("q=teatri&status=any")["chips"]
    assert "sort=" not in "".join(chip.remove_url for chip in chips)


@pytest.mark.parametrize("typed", ["!!!", "🎭", "..."])
def test_who_types_no_word_is_told(make_sheet, ask, typed):
    make_sheet()
    assert any(
        text.startswith("There is no word in what you typed.") for text in ask(f"q={typed}")["notices"]
    )
    assert not any("no word" in text for text in ask("q=teatri")["notices"])
