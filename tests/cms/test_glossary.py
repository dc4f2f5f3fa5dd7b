"""The glossary of a language: read once a generation, in the order of a dictionary."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from cms.models import GlossaryTerm
from cms.snippets.glossary import glossary
from cms.sorting import alphabetical
from home.models import GlossaryPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


def term(locale, name, slug, **fields):
    fields.setdefault("explanation", f"Che cos’è: {name}.")
    return GlossaryTerm.objects.create(locale=locale, term=name, slug=slug, **fields)


@pytest.fixture
def page(tree):
    return pages.add(GlossaryPage, tree.home, title="Glossario", slug="glossario")


def test_a_language_has_its_own_terms_from_a_to_z(tree, page):
    for name, slug in (("Zes", "zes"), ("èra", "era"), ("De minimis", "de"), ("ERA2", "era2")):
        term(tree.locale, name, slug)
    term(tree.english.locale, "Call", "call")
    assert [entry.term for entry in glossary("it").entries] == ["De minimis", "èra", "ERA2", "Zes"]
    assert [entry.term for entry in glossary("en").entries] == ["Call"]
    assert glossary("de").entries == ()


@pytest.mark.parametrize(("text", "key"), [("L’Àncora", "lancora"), ("Fondo (UE)", "fondo ue")])
def test_signs_and_accents_do_not_count_in_the_order(text, key):
    assert alphabetical(text) == key


def test_a_term_leads_to_its_place_on_the_page(tree, page):
    term(tree.locale, "Bando", "bando", forms="bandi, avviso ,")
    term(tree.english.locale, "Call", "call")
    (entry,) = glossary("it").entries
    assert (entry.url, entry.forms) == ("/it/glossario/#bando", ("bandi", "avviso"))
    # There is no English page: the term is explained, and leads nowhere.
    assert glossary("en").entries[0].url == ""
    assert glossary("en").term_linker.link("<p>call</p>") == "<p>call</p>"


def test_a_draft_explains_nothing_yet(tree, page):
    term(tree.locale, "Bando", "bando", live=False)
    row = term(tree.locale, "Zes", "zes")
    row.term = "Altro"
    row.save_revision()
    assert [entry.term for entry in glossary("it").entries] == ["Zes"]


def test_it_is_read_once_a_generation(tree, page, django_assert_num_queries):
    term(tree.locale, "Bando", "bando", facts=["procedure"])
    glossary("it")
    with django_assert_num_queries(0):
        assert glossary("it").by_fact["procedure"].term == "Bando"
    row = GlossaryTerm.objects.get()
    row.term = "Avviso"
    row.save()
    assert glossary("it").by_fact["procedure"].term == "Avviso"


def test_a_term_explains_only_facts_that_there_are(tree):
    row = GlossaryTerm(
        locale=tree.locale, term="Bando", slug="bando", explanation="Un atto.", facts=["procedure", "nulla"]
    )
    with override("en"), pytest.raises(ValidationError, match="nulla"):
        row.full_clean()
