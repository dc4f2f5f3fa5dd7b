"""A new site has a home page and sections in every language, at the addresses that the outside relies on."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

from home.models import HomePage

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "it": ["", "notizie/", "eventi/", "progetti/", "bandi/", "storie/"],
    "en": ["", "news/", "events/", "projects/", "funding/", "stories/"],
}


def test_the_sections_of_a_new_site_answer(client):
    call_command("open_site")
    for language, addresses in ADDRESSES.items():
        for address in addresses:
            assert client.get(f"/{language}/{address}").status_code == 200, address


def test_languages_are_joined_as_translations(client):
    call_command("open_site")
    assert '<link rel="alternate" hreflang="en"' in client.get("/it/bandi/").content.decode()


def test_a_site_that_is_open_stays_as_it_is(tree):
    before = list(Page.objects.values_list("pk", flat=True))
    call_command("open_site")
    assert list(Page.objects.values_list("pk", flat=True)) == before


def test_before_it_is_opened_a_visitor_is_told_that_there_is_nothing(client):
    assert not HomePage.objects.exists()
    assert Site.objects.exists()
    assert client.get("/it/").status_code == 404
