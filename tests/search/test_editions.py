"""An index remembers the rules by which it was made. One made by others is told, with what mends it."""

import inspect
import io
import os
import subprocess
import sys
from dataclasses import MISSING, fields

import pytest
from django.core.management import CommandError, call_command

from cms.searchable import SearchDocument
from search import engines
from search.engines import example
from search.engines.elasticsearch import schema as elasticsearch
from search.engines.tantivy import schema as tantivy
from search.index import rebuild
from search.query import SearchQuery
from tests.factories import pages
from tests.services.scratch_site import ROOT

# What fills the fields, and what it might fill them with after a change.
OTHERWISE = {
    "facets_of": {"type": ["funding"], "kind": ["call"]},
    "card_of": {"page_id": 1, "title": "Titolo"},
    "moments_of": {"opens": 1, "closes": 2, "closed_early_at": 3, "ends": 2},
    "recency": 1.5,
    "title_key": "titolo",
    "fingerprint": 7,
}


@pytest.fixture(params=[elasticsearch, tantivy], ids=["elasticsearch", "tantivy"])
def schema(request):
    return request.param


def test_the_same_rules_have_the_same_name_in_every_process(schema):
    code = f"import {schema.__name__} as schema; print(schema.edition('it'))"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, env={"PATH": ""}
    )
    assert told.stdout.strip() == schema.edition("it") != schema.edition("en")


def test_the_example_has_everything_that_a_document_can_have():
    empty = [one.name for one in fields(SearchDocument) if not getattr(example.EXAMPLE, one.name)]
    assert empty == []
    bare = [one.name for one in fields(SearchDocument) if not getattr(example.BARE, one.name)]
    optional = {
        one.name for one in fields(SearchDocument) if (one.default, one.default_factory) != (MISSING,) * 2
    }
    assert set(bare) == optional - {"day"}


@pytest.mark.parametrize("name", OTHERWISE)
def test_another_filling_is_another_edition(schema, monkeypatch, name):
    edition = inspect.unwrap(schema.edition)  # without what a process remembers
    before = edition("it")
    monkeypatch.setattr(schema, name, lambda *given: OTHERWISE[name])
    assert edition("it") != before


def test_other_fields_are_another_edition(monkeypatch):
    edition = inspect.unwrap(elasticsearch.edition)
    before, mapping = edition("it"), elasticsearch.mapping()
    mapping["properties"]["facets"] = {"type": "keyword"}
    monkeypatch.setattr(elasticsearch, "mapping", lambda: mapping)
    assert edition("it") != before


@pytest.mark.django_db
def test_health_and_commands_tell_an_index_of_other_rules_and_one_command_mends_it(
    client, tree, search_index, monkeypatch
):
    pages.article(tree.news, title="Tessitura", slug="tessitura")
    search_index.rebuild()
    monkeypatch.setattr(tantivy, "facets_of", lambda source: {"type": [source.type], "kind": ["x"]})
    engines._embedded.cache_clear()  # as at the next start
    told = client.get("/health/ready").json()
    assert told["search"] == "There is no index for “it” yet."
    assert told["mend"] == "Make it anew: python manage.py rebuild_search --if-needed"
    with pytest.raises(CommandError, match="no index"):
        call_command("sync_search", "--check", stdout=io.StringIO())
    call_command("rebuild_search", "--if-needed", stdout=io.StringIO())
    assert "mend" not in client.get("/health/ready").json()
    assert len(client.get("/it/cerca/?q=tessitura").context["hits"]) == 1


@pytest.mark.django_db
def test_two_releases_side_by_side_keep_an_index_each_and_neither_makes_the_others_anew(
    tree, search_index, monkeypatch, django_capture_on_commit_callbacks
):
    """The older one goes on as long as it is asked; what one brings in the other finds a moment later."""

    def release(other: bool):
        filled = {"type": ["x"]} if other else None
        monkeypatch.setattr(tantivy, "facets_of", (lambda source: filled) if other else tantivy_facets)
        engines._embedded.cache_clear()

    tantivy_facets, page = tantivy.facets_of, pages.article(tree.news, title="Notizia")
    search_index.rebuild()
    release(other=True)
    search_index.rebuild()
    release(other=False)
    assert not any(rebuild.needs_rebuild(language) for language in ("it", "en"))
    with django_capture_on_commit_callbacks(execute=True):
        page.title = "Tessitura"
        page.save_revision().publish()
    asked = SearchQuery("it", words="tessitura")
    assert engines.get_engine().search(asked).total == 1
    release(other=True)
    assert engines.get_engine().search(asked).total == 0
    assert "another release" in rebuild.needs_rebuild("it")
    call_command("sync_search", stdout=io.StringIO())
    assert engines.get_engine().search(asked).total == 1
    assert not rebuild.needs_rebuild("it")
    release(other=False)
    call_command("sync_search", stdout=io.StringIO())
    assert not rebuild.needs_rebuild("it")


@pytest.mark.django_db
def test_the_index_of_a_release_that_has_gone_is_removed_after_a_day(tree, search_index):
    search_index.rebuild()
    gone, late = (search_index.folder / "it" / name for name in ("gone", "late"))
    for folder in (gone, late):
        folder.mkdir()
        (folder / "seen").touch()
    os.utime(gone / "seen", (1, 1))
    search_index.rebuild()
    assert not gone.exists()
    assert late.exists()
