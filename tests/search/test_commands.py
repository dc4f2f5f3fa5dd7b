"""rebuild_search and sync_search."""

import io

import pytest
from django.core.management import CommandError, call_command

from search.engines.base import EngineUnavailable
from search.index import outbox
from search.models import OutboxEntry
from search.query import SearchQuery
from tests.factories import pages

pytestmark = pytest.mark.django_db


def run(*args):
    out = io.StringIO()
    call_command(*args, stdout=out)
    return out.getvalue()


def test_rebuild_fills_every_language(tree, search_index):
    said = run("rebuild_search")
    assert "it: 6 documents" in said
    assert "en: 6 documents" in said
    assert search_index.engine.search(SearchQuery("en", "news")).total == 1


def test_rebuild_of_one_language_leaves_the_other_alone(tree, search_index):
    run("rebuild_search", "--language", "it")
    assert (search_index.engine.count("it"), search_index.engine.count("en")) == (6, 0)


def test_rebuild_works_on_an_empty_site(search_index):
    assert "it: 0 documents" in run("rebuild_search")


def test_rebuild_works_where_there_was_never_an_index(tree, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "elsewhere"
    assert "it: 6 documents" in run("rebuild_search")


def test_the_first_rebuild_of_a_site_starts_with_a_full_outbox(tree, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "elsewhere"
    outbox.note([(tree.news.pk, "it"), (tree.english.news.pk, "en")])
    said = run("rebuild_search", "--if-needed")
    assert "it: 6 documents" in said
    assert "en: 6 documents" in said
    assert not OutboxEntry.objects.exists()


def test_an_unknown_language_is_refused():
    with pytest.raises(CommandError, match="invalid choice"):
        run("rebuild_search", "--language=xx")


def test_rebuild_if_needed_does_it_once(tree, search_index):
    assert "it: 6 documents" in run("rebuild_search", "--if-needed")
    assert run("rebuild_search", "--if-needed") == "The search index is up to date.\n"


def test_rebuild_if_needed_brings_in_what_waits(tree, search_index):
    search_index.rebuild()
    page = pages.article(tree.news, title="Tessitura")
    outbox.note([(page.pk, "it")])
    run("rebuild_search", "--if-needed")
    assert search_index.engine.search(SearchQuery("it", "tessitura")).total == 1


def test_sync_brings_in_what_waits(tree, search_index):
    page = pages.article(tree.news, title="Tessitura")
    outbox.note([(page.pk, "it")])
    assert run("sync_search") == "1 changes brought in, 0 wait.\n"
    assert search_index.engine.search(SearchQuery("it", "tessitura")).total == 1


def test_sync_says_what_still_waits_when_the_engine_is_down(tree, search_index, monkeypatch):
    def refuse(language, deadline):
        raise EngineUnavailable("down")

    monkeypatch.setattr(search_index.engine, "changes", refuse)
    outbox.note([(tree.news.pk, "it")])
    with pytest.raises(CommandError, match=r"1 changes still wait: down .*manage.py sync_search"):
        run("sync_search")
    assert OutboxEntry.objects.count() == 1
