"""Lists of topics, organisations and terms in the admin: in order, and no dearer for being long."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow
from wagtail.users.models import UserProfile

from cms.models import GlossaryTerm, Organisation, Topic
from tests.publishing.ways import Counting
from translation.draft_creator import submit

pytestmark = pytest.mark.django_db

SORTED = ["Danza", "eccellenza", "Écomusée", "Economia", "Zecca"]


@pytest.fixture
def in_english(admin_user):
    profile = UserProfile.get_for_user(admin_user)
    profile.preferred_language = "en"
    profile.save()


def listed(model, view="list") -> str:
    viewset = model.snippet_viewset
    return reverse((viewset.chooser_viewset if view == "choose" else viewset).get_url_name(view))


def titles(client, address) -> list[str]:
    answer = client.get(address)
    modal = answer.headers["Content-Type"] == "application/json"
    page = BeautifulSoup(answer.json()["html"] if modal else answer.content, "html.parser")
    return [cell.get_text(strip=True) for cell in page.select("td.title .title-wrapper")]


def topic(tree, name: str) -> Topic:
    found = Topic.objects.create(name=name, slug=f"t{Topic.objects.count()}", locale=tree.locale)
    found.save_revision()
    return found


@pytest.mark.parametrize("view", ["list", "choose"])
def test_names_stand_where_a_reader_looks_for_them(admin_client, tree, view):
    for name in reversed(SORTED):
        topic(tree, name)
    assert titles(admin_client, listed(Topic, view)) == SORTED


def test_another_order_can_be_asked_for(admin_client, tree):
    for name in SORTED:
        topic(tree, name)
    assert titles(admin_client, f"{listed(Topic)}?ordering=-_updated_at") == SORTED[::-1]


def _fill(tree, number: int) -> None:
    """Scheduled topics and terms that are submitted for translation, organisations that wait for approval."""
    workflow = Workflow.objects.filter(active=True).first()
    for _each in range(number):
        scheduled = topic(tree, "Teatro")
        scheduled.go_live_at = timezone.now() + timedelta(days=1)
        scheduled.save_revision().publish()
        submit(scheduled, [tree.english.locale])
        slug = f"o{Organisation.objects.count()}"
        organisation = Organisation.objects.create(name=slug, slug=slug)
        organisation.save_revision()
        workflow.start(organisation, None)
        slug = f"g{GlossaryTerm.objects.count()}"
        term = GlossaryTerm.objects.create(term=slug, slug=slug, explanation="Cosa.", locale=tree.locale)
        submit(term, [tree.english.locale])


@pytest.mark.parametrize("view", ["list", "choose"])
@pytest.mark.parametrize("model", [Topic, Organisation, GlossaryTerm])
def test_a_long_list_asks_as_much_as_a_short_one(admin_client, tree, model, view):
    address = listed(model, view)
    counts = []
    for number in (1, 4):
        _fill(tree, number)
        admin_client.get(address)  # with what is read once
        with Counting() as counting:
            admin_client.get(address)
        counts.append(counting.queries)
    assert counts[0] == counts[1]


def test_a_row_tells_its_state_and_what_it_still_needs(admin_client, tree, in_english):
    _fill(tree, 1)
    new = topic(tree, "Danza")
    page = admin_client.get(listed(Topic)).content.decode()
    assert "live + scheduled" in page
    assert reverse("wagtail_localize:submit_snippet_translation", args=["core", "topic", new.pk]) in page
    assert page.count("Sync translated snippets") == 1
    assert page.count("submit/snippet") == 1
    assert "live + in moderation" in admin_client.get(listed(Organisation)).content.decode()


@pytest.mark.parametrize("snippet", (Topic, Organisation, GlossaryTerm), ids=lambda model: model.__name__)
def test_a_form_opens_whether_or_not_it_can_be_translated(admin_client, snippet):
    """Organisations are the same in all languages."""
    thing = snippet.objects.create(slug="una")
    address = reverse(thing.snippet_viewset.get_url_name("edit"), args=[thing.pk])
    assert admin_client.get(address).status_code == 200
