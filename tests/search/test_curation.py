"""Synonyms and pinned pages as editors keep them: in force at the next question, whatever they type."""

from importlib import import_module

import pytest
import yaml
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import Page

from cms import cache_version
from search.curation import terms_of
from search.models import BestBet, Pin, SynonymGroup
from search.query import SearchQuery
from search.service import ask
from search.understanding import expand
from tests.factories import pages
from tests.factories.pages import site_tree
from tests.search.fixtures import index_of_pages
from tests.search.hostile import HOSTILE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]
shipped = import_module("search.migrations.0004_shipped_synonyms")


@pytest.fixture(scope="module")
def site(standing_db):
    tree = site_tree()
    pages.article(tree.news, title="Tessitura a mano", slug="mano")
    pages.article(tree.news, title="Orari", slug="orari")
    pages.article(tree.english.news, title="Weaving by hand", slug="hand")
    return tree


@pytest.fixture(scope="module")
def standing_index(site, tmp_path_factory):
    return index_of_pages(tmp_path_factory)


def titles(words, language="it", **more):
    return [hit.title for hit in ask(SearchQuery(language, words, **more)).hits]


def pin(words, *chosen, language="it"):
    bet = BestBet.objects.create(language=language, terms=words)
    for place, page in enumerate(chosen):
        Pin.objects.create(best_bet=bet, page=page, sort_order=place)
    return bet


def page(tree, slug):
    return Page.objects.get(slug=slug, locale=tree.locale)


@pytest.mark.parametrize(
    "written", ["biblioteca\nmediateca\nPMI", "biblioteca, mediateca; PMI", " ;biblioteca;;mediateca,PMI,"]
)
def test_terms_stand_on_lines_or_apart_by_commas_or_semicolons(written):
    assert terms_of(written) == ("biblioteca", "mediateca", "PMI")


# Synonyms ---------------------------------------------------------------------------------------------
def test_a_synonym_is_in_force_at_the_next_question_without_indexing(
    site, django_capture_on_commit_callbacks
):
    assert titles("filatura") == []
    with django_capture_on_commit_callbacks(execute=True):
        group = SynonymGroup.objects.create(language="it", terms="tessitura\nfilatura")
    assert titles("filatura") == ["Tessitura a mano"]
    assert titles("filatura", "en") == []
    with django_capture_on_commit_callbacks(execute=True):
        group.delete()
    assert titles("filatura") == []


def test_a_change_forgets_the_pages_that_were_kept(site):
    before = cache_version.current()
    SynonymGroup.objects.create(language="it", terms="a1, b1")
    assert cache_version.current() != before


@pytest.mark.parametrize(
    "terms",
    ["solo", "", "il\nla", "museo\n🎭", "x" * 81 + "\nmuseo", "\n".join(f"parola{n}" for n in range(31))],
)
def test_a_group_that_makes_no_sense_is_refused(terms):
    with pytest.raises(ValidationError):
        SynonymGroup(language="it", terms=terms).full_clean()


def test_terms_stand_on_lines_or_apart_by_commas():
    group = SynonymGroup(language="it", terms=" filo ,tessuto\r\n\nfilo\ntrama  e ordito ")
    group.full_clean()
    assert group.words == ("filo", "tessuto", "trama e ordito")


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:24]))
def test_hostile_terms_do_no_harm(site, text):
    storable = text.encode("utf-8", "ignore").decode().replace("\x00", "")
    SynonymGroup.objects.create(language="it", terms=f"{storable}\ntessitura")
    assert "Tessitura a mano" in titles("tessitura")


# What every site begins with --------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["it", "en"])
def test_a_new_site_has_synonyms_of_its_field_and_each_would_be_accepted(language):
    groups = SynonymGroup.objects.filter(language=language)
    assert groups.count() >= 60
    for group in groups:
        group.full_clean()


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("it", "coop", "cooperativa"),
        ("it", "PMI", "piccole e medie imprese"),
        ("it", "piccole e medie imprese", "PMI"),
        ("it", "grant", "fondo perduto"),
        ("it", "contributi a fondo perduto", "grant"),
        ("it", "bando", "avviso"),
        ("it", "ETS", "terzo settore"),
        ("it", "enti del terzo settore", "ETS"),
        ("it", "ICC", "imprese culturali e creative"),
        ("it", "luoghi della cultura", "LdC"),
        ("it", "Recovery", "PNRR"),
        ("it", "start up", "nuova impresa"),
        ("en", "women entrepreneurship", "imprenditoria femminile"),
        ("en", "grants", "fondo perduto"),
        ("en", "small and medium-sized enterprises", "PMI"),
    ],
)
def test_words_of_the_field_meet(language, typed, found):
    assert found in {one.text for clause in expand(typed, language).clauses for one in clause.alternatives}


def test_the_name_of_a_place_of_several_words_is_one():
    for language, name in (("it", "Reggio Emilia"), ("en", "La Spezia"), ("en", "Reggio Calabria")):
        [clause] = expand(name, language).clauses
        assert clause.words == name


def test_the_files_hold_no_group_twice():
    for file in shipped.FOLDER.glob("*.yaml"):
        terms = [tuple(terms) for terms, _ in map(shipped.read, yaml.safe_load(file.read_text()))]
        assert len(set(terms)) == len(terms)


def test_what_editors_delete_stays_deleted(db):
    SynonymGroup.objects.all().delete()
    call_command("migrate", "search", verbosity=0)
    assert not SynonymGroup.objects.exists()


# Pinned pages -----------------------------------------------------------------------------------------
def test_a_pinned_page_leads_for_its_words_in_any_form_and_order(site):
    pin("mano tessitura\nquando aprite", page(site, "orari"))
    assert titles("Tessiture a mano") == ["Orari", "Tessitura a mano"]
    assert titles("quando aprite") == ["Orari"]
    assert titles("tessitura") == ["Tessitura a mano"]


def test_a_page_that_is_no_longer_live_or_does_not_pass_the_filters_is_not_shown(
    site, django_capture_on_commit_callbacks
):
    pin("tessitura", page(site, "orari"))
    assert titles("tessitura", filters={"type": ("event",)}) == []
    with django_capture_on_commit_callbacks(execute=True):
        page(site, "orari").specific.unpublish()
    assert titles("tessitura") == ["Tessitura a mano"]


def test_a_page_pinned_in_another_language_stands_for_its_translation(site, search_index):
    original = page(site, "mano").specific
    english = pages.translate(original, site.english.locale, title="Weaving", slug="weaving")
    search_index.rebuild()
    pin("loom", original, language="en")
    assert titles("loom", "en") == [english.title]


def test_a_pinned_page_is_marked_in_words(site, client):
    pin("tessitura", page(site, "orari"))
    html = client.get("/it/cerca/?q=tessitura").content.decode()
    assert html.count("Recommended") == 1


# The admin --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["synonymgroup", "bestbet"])
def test_editors_find_both_in_the_admin_with_the_words_of_the_report(admin_client, name):
    base = f"/admin/snippets/search/{name}/"
    assert admin_client.get(base, follow=True).status_code == 200
    html = admin_client.get(f"{base}add/?words=filatura&language=it").content.decode()
    assert "filatura" in html


def test_a_group_is_saved_in_the_admin(admin_client):
    sent = {"language": "it", "terms": "filo\nstame"}
    assert admin_client.post("/admin/snippets/search/synonymgroup/add/", sent).status_code == 302
    assert SynonymGroup.objects.filter(terms__contains="stame").exists()
