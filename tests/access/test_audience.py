"""The status panel says who sees a restricted page: nobody is to think that nobody does."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.cms.open_forms import edit_address
from tests.factories.pages import story

pytestmark = pytest.mark.django_db

WORDS = {
    PageViewRestriction.PASSWORD: "whoever has the shared password sees it",
    PageViewRestriction.LOGIN: "whoever is logged in sees it",
    PageViewRestriction.GROUPS: "the members of these groups see it: Soci",
}


def told(client, page) -> str:
    text = client.get(edit_address(page)).content.decode()
    return text.split("data-audience>")[1].split("<")[0]


@pytest.mark.parametrize("kind", WORDS)
def test_each_kind_says_who_sees_the_page(tree, admin_client, kind):
    page, group = story(tree.stories, title="Molo"), Group.objects.create(name="Soci")
    assert told(admin_client, page) == ""
    data = {"restriction_type": kind, "password": "segreta", "groups": [group.pk]}
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    answer = admin_client.post(address, data).json()
    assert WORDS[kind] in answer["audience"] and not answer["is_public"]
    assert WORDS[kind] in told(admin_client, page)


def test_a_section_above_restricts_as_well(tree, admin_client):
    page = story(tree.stories, title="Molo")
    PageViewRestriction.objects.create(page=tree.stories, restriction_type="login")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
    text = told(admin_client, page)
    assert WORDS["login"] in text and WORDS["password"] in text
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    answer = admin_client.post(address, {"restriction_type": "none"}).json()
    assert WORDS["login"] in answer["audience"] and not answer["is_public"]
