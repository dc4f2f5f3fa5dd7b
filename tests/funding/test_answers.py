"""A question about one call is answered by its sheet's own fields, above the results."""

from decimal import Decimal

import pytest

from .asking import ask_again

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheets(make_sheet, search_index):
    make_sheet(title="Nuova Marcora", grant_max=Decimal(2_000_000), beneficiaries=["cooperative"])
    make_sheet(title="Cultura Cresce", slug="cresce")
    make_sheet(title="Smart&Start Italia", slug="smart", no_deadline=True, closes_on=None)
    search_index.rebuild()


@pytest.mark.parametrize(
    ("words", "title", "label", "text"),
    [
        ("scadenza nuova marcora", "Nuova Marcora", "Closes", "31"),
        ("quando scade la Nuova Marcora?", "Nuova Marcora", "Closes", "31"),
        ("quanto finanzia nuova marcora", "Nuova Marcora", "Amount", "2.000.000"),
        ("chi può chiedere nuova marcora", "Nuova Marcora", "Who may apply", "Cooperatives"),
        ("quando scade smart&start", "Smart&Start Italia", "Closes", "No deadline"),
        ("quanto dà cultura cresce", "Cultura Cresce", "Amount", "The sheet does not say."),
    ],
)
def test_the_fact_stands_above_the_results(sheets, client, words, title, label, text):
    for context in (
        ask_again(client, f"q={words.replace('&', '%26')}"),
        client.get("/it/cerca/", {"q": words}).context,
    ):
        answer = context.get("answer") or context["section_offers"][0].answer
        assert answer.title == title
        assert text in answer.text
        assert answer.badge


@pytest.mark.parametrize("words", ["scadenza", "scadenza cooperative", "nuova marcora", "scadenza teatro"])
def test_other_questions_have_no_answer(sheets, client, words):
    assert ask_again(client, f"q={words}")["answer"] is None


def test_a_person_reads_label_words_state_and_link(sheets, client):
    page = client.get("/it/cerca/", {"q": "scadenza nuova marcora"}).content.decode()
    part = page.split('class="notice answer"')[1].split("</section>")[0]
    assert "Nuova Marcora</a>" in part
    assert "badge" in part
