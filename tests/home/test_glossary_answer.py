"""Who asks the search for a term of the glossary reads what it means."""

import pytest
from django.utils import timezone

from cms.models import GlossaryTerm
from home.glossary_answer import term_answer
from home.models import GlossaryPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def terms(tree, search_index):
    page = pages.add(GlossaryPage, tree.home, title="Glossario", slug="glossario")
    search_index.rebuild()
    for term, forms in (("Procedura a sportello", "a sportello"), ("Codice ATECO", "codici ATECO, ATECO")):
        GlossaryTerm.objects.create(
            term=term,
            slug=term.split()[-1].lower(),
            forms=forms,
            explanation=f"Spiegazione: {term}.",
            locale=page.locale,
        )
    return page


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("ateco", "Codice ATECO"),
        ("che significa ATECO?", "Codice ATECO"),
        ("cosa vuol dire sportello", "Procedura a sportello"),
        ("procedure a sportello", "Procedura a sportello"),
        ("sportello cinema", None),
        ("?!", None),
        ("che cosa significa", None),
    ],
)
def test_the_question_for_a_term_is_answered(terms, words, term):
    offer = term_answer(words, "it", timezone.now())
    assert (offer.answer.label if offer else None) == term


def test_the_answer_stands_above_the_results(terms, client):
    page = client.get("/it/cerca/", {"q": "che significa ateco"}).content.decode()
    assert "Spiegazione: Codice ATECO." in page
    assert f'href="{terms.url}#ateco"' in page
    assert "Spiegazione" not in client.get("/it/cerca/", {"q": "ateco cinema"}).content.decode()
