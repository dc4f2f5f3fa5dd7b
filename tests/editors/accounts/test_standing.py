"""The head of a form and the message after saving say what readers see: how the page or snippet stands."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Locale

from cms.models import Topic
from editors.accounts.roles import AUTHOR, EDITOR_IN_CHIEF
from tests.cms.open_forms import JSON, edit_address, opened

from .conftest import stored
from .test_saying_when import schedule, send
from .test_workflow import _values

pytestmark = pytest.mark.django_db

STILL = "Readers still see the published version"


@pytest.fixture
def topic(site):
    made = Topic.objects.create(name="Teatro", slug="teatro", locale=Locale.objects.get(language_code="it"))
    made.save_revision().publish()
    return made


def head(client, thing) -> str:
    """What the head says, in the copy that the privacy shows."""
    soup = BeautifulSoup(client.get(edit_address(thing)).content, "html.parser")
    return _words(soup.select_one("header [data-standing]"))


def _words(part) -> str:
    for hidden in part.select(".w-hidden, .w-sr-only"):
        hidden.decompose()
    return " ".join(part.get_text(" ").split())


def test_the_head_of_a_page_says_how_it_stands(browser, site):
    chief, author, page = browser(EDITOR_IN_CHIEF), browser(AUTHOR), site.article
    assert head(chief, page) == "Live"
    assert STILL in send(chief, page, title="Anders")
    assert head(chief, page) == "Live + draft"
    send(author, page, **{"action-submit": "1"})
    assert head(author, page) == head(chief, page) == "Live + in moderation"
    send(chief, page, **{"action-workflow-action": "1", "workflow-action-name": "approve"})
    assert head(chief, page) == "Live"
    schedule(stored(page))
    send(chief, page, **{"action-publish": "1"})
    assert head(chief, page) == "Live + scheduled"


def test_the_head_of_what_is_not_public_says_so(browser, site):
    author, page = browser(AUTHOR), site.article
    stored(page).unpublish()
    assert head(author, page) == "Draft"
    assert "is saved. Readers do not see it." in send(author, page, title="Anders")
    send(author, page, **{"action-submit": "1"})
    assert head(author, page) == "In moderation"


def test_an_autosave_brings_what_the_head_says_now(browser, site, topic):
    chief = browser(EDITOR_IN_CHIEF)
    for thing in (site.article, topic):
        form = chief.get(edit_address(thing)).context["form"]
        typed = {"title": "Anders"} if thing == site.article else {"name": "Anders"}
        data = dict(_values(form)) | opened(chief, thing) | typed
        answer = chief.post(edit_address(thing), data, **JSON).json()
        parts = BeautifulSoup(answer["html"], "html.parser").find_all("template")
        part = next(one for one in parts if "standing" in one.get("data-w-teleport-target-value", ""))
        assert _words(part) == "Live + draft"


def test_the_first_autosave_of_a_new_page_has_a_place_for_it(browser, site):
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", site.news.pk])
    soup = BeautifulSoup(browser(AUTHOR).get(address).content, "html.parser")
    assert not soup.select_one("header [data-standing]").get_text(strip=True)


def test_a_snippet_says_the_same(browser, topic):
    chief = browser(EDITOR_IN_CHIEF)
    assert head(chief, topic) == "Live"
    data = {"name": "Teatri", "slug": "teatro"} | opened(chief, topic)
    assert STILL in chief.post(edit_address(topic), data, follow=True).content.decode()
    assert head(chief, topic) == "Live + draft"


def test_the_message_under_approval_names_the_approval(browser, site):
    send(browser(AUTHOR), site.article, title="Anders", **{"action-submit": "1"})
    assert f"{STILL}, until the draft is approved." in send(browser(EDITOR_IN_CHIEF), site.article)
