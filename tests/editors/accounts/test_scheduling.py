"""Pages and snippets that go live or expire by themselves: what is public, found and in feeds keeps step."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from cms import cache_version
from cms.models import GlossaryTerm, PageTopic, Topic
from editors.accounts.roles import EDITOR_IN_CHIEF, FUNDING_EXPERT
from home.models import GlossaryPage
from search.query import SearchQuery
from tests.factories import pages

pytestmark = pytest.mark.django_db

BEFORE, AFTER = "2026-11-24 10:00:00+01:00", "2026-11-24 11:00:01+01:00"
AT = "2026-11-24 11:00"  # as the form takes it, in Italian time


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Inside this block, what waits for the commit runs at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def found(search_index):
    """The titles of the Italian pages that a word finds, as the index is now."""
    return lambda word: [hit.title for hit in search_index.engine.search(SearchQuery("it", word)).hits]


def test_a_scheduled_page_appears_everywhere_at_its_time(site, found, commit, client, time_machine):
    page = site.article
    page.title = "Concerto"
    time_machine.move_to("2026-11-24 10:00:00+01:00", tick=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    with commit():
        page.save_revision().publish()
        call_command("publish_scheduled")
    before = cache_version.current()
    assert found("concerto") == []

    time_machine.move_to("2026-11-24 11:00:01+01:00", tick=False)
    with commit():
        call_command("publish_scheduled")
    assert found("concerto") == ["Concerto"]
    assert cache_version.current() != before
    assert "Concerto" in client.get("/it/notizie/feed.rss").content.decode()


def test_an_expired_page_goes_everywhere_at_its_time(site, found, commit, client, time_machine):
    page = site.article
    time_machine.move_to("2026-11-24 10:00:00+01:00", tick=False)
    page.expire_at = timezone.now() + timedelta(hours=1)
    with commit():
        page.save_revision().publish()
    assert found("notizia") == ["Notizia"]

    time_machine.move_to("2026-11-24 11:00:01+01:00", tick=False)
    with commit():
        call_command("publish_scheduled")
    assert found("notizia") == []
    assert client.get(page.url).status_code == 404
    assert page.url not in client.get("/it/notizie/feed.rss").content.decode()


def edit_of(snippet) -> str:
    return reverse(snippet.snippet_viewset.get_url_name("edit"), args=[snippet.pk])


@pytest.fixture
def topic(site, found, commit):
    """A live topic of the article, by which that is found."""
    found = Topic.objects.create(name="Teatro", slug="teatro", locale=site.article.locale)
    site.article.topic_links = [PageTopic(topic=found, locale=found.locale)]
    with commit():
        site.article.save_revision().publish()
    return found


@pytest.fixture
def scheduled(browser, topic, commit, time_machine):
    """Publishes a change of the topic with a moment to come, from before it."""

    def send(**data):
        time_machine.move_to(BEFORE, tick=False)
        with commit():
            sent = {"slug": "teatro", "action-publish": "action-publish", **data}
            assert browser(EDITOR_IN_CHIEF).post(edit_of(topic), sent).status_code == 302

    return send


def test_a_new_name_of_a_topic_appears_everywhere_at_its_time(
    site, scheduled, found, commit, client, time_machine
):
    scheduled(name="Danza", go_live_at=AT)
    with commit():
        call_command("publish_scheduled")
    assert (found("teatro"), found("danza")) == (["Notizia"], [])

    time_machine.move_to(AFTER, tick=False)
    before = cache_version.current()
    with commit():
        call_command("publish_scheduled")
    assert (found("teatro"), found("danza")) == ([], ["Notizia"])
    assert cache_version.current() != before
    assert "Danza" in client.get(site.article.url).content.decode()


def test_an_expired_topic_goes_everywhere_at_its_time(site, scheduled, found, commit, client, time_machine):
    scheduled(name="Teatro", expire_at=AT)
    assert found("teatro") == ["Notizia"]

    time_machine.move_to(AFTER, tick=False)
    with commit():
        call_command("publish_scheduled")
    assert found("teatro") == []
    assert "Teatro" not in client.get(site.article.url).content.decode()


def test_a_term_waits_for_its_approval_and_for_its_time(browser, site, found, commit, client, time_machine):
    """The handbook's order: a draft with its time is submitted, approved, and goes live by itself."""
    with commit():
        glossary = pages.add(GlossaryPage, site.home, title="Glossario", slug="glossario")
        glossary.save_revision().publish()
    time_machine.move_to(BEFORE, tick=False)
    add = reverse(GlossaryTerm.snippet_viewset.get_url_name("add"))
    data = {"term": "Cordata", "slug": "cordata", "explanation": "Chi partecipa insieme.", "go_live_at": AT}
    browser(FUNDING_EXPERT).post(add, data | {"locale": "it", "action-submit": "action-submit"})
    term = GlossaryTerm.objects.get()
    step = term.current_workflow_task_state
    names = term.snippet_viewset.get_url_name
    with commit():
        browser(EDITOR_IN_CHIEF).post(reverse(names("workflow_action"), args=[term.pk, "approve", step.pk]))
        call_command("publish_scheduled")
    assert found("cordata") == []

    time_machine.move_to(AFTER, tick=False)
    with commit():
        call_command("publish_scheduled")
    assert found("cordata") == ["Glossario"]
    assert "Chi partecipa insieme." in client.get(glossary.url).content.decode()
