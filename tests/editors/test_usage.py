"""Whoever is about to delete something reads which published pages point at it."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from cms.models import Organisation, PageParty, PageTopic, RelatedPage, Topic
from tests.factories import media, pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(tree):
    return pages.article(tree.news, title="Il concerto")


def test_a_page_that_is_linked_names_the_pages_that_link_it(admin_client, tree, article):
    sheet = pages.sheet(tree.funding, title="Bando teatri")
    article.related_links = [RelatedPage(target=sheet)]
    article.save()
    shown = admin_client.get(reverse("wagtailadmin_pages:delete", args=[sheet.pk])).content.decode()
    assert "Il concerto" in shown
    assert reverse("wagtailadmin_pages:edit", args=[article.pk]) in shown


def test_a_section_names_the_pages_that_link_a_page_below_it(admin_client, tree, article):
    sheets = [pages.sheet(tree.funding, title="Bando teatri"), pages.sheet(tree.funding, title="Bando cori")]
    article.related_links = [RelatedPage(target=sheets[0])]
    article.save()
    sheets[1].related_links = [RelatedPage(target=sheets[0])]
    sheets[1].save()
    shown = admin_client.get(reverse("wagtailadmin_pages:delete", args=[tree.funding.pk])).content.decode()
    assert "Il concerto" in shown
    assert "Bando cori" not in shown  # goes as well
    told = " ".join(shown.split())
    assert "1 published page points here or to a page below it; it would show a gap, or the words" in told
    assert "Used in 0 places" not in told


def test_where_nothing_points_it_says_so(admin_client, article):
    shown = admin_client.get(reverse("wagtailadmin_pages:delete", args=[article.pk])).content.decode()
    assert "Nothing points here." in shown and "Used in" not in shown


def test_a_draft_does_not_count(admin_client, tree, article):
    sheet = pages.sheet(tree.funding, title="Bando teatri")
    article.related_links = [RelatedPage(target=sheet)]
    article.live = False
    article.save()
    shown = admin_client.get(reverse("wagtailadmin_pages:delete", args=[sheet.pk])).content.decode()
    assert "Il concerto" not in shown


def test_a_topic_and_an_organisation_name_their_pages(admin_client, article):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=article.locale)
    body = Organisation.objects.create(name="Ente", slug="ente")
    article.topic_links = [PageTopic(topic=topic, locale=article.locale)]
    article.parties = [PageParty(organisation=body, role="promoter")]
    article.save()
    for snippet in (topic, body):
        address = reverse(type(snippet).snippet_viewset.get_url_name("delete"), args=[snippet.pk])
        assert "Il concerto" in admin_client.get(address).content.decode()


def test_a_topic_is_named_with_what_becomes_of_its_pages(admin_client, tree, article):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=article.locale)
    for page in (article, pages.article(tree.news, title="La prova")):
        page.topic_links = [PageTopic(topic=topic, locale=page.locale)]
        page.save()
    address = reverse(Topic.snippet_viewset.get_url_name("delete"), args=[topic.pk])
    text = " ".join(admin_client.get(address).content.decode().split())
    assert "2 published pages point here: they stay, without this topic" in text
    assert "Are you sure you want to delete “Teatro”?" in text


def test_more_pages_than_are_named_are_counted(admin_client, tree, monkeypatch):
    monkeypatch.setattr("editors.usage.MAX_PAGES", 2)
    sheet = pages.sheet(tree.funding, title="Bando teatri")
    for number in range(3):
        page = pages.article(tree.news, title=f"Notizia {number}")
        page.related_links = [RelatedPage(target=sheet)]
        page.save()
    shown = admin_client.get(reverse("wagtailadmin_pages:delete", args=[sheet.pk])).content.decode()
    assert "3 published pages point here; they would show a gap, or the words of a link alone" in " ".join(
        shown.split()
    )
    assert "Notizia 1" in shown and "Notizia 2" not in shown


def test_an_organisation_that_is_used_says_why_it_stays(admin_client, article):
    body = Organisation.objects.create(name="Ente", slug="ente")
    article.parties = [PageParty(organisation=body, role="promoter")]
    article.save()
    address = reverse(Organisation.snippet_viewset.get_url_name("delete"), args=[body.pk])
    shown = admin_client.get(address).content.decode()
    assert "It cannot be deleted before those places use something else." in shown
    assert "Il concerto" in shown and "would show a gap" not in shown


def _bulk(client, model, *things) -> str:
    meta = model._meta
    address = reverse("wagtail_bulk_action", args=[meta.app_label, meta.model_name, "delete"])
    answer = client.get(address, {"id": [thing.pk for thing in things]})
    assert answer.status_code == 200
    return answer.content.decode()


def test_many_pages_at_once_name_theirs(admin_client, tree, article):
    sheets = [pages.sheet(tree.funding, title="Bando teatri"), pages.sheet(tree.funding, title="Bando cori")]
    article.related_links = [RelatedPage(target=sheets[0])]
    article.save()
    assert "Il concerto" in _bulk(admin_client, Page, *sheets)
    assert "Il concerto" not in _bulk(admin_client, Page, sheets[1])


def test_many_topics_pictures_and_documents_name_theirs(admin_client, article):
    topics = [Topic.objects.create(name=f"T{n}", slug=f"t{n}", locale=article.locale) for n in range(2)]
    picture, document = media.picture(), media.attachment()
    article.topic_links = [PageTopic(topic=topics[0], locale=article.locale)]
    article.picture, article.picture_alt = picture, "Una stoffa."
    article.body = [("files", {"title": "", "items": [{"title": "", "file": document}]})]
    article.save()
    assert "Il concerto" in _bulk(admin_client, Topic, *topics)
    assert "Il concerto" in _bulk(admin_client, Topic, topics[0])
    assert "Il concerto" not in _bulk(admin_client, Topic, topics[1])
    assert "Il concerto" in _bulk(admin_client, type(picture), picture)
    assert "Il concerto" in _bulk(admin_client, type(document), document)
