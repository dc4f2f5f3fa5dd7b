"""The glossary page: all terms from A to Z, for people, for programs and for the search."""

import json
import re

import pytest

from cms.models import GlossaryTerm
from home.models import GlossaryPage, StandardPage
from search.engines import get_engine
from search.models import OutboxEntry
from search.query import SearchQuery
from tests.factories import pages
from tests.markup import without_layout

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(tree):
    return pages.add(
        GlossaryPage,
        tree.home,
        title="Glossario",
        slug="glossario",
        summary="Le parole dei bandi.",
        body=[("text", "<p>Ogni bando ha le sue parole.</p>")],
    )


def term(tree, name, slug, explanation="Una <b>spiegazione</b>.", **fields):
    return GlossaryTerm.objects.create(
        locale=tree.locale, term=name, slug=slug, explanation=explanation, **fields
    )


def test_terms_stand_under_their_letter_with_an_anchor(client, tree, page):
    for name, slug in (("Èra", "era"), ("Bando", "bando"), ("ente", "ente")):
        term(tree, name, slug)
    html = client.get("/it/glossario/").content.decode()
    assert re.findall(r'<h2 id="(\w)">', html) == ["B", "E"]
    assert re.findall(r'<div id="([\w-]+)"><dt>', without_layout(html)) == ["bando", "ente", "era"]
    assert "<b>spiegazione" not in html and "&lt;b&gt;spiegazione" in html


def test_programs_read_a_set_of_terms(client, tree, page):
    term(tree, "Bando", "bando", forms="bandi, avvisi")
    html = client.get("/it/glossario/").content.decode()
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1]
    (terms,) = [node for node in json.loads(text)["@graph"] if node["@type"] == "DefinedTermSet"]
    assert terms["name"] == "Glossario" and terms["inLanguage"] == "it"
    (one,) = terms["hasDefinedTerm"]
    assert one == {
        "@type": "DefinedTerm",
        "@id": "http://testserver/it/glossario/#bando",
        "name": "Bando",
        "alternateName": ["bandi", "avvisi"],
        "description": "Una <b>spiegazione</b>.",
        "inDefinedTermSet": "http://testserver/it/glossario/#terms",
    }


def test_it_stands_in_the_footer_and_in_the_sitemap(client, page):
    assert "/it/glossario/" in client.get("/it/notizie/").content.decode().split("<footer")[1]
    assert "/it/glossario/" in client.get("/sitemap.xml").content.decode()


def test_the_search_finds_it_by_its_terms(tree, page, search_index):
    row = term(tree, "Fideiussione", "fideiussione", forms="polizza")
    search_index.rebuild()
    for words in ("fideiussione", "polizza", "glossario"):
        assert page.pk in [hit.page_id for hit in get_engine().search(SearchQuery("it", words)).hits]
    OutboxEntry.objects.all().delete()
    row.delete()
    assert list(OutboxEntry.objects.values_list("page_id", "language")) == [(page.pk, "it")]


def test_an_empty_glossary_says_so(client, page):
    response = client.get("/it/glossario/")
    assert response.status_code == 200
    assert "<dl" not in response.content.decode()


def test_many_terms_take_no_more_queries(client, tree, page, django_assert_max_num_queries):
    for number in range(60):
        term(tree, f"Termine {number}", f"termine-{number}")
    client.get("/it/notizie/")
    with django_assert_max_num_queries(12):
        assert client.get("/it/glossario/").content.decode().count("<dt>") == 60


def test_the_first_use_in_the_text_of_any_page_is_linked(client, tree, page):
    term(tree, "Bando", "bando", forms="bandi")
    body = [
        ("heading", "Il bando"),
        ("text", '<p><a href="/it/">Un bando</a>.</p><p>Due bandi.</p>'),
        ("callout", {"kind": "note", "title": "Il bando", "text": "<p>Ancora un bando.</p>"}),
    ]
    pages.add(StandardPage, tree.home, title="Chi siamo", slug="chi-siamo", body=body)
    html = client.get("/it/chi-siamo/").content.decode()
    assert html.count('href="/it/glossario/#bando"') == 1
    assert '<p>Due <a class="term" href="/it/glossario/#bando">bandi</a>.</p>' in html
