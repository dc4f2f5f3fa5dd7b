"""An earlier version brings back everything that it had, and whoever changed what is on record."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import ModelLogEntry, Revision
from wagtail.test.utils.form_data import querydict_from_html

from cms.models import PageTopic, RelatedPage, Topic
from tests.factories import pages
from tests.publishing.editing import form_of

pytestmark = pytest.mark.django_db


def test_an_earlier_version_restores_topics_and_links(tree):
    sheet = pages.sheet(tree.funding)
    page = pages.article(tree.news, title="Prima")
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=page.locale)
    page.topic_links = [PageTopic(topic=topic, locale=page.locale)]
    page.related_links = [RelatedPage(target=sheet)]
    first = page.save_revision()
    first.publish()

    page = type(page).objects.get(pk=page.pk)
    page.title, page.topic_links, page.related_links = "Poi", [], []
    page.save_revision().publish()
    assert not type(page).objects.get(pk=page.pk).topic_links.exists()

    Revision.objects.get(pk=first.pk).as_object().save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    assert page.title == "Prima"
    assert [link.topic for link in page.topic_links.all()] == [topic]
    assert [link.target_id for link in page.related_links.all()] == [sheet.pk]


def test_an_editor_brings_back_topics_and_links_that_were_deleted(admin_client, tree):
    """Through the form of the earlier version, as "Review this version" under History opens it."""
    sheet = pages.sheet(tree.funding)
    page = pages.article(tree.news, title="Prima", slug="prima", summary="Una frase.")
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=page.locale)
    page.topic_links = [PageTopic(topic=topic, locale=page.locale)]
    page.related_links = [RelatedPage(target=sheet)]
    page.save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    first = page.save_revision()  # which knows the rows by their numbers
    first.publish()
    page = type(page).objects.get(pk=page.pk)
    page.topic_links, page.related_links = [], []
    page.save_revision().publish()
    assert not PageTopic.objects.exists()

    address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])
    form = querydict_from_html(admin_client.get(address).content.decode(), form_id="page-edit-form")
    form.update({"body-count": "0", "action-publish": "1"})
    assert admin_client.post(address, form).status_code == 302
    page = type(page).objects.get(pk=page.pk)
    assert [link.topic for link in page.topic_links.all()] == [topic]
    assert [link.target_id for link in page.related_links.all()] == [sheet.pk]
    # And once more from the page's own form, whose latest version has them by their new numbers.
    again = form_of(admin_client, page) | {"action-publish": ["1"]}
    assert admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), again).status_code == 302
    assert PageTopic.objects.count() == 1


def test_what_a_program_has_made_can_be_put_back_after_its_first_edit(tree):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=tree.locale)
    topic.name = "Teatri"
    topic.save_revision().publish()
    topic.revisions.earliest("pk").as_object().save_revision().publish()
    topic.refresh_from_db()
    assert topic.name == "Teatro"
    assert topic.live


def test_a_draft_of_what_a_program_has_made_keeps_what_is_public(tree):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=tree.locale)
    topic.name = "Teatri"
    draft = topic.save_revision()
    topic.refresh_from_db()
    assert topic.live_revision.as_object().name == topic.name == "Teatro"
    assert topic.latest_revision == draft
    assert topic.has_unpublished_changes


def test_changes_of_snippets_and_settings_are_on_record(admin_client, tree):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=tree.locale)
    edit = reverse(Topic.snippet_viewset.get_url_name("edit"), args=[topic.pk])
    admin_client.post(edit, {"name": "Teatri", "slug": "teatro", "action-publish": "action-publish"})
    settings = admin_client.get(reverse("wagtailsettings:edit", args=["core", "portalsettings"]), follow=True)
    form = settings.context["form"]
    data = {field.html_name: field.value() for field in form if field.value() is not None}
    data["owner"] = "Agenzia"
    for rows in form.formsets.values():
        data |= {f"{rows.prefix}-TOTAL_FORMS": "0", f"{rows.prefix}-INITIAL_FORMS": "0"}
    admin_client.post(settings.request["PATH_INFO"], data)
    logged = list(ModelLogEntry.objects.values_list("content_type__model", "action"))
    assert ("topic", "wagtail.publish") in logged
    assert ("portalsettings", "wagtail.edit") in logged
    user = get_user_model().objects.get()
    assert set(ModelLogEntry.objects.values_list("user", flat=True)) == {user.pk}
    history = reverse(Topic.snippet_viewset.get_url_name("history"), args=[topic.pk])
    assert admin_client.get(history).status_code == 200


def test_the_row_of_a_publication_leads_to_what_was_public(admin_client, tree):
    """Of many drafts saved by themselves nobody can tell which one it was."""
    page = pages.article(tree.news, title="Prima", slug="prima", summary="Una frase.")
    for title in ("Prima", "Poi"):
        page.title = title
        version = page.save_revision()
        version.publish()
        if title == "Prima":
            first = version
    page.save_revision()
    for history in ("history", "history_results"):
        text = admin_client.get(reverse(f"wagtailadmin_pages:{history}", args=[page.pk])).content.decode()
        assert reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk]) in text
        assert reverse("wagtailadmin_pages:revisions_view", args=[page.pk, first.pk]) in text


def test_so_does_that_of_a_topic(admin_client, tree):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=tree.locale)
    first = topic.save_revision()
    first.publish()
    topic.save_revision()
    viewset = Topic.snippet_viewset
    text = admin_client.get(reverse(viewset.get_url_name("history"), args=[topic.pk])).content.decode()
    assert reverse(viewset.get_url_name("revisions_revert"), args=[topic.pk, first.pk]) in text
