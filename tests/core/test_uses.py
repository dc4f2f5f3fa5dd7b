"""Whoever is about to delete something reads which published pages point at it."""

import pytest
from django.urls import reverse
from portal.core.models import Organisation, PageParty, PageTopic, RelatedPage, Topic

from tests.factories import pages

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
