"""What is planned says so, and what was sent back says who asked for what, wherever its author looks."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from cms.models import Topic
from editors.accounts.roles import AUTHOR, EDITOR_IN_CHIEF
from editors.dashboard.recent import DraftsPanel

from .conftest import stored
from .test_saying_when import SAID, editor, schedule, send
from .test_workflow import decide

pytestmark = pytest.mark.django_db

COMMENT = "La <data> manca."


@pytest.fixture
def writer(person):
    user = person(AUTHOR)
    user.first_name, user.last_name = "Enzo", "Prova"
    user.save()
    return _logged_in(user)


@pytest.fixture
def chief(person):
    user = person(EDITOR_IN_CHIEF)
    user.first_name, user.last_name = "Carla", "Capo"
    user.save()
    return _logged_in(user)


def submit(client, page):
    send(client, page, **{"action-submit": "1"})
    return stored(page).current_workflow_state


def _logged_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text(client, address: str) -> str:
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return " ".join(soup.get_text(" ").split())


def panel(client, address: str) -> str:
    """What the panel of the status says."""
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    part = soup.select_one('[data-side-panel="status"]')
    return " ".join(part.get_text(" ").split())


@pytest.fixture
def planned(writer, chief, site):
    site.article.unpublish()
    schedule(site.article)
    decide(chief, submit(writer, site.article), "approve")
    assert stored(site.article).scheduled_revision
    return site.article


@pytest.fixture
def sent_back(writer, chief, site):
    site.article.unpublish()
    decide(chief, submit(writer, site.article), "reject", COMMENT)
    return site.article


def test_the_mail_about_a_planned_page_says_when_and_sends_nobody_to_a_missing_page(planned):
    told = next(one for one in mail.outbox if "author@example.org" in one.to)
    assert "“Notizia” is approved." in told.subject
    assert f"“Notizia” is approved. “Notizia” will appear on {SAID}." in told.body
    assert planned.full_url not in told.body
    assert editor(planned) in told.body


def test_the_mail_about_a_published_page_leads_to_it(writer, chief, site):
    site.article.unpublish()
    decide(chief, submit(writer, site.article), "approve")
    told = next(one for one in mail.outbox if "author@example.org" in one.to)
    assert "“Notizia” is approved and published." in told.body
    assert stored(site.article).full_url in told.body


def test_the_first_page_tells_a_planned_page_from_a_draft(writer, chief, planned):
    for client in (writer, chief):
        panels = client.get(reverse("wagtailadmin_home")).context["panels"]
        drafts = next(panel for panel in panels if isinstance(panel, DraftsPanel))
        assert list(drafts.rows()) == []
    told = text(writer, reverse("wagtailadmin_home"))
    assert f"Approved, to appear later Page Appears on Notizia {SAID}" in told
    planned.revisions.filter(approved_go_live_at__isnull=False).update(user=None)  # somebody else's last word
    assert f"Notizia {SAID}" in text(writer, reverse("wagtailadmin_home"))


def test_the_panel_of_a_planned_page_says_when_it_appears(writer, planned):
    told = panel(writer, editor(planned))
    assert f"Publication planned Will appear on {SAID}" in told
    assert "Draft" not in told


def test_the_panel_of_a_planned_version_says_that_the_page_is_live(writer, chief, site):
    site.article.save_revision().publish()
    schedule(site.article)
    decide(chief, submit(writer, site.article), "approve")
    told = panel(writer, editor(site.article))
    assert "Live" in told and f"Publication planned Will appear on {SAID}" in told


def test_the_same_holds_for_a_topic(chief, site):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=Locale.objects.get(language_code="it"))
    topic.live = False
    topic.save()
    schedule(topic)
    topic.latest_revision.publish()
    address = reverse(Topic.snippet_viewset.get_url_name("edit"), args=[topic.pk])
    assert f"Publication planned Will appear on {SAID}" in panel(chief, address)


def test_a_page_that_was_sent_back_says_who_asked_for_what(writer, sent_back):
    html = writer.get(editor(sent_back)).content.decode()
    soup = BeautifulSoup(html, "html.parser")
    note = " ".join(soup.select_one(".messages").get_text(" ").split())
    assert f"Carla Capo asks for changes: “{COMMENT}”" in note
    told = panel(writer, editor(sent_back))
    assert f"Changes requested Carla Capo: “{COMMENT}”" in told
    assert "In Moderation" not in told
    window = BeautifulSoup(soup.find(id="workflow-status-dialog").decode_contents(), "html.parser")
    heading = " ".join(window.select_one(".w-dialog__message").get_text(" ").split())
    assert "by Carla Capo" in heading and "by Enzo Prova" not in heading


def test_it_says_so_no_longer_once_it_is_submitted_again(writer, sent_back):
    submit(writer, sent_back)
    html = writer.get(editor(sent_back)).content.decode()
    assert "asks for changes" not in html
    assert "In Moderation" in panel(writer, editor(sent_back))


def test_what_was_sent_back_waits(writer, sent_back):
    assert "Nothing waits for you today." not in text(writer, reverse("wagtailadmin_home"))
