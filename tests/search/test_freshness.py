"""A page published, changed, moved, unpublished or deleted is findable or gone at the next request."""

import pytest
from wagtail.models import Page, PageViewRestriction

from cms.models import Organisation, PageParty, PageTopic, Topic
from search.models import OutboxEntry
from search.query import SearchQuery
from stories.models import StoryPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Inside this block, what waits for the commit runs at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def found(search_index):
    """The titles that some words find."""

    def titles(words, language="it", **more):
        return [hit.title for hit in search_index.engine.search(SearchQuery(language, words, **more)).hits]

    return titles


@pytest.fixture
def article(tree, search_index, commit):
    with commit():
        page = pages.article(tree.news, title="Laboratorio di tessitura", slug="tessitura")
        page.save_revision().publish()
    return page


def test_a_published_page_is_found(article, found):
    assert found("tessitura") == ["Laboratorio di tessitura"]


def test_a_draft_is_not_found_until_it_is_published(article, commit, found):
    article.title = "Laboratorio di ceramica"
    with commit():
        revision = article.save_revision()
    assert found("ceramica") == []
    with commit():
        revision.publish()
    assert found("ceramica") == ["Laboratorio di ceramica"]
    assert found("tessitura") == []


def test_an_unpublished_page_is_gone(article, commit, found):
    with commit():
        article.unpublish()
    assert found("tessitura") == []


def test_a_deleted_page_is_gone(article, commit, found):
    with commit():
        Page.objects.get(pk=article.pk).delete()
    assert found("tessitura") == []


def test_a_deleted_section_takes_its_pages_along(article, tree, commit, found):
    with commit():
        Page.objects.get(pk=tree.news.pk).delete()
    assert found("tessitura") == []


def test_a_moved_page_is_found_at_its_new_address(article, tree, commit, search_index):
    with commit():
        Page.objects.get(pk=article.pk).move(Page.objects.get(pk=tree.home.pk), pos="last-child")
    [hit] = search_index.engine.search(SearchQuery("it", "tessitura")).hits
    assert hit.url == "/it/tessitura/"


def test_a_section_with_a_new_slug_takes_its_pages_to_the_new_address(article, tree, commit, search_index):
    section = Page.objects.get(pk=tree.news.pk).specific
    section.slug = "novita"
    with commit():
        section.save_revision().publish()
    [hit] = search_index.engine.search(SearchQuery("it", "tessitura")).hits
    assert hit.url == "/it/novita/tessitura/"


def test_a_page_that_not_everybody_may_see_is_not_found(article, tree, commit, found):
    with commit():
        restriction = PageViewRestriction.objects.create(
            page=Page.objects.get(pk=tree.news.pk), restriction_type=PageViewRestriction.LOGIN
        )
    assert found("tessitura") == []
    with commit():
        restriction.delete()
    assert found("tessitura") == ["Laboratorio di tessitura"]


def test_a_renamed_topic_is_found_under_its_new_name(article, tree, commit, found):
    topic = Topic.objects.create(locale=tree.locale, name="Artigianato", slug="craft")
    with commit():
        PageTopic.objects.create(page_id=article.pk, topic=topic, locale=tree.locale)
        article.save_revision().publish()
    topic.name = "Mestieri"
    with commit():
        topic.save()
    assert found("mestieri") == ["Laboratorio di tessitura"]
    assert found("artigianato") == []


def test_a_deleted_topic_leaves_its_pages(article, tree, commit, found):
    topic = Topic.objects.create(locale=tree.locale, name="Artigianato", slug="craft")
    with commit():
        PageTopic.objects.create(page_id=article.pk, topic=topic, locale=tree.locale)
        topic.save()
    assert found("", filters={"topic": ("craft",)}) == ["Laboratorio di tessitura"]
    with commit():
        topic.delete()
    assert found("", filters={"topic": ("craft",)}) == []


def test_a_renamed_organisation_notes_every_page_that_shows_it(tree, commit, search_index):
    grantor = Organisation.objects.create(name="Fondazione Uno", slug="uno")
    with commit():
        shown = pages.sheet(tree.funding, grantor=grantor)
        shown.save()  # which tells Wagtail what it refers to
        party = pages.project(tree.projects)
        PageParty.objects.create(page_id=party.pk, organisation=grantor, role="promoter")
    pages.sheet(tree.funding)
    OutboxEntry.objects.all().delete()
    grantor.name = "Fondazione Due"
    grantor.save()
    assert {entry.page_id for entry in OutboxEntry.objects.all()} == {shown.pk, party.pk}


def test_each_language_finds_its_own_version(article, tree, commit, found):
    with commit():
        pages.translate(article, tree.english.locale, title="Weaving workshop", slug="weaving")
    assert found("weavings", "en") == ["Weaving workshop"]
    assert found("weaving", "it") == []
    assert found("tessitura", "en") == []


def test_every_kind_of_page_can_be_found(tree, search_index, found):
    search_index.rebuild()
    assert "Storie" in found("storie")
    assert StoryPage.search_type == "story"
