"""Topics and terms are edited by those who edit pages in their language."""

import pytest
from django.urls import reverse

from cms.models import Organisation, Topic
from editors.accounts.roles import ADMINISTRATOR, AUTHOR, EDITOR_IN_CHIEF, FUNDING_EXPERT, TRANSLATOR
from translation.draft_creator import submit
from translation.publishing import AGREED

from .test_roles import EVERY_ROLE, opens

pytestmark = pytest.mark.django_db

ITALIAN = {AUTHOR, FUNDING_EXPERT, EDITOR_IN_CHIEF, ADMINISTRATOR}
ENGLISH = {TRANSLATOR, EDITOR_IN_CHIEF, ADMINISTRATOR}


@pytest.fixture
def topics(site):
    """The same topic in Italian and in English."""
    italian = Topic.objects.create(name="Teatro", slug="teatro", locale=site.locale)
    english = italian.copy_for_translation(site.english.locale)
    english.name = "Theatre"
    english.save()
    return italian, english


def of(thing, view: str, *more) -> str:
    return reverse(thing.snippet_viewset.get_url_name(view), args=[thing.pk, *more])


@EVERY_ROLE
def test_who_may_edit_a_topic(browser, topics, role):
    client = browser(role)
    may = tuple(opens(client, of(topic, "edit")) for topic in topics)
    assert may == (role in ITALIAN, role in ENGLISH)
    listed = client.get(reverse(Topic.snippet_viewset.get_url_name("list"))).content.decode()
    assert tuple(of(topic, "edit") in listed for topic in topics) == may


@EVERY_ROLE
def test_who_may_publish_and_unpublish_a_topic(browser, topics, role):
    client = browser(role)
    chiefs = {EDITOR_IN_CHIEF, ADMINISTRATOR}
    for topic, allowed in zip(topics, (chiefs, chiefs | {TRANSLATOR}), strict=True):
        data = {"name": "Anders", "slug": "teatro", "action-publish": "action-publish"}
        client.post(of(topic, "edit"), data)
        topic.refresh_from_db()
        assert (topic.name == "Anders") == (role in allowed)
        client.post(of(topic, "unpublish"))
        topic.refresh_from_db()
        assert topic.live == (role not in allowed)


def test_an_earlier_version_is_brought_back_by_those_who_may_edit(translator, topics):
    first = topics[0].save_revision()
    assert translator.post(of(topics[0], "revisions_revert", first.pk), {"name": "x"}).status_code == 403


def test_a_topic_of_another_language_is_not_made_either(author, topics):
    add = reverse(Topic.snippet_viewset.get_url_name("add"))
    assert author.get(add).status_code == author.get(add, {"locale": "it"}).status_code == 200
    assert author.get(add, {"locale": "en"}).status_code == 403


def test_what_is_not_translated_belongs_to_no_language(author, site):
    body = Organisation.objects.create(name="Ente", slug="ente")
    assert author.get(of(body, "edit")).status_code == 200


def test_a_translator_publishes_what_is_translated(translator, site):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=site.locale)
    submit(topic, [site.english.locale])
    english = topic.get_translation(site.english.locale)
    assert not english.live
    translator.post(of(english, "edit"), {AGREED: "1"})
    english.refresh_from_db()
    assert english.live
