"""The outbox: an engine that is down never breaks a save, and nothing that changed is lost."""

import logging
import shutil
from contextlib import contextmanager

import pytest
from django.db import transaction
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from news.models import ArticlePage
from search.engines.base import EngineUnavailable
from search.index import documents, outbox, sync
from search.models import OutboxEntry
from search.query import SearchQuery
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def article(tree, search_index):
    return pages.article(tree.news, title="Tessitura")


@pytest.fixture
def broken_engine(search_index, monkeypatch):
    """Breaks the engine's writing; calling it mends it."""

    def refuse(language, deadline):
        raise EngineUnavailable("down")

    monkeypatch.setattr(search_index.engine, "changes", refuse)
    return monkeypatch.undo


def found(search_index, words):
    return search_index.engine.search(SearchQuery("it", words)).total


def test_an_engine_that_is_down_does_not_break_the_save(article, broken_engine, search_index, commit, caplog):
    with caplog.at_level(logging.WARNING), commit():
        article.save_revision().publish()
    assert "hears of the latest changes later: down" in caplog.text
    assert OutboxEntry.objects.count() == 1
    broken_engine()
    assert sync.drain() == 1
    assert found(search_index, "tessitura") == 1
    assert not OutboxEntry.objects.exists()


def test_an_engine_that_fails_in_a_way_nobody_foresaw_does_not_break_the_save(article, commit, monkeypatch):
    monkeypatch.setattr(sync, "read_documents", lambda *args: 1 / 0)
    with commit():
        article.save_revision().publish()
    assert OutboxEntry.objects.count() == 1


def test_the_next_change_brings_in_what_waits(article, tree, broken_engine, search_index, commit):
    with commit():
        article.save_revision().publish()
    broken_engine()
    with commit():
        pages.article(tree.news, title="Ceramica").save_revision().publish()
    assert found(search_index, "tessitura") == 1


def test_a_change_that_is_rolled_back_leaves_no_entry(article, search_index):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        article.save_revision().publish()
        assert OutboxEntry.objects.exists()
        raise ZeroDivisionError
    assert not OutboxEntry.objects.exists()
    assert found(search_index, "tessitura") == 0


def test_nothing_is_indexed_before_the_commit(article, search_index):
    with transaction.atomic():
        article.save_revision().publish()
        assert found(search_index, "tessitura") == 0


def test_a_bulk_load_drains_once_at_its_end(tree, search_index, commit, monkeypatch):
    drains = []
    monkeypatch.setattr(sync, "drain", lambda deadline: drains.append(OutboxEntry.objects.count()))
    with commit(), outbox.deferred():
        for _ in range(3):
            pages.article(tree.news).save_revision().publish()
    assert drains == [3]


def test_a_bulk_load_before_a_rebuild_need_not_drain_at_all(tree, search_index, commit, monkeypatch):
    monkeypatch.setattr(sync, "drain", lambda deadline: pytest.fail("not now"))
    with commit(), outbox.deferred(drain=False):
        pages.article(tree.news).save_revision().publish()
    assert OutboxEntry.objects.count() == 1


def test_draining_twice_does_no_harm(article, search_index):
    outbox.note([(article.pk, "it"), (article.pk, "it")])
    assert sync.drain() == 2
    assert sync.drain() == 0
    assert search_index.engine.count("it") == 1


def test_trouble_in_one_language_does_not_keep_another_waiting(tree, article, search_index):
    shutil.rmtree(search_index.folder / "en")
    outbox.note([(tree.english.news.pk, "en"), (article.pk, "it")])
    with pytest.raises(EngineUnavailable):
        sync.drain()
    assert found(search_index, "tessitura") == 1
    assert list(OutboxEntry.objects.values_list("language", flat=True)) == ["en"]


def test_a_drain_during_a_rebuild_reaches_the_old_index_and_waits_for_the_new_one(article, search_index):
    outbox.note([(article.pk, "it")])
    with search_index.engine.rebuild("it"):
        assert sync.drain() == 0
        assert found(search_index, "tessitura") == 1
    assert found(search_index, "tessitura") == 0
    assert sync.drain() == 1
    assert found(search_index, "tessitura") == 1


def test_a_page_that_fails_waits_without_holding_up_the_others(article, tree, search_index, monkeypatch):
    other = pages.article(tree.news, title="Ceramica")
    tell = type(article).search_document
    monkeypatch.setattr(
        type(article), "search_document", lambda page: 1 / 0 if page.pk == article.pk else tell(page)
    )
    outbox.note([(article.pk, "it"), (other.pk, "it")])
    assert sync.drain() == 1
    assert found(search_index, "ceramica") == 1
    assert list(OutboxEntry.objects.values_list("page_id", flat=True)) == [article.pk]


def test_pages_are_read_while_the_turn_to_write_is_held(article, search_index, monkeypatch):
    events, engine = [], search_index.engine
    changes, read = engine.changes, sync.read_documents

    @contextmanager
    def watched(language, deadline):
        with changes(language, deadline) as inner:
            events.append("turn taken")
            yield inner
        events.append("turn given back")

    monkeypatch.setattr(engine, "changes", watched)
    monkeypatch.setattr(sync, "read_documents", lambda *args: events.append("read") or read(*args))
    outbox.note([(article.pk, "it")])
    sync.drain()
    assert events == ["turn taken", "read", "turn given back"]


def test_reading_documents_costs_the_same_for_many_pages(tree, search_index, django_assert_max_num_queries):
    def read(number):
        for _ in range(number):
            pages.article(tree.news)
        ids = list(Page.objects.filter(locale=tree.locale).values_list("pk", flat=True))
        with django_assert_max_num_queries(60) as counted:
            batch = documents.read_documents("it", ids)
        assert len(batch.documents) >= number
        return len(counted)

    read(1)  # fills caches
    assert read(2) == read(20)


class Killed(BaseException):
    """The process is gone: nothing more of it happens."""


@pytest.fixture
def killed_before():
    """Within it, the process is killed where Wagtail would send a signal."""

    @contextmanager
    def killed(signal):
        def kill(**kwargs):
            raise Killed

        receivers, signal.receivers = signal.receivers, []
        signal.sender_receivers_cache.clear()
        signal.connect(kill)
        try:
            with pytest.raises(Killed):
                yield
        finally:
            signal.receivers = receivers
            signal.sender_receivers_cache.clear()

    return killed


def noted() -> set[int]:
    return set(OutboxEntry.objects.values_list("page_id", flat=True))


def test_whoever_is_killed_once_a_page_is_public_has_noted_it(article, killed_before):
    with killed_before(page_published):
        article.save_revision().publish()
    assert noted() == {article.pk}


def test_whoever_is_killed_once_a_page_is_no_longer_public_has_noted_it(article, killed_before):
    with killed_before(page_unpublished):
        article.unpublish()
    assert noted() == {article.pk}


def test_whoever_is_killed_once_a_branch_has_moved_has_noted_all_of_it(tree, article, killed_before):
    with killed_before(post_page_move):
        tree.news.move(tree.events, "last-child")
    assert noted() == {tree.news.pk, article.pk}


def test_a_new_slug_is_noted_for_all_of_the_branch_in_the_transaction(tree, article):
    tree.news.slug = "novita"
    with transaction.atomic():
        tree.news.save()
        assert noted() == {tree.news.pk, article.pk}


def test_a_new_page_is_noted_once_it_is_public(tree):
    draft = ArticlePage(title="Bozza", slug="bozza", live=False)
    tree.news.add_child(instance=draft)
    draft.title = "Bozza seconda"
    draft.save()
    assert noted() == set()
    public = ArticlePage(title="Nuova", slug="nuova")
    tree.news.add_child(instance=public)
    assert noted() == {public.pk}


def test_a_draft_of_a_public_page_is_not_noted(article):
    article.title = "Tessitura nuova"
    article.save_revision()
    assert noted() == set()


def test_what_waits_in_a_language_that_was_given_up_waits_no_longer(article, search_index):
    outbox.note([(article.pk, "de"), (article.pk, "it")])
    assert sync.drain() == 1
    assert not OutboxEntry.objects.exists()
