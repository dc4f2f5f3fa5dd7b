"""Submitting makes drafts, of what is new and of nothing else; a branch is worked off page by page."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import Translation

from cms.models import PageTopic, Topic
from home.models import StandardPage
from tests.factories import pages
from translation import tree as branches

pytestmark = pytest.mark.django_db


def english(page):
    return Page.objects.filter(translation_key=page.translation_key, locale__language_code="en").first()


@pytest.fixture
def branch(tree):
    """Makes a page with ``number`` articles' worth of pages below it."""

    def make(number):
        root = pages.add(StandardPage, tree.home, title="Ramo")
        for place in range(number):
            pages.add(StandardPage, root, title=f"Foglia {place}", summary=f"Una frase {place}.")
        return StandardPage.objects.get(pk=root.pk)

    return make


def test_what_is_submitted_is_a_draft(client, tree, submit):
    article = pages.article(tree.news, title="Concerto", slug="concerto")
    submit(article)
    draft = english(article)
    assert not draft.live
    assert client.get(draft.specific.get_url() or "/en/news/concerto/").status_code == 404


def test_a_topic_that_is_translated_stays_as_it_is(tree, submit):
    topic = Topic.objects.create(name="Musica", slug="musica")
    twin = topic.copy_for_translation(tree.english.locale)
    twin.name = "Music"
    twin.live = True
    twin.save()
    article = pages.article(tree.news)
    article.topic_links = [PageTopic(topic=topic, locale=tree.locale)]
    article.save_revision().publish()
    submit(article)
    twin.refresh_from_db()
    assert (twin.name, twin.live) == ("Music", True)
    assert english(article).specific.topic_links.get().topic == twin


def test_a_topic_that_is_not_comes_along_as_a_draft(tree, submit):
    topic = Topic.objects.create(name="Musica", slug="musica")
    article = pages.article(tree.news)
    article.topic_links = [PageTopic(topic=topic, locale=tree.locale)]
    article.save_revision().publish()
    submit(article)
    assert not Topic.objects.get(translation_key=topic.translation_key, locale=tree.english.locale).live


def test_a_parent_without_translation_comes_along_as_a_draft_not_as_a_copy(tree, submit, branch):
    root = branch(1)
    leaf = root.get_children().get().specific
    submit(leaf)
    parent = english(root)
    assert parent.alias_of_id is None
    assert not parent.live
    assert english(leaf).get_parent() == parent
    assert Translation.objects.filter(source__object_id=root.translation_key).exists()


def test_a_branch_is_submitted_with_one_click(admin, tree, submit, branch):
    root = branch(3)
    submit(root, include_subtree="on")
    assert branches.progress(root, tree.english.locale) == (4, 4)
    answer = admin.get(reverse("portal_translation_tree", args=[root.pk, tree.english.locale.pk]))
    assert "4 of 4 pages" in answer.content.decode()


def test_a_branch_with_translated_pages_leaves_those_alone(tree, submit, branch):
    root = branch(2)
    leaf = root.get_children().first().specific
    done = pages.translate(leaf, pages.translate(root, tree.english.locale).locale, title="Leaf")
    call_command("translate_tree", root.pk, "en", verbosity=0, stdout=StringIO())
    done = Page.objects.get(pk=done.pk)
    assert (done.title, done.live, done.has_unpublished_changes) == ("Leaf", True, False)


def test_what_stopped_halfway_is_taken_up(monkeypatch, admin, tree, branch):
    root = branch(4)
    locale = tree.english.locale

    done = []

    def breaks(page):
        done.append(page)
        if len(done) == 3:
            raise RuntimeError("the power went out")

    with pytest.raises(RuntimeError):
        branches.translate_tree(root, locale, each=breaks)
    assert branches.progress(root, locale) == (3, 5)
    answer = admin.post(reverse("portal_translation_tree", args=[root.pk, locale.pk]))
    assert "5 of 5 pages" in answer.content.decode()
    assert StandardPage.objects.filter(locale=locale, title__startswith="Foglia").count() == 4


def test_the_command_tells_what_it_did_and_what_it_cannot(tree, branch):
    root, out = branch(2), StringIO()
    call_command("translate_tree", root.pk, "en", verbosity=0, stdout=out)
    call_command("translate_tree", root.pk, "en", verbosity=0, stdout=out)
    assert [line.split()[0] for line in out.getvalue().splitlines()] == ["3", "0"]
    for arguments, reason in (
        ((999_999, "en"), "no page"),
        ((root.pk, "xx"), "no language xx"),
        ((root.pk, "it"), "written in it itself"),
    ):
        with pytest.raises(CommandError, match=reason):
            call_command("translate_tree", *arguments)


def queries(root, locale) -> int:
    """How many there are; the log of the connection would forget some of so many."""
    count = 0

    def counting(execute, *args):
        nonlocal count
        count += 1
        return execute(*args)

    with connection.execute_wrapper(counting):
        branches.translate_tree(root, locale)
    return count


def test_a_branch_of_twice_the_pages_takes_twice_the_queries(tree, branch):
    locale = tree.english.locale
    once, twice = queries(branch(15), locale), queries(branch(30), locale)
    assert 1.8 < twice / once < 2.2


def test_the_history_names_who_started_it(admin, tree, submit, django_user_model):
    author = django_user_model.objects.create_user("author", "author@example.org", "x")
    section = pages.add(type(tree.news), tree.home, title="Archivio", slug="archivio", owner=author)
    page = pages.article(section, title="Concerto", owner=author)
    submit(page)
    for original in (section, page):
        version = original.get_translation(tree.english.locale)
        users = {entry.user for entry in PageLogEntry.objects.filter(page=version.pk)}
        assert (users, version.owner) == ({admin.user}, admin.user)
