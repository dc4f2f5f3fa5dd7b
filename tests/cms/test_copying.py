"""A copy gets a free address of its own title, unless somebody writes one."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="Una frase.")
    page.title = "Concerto d’estate"
    page.save_revision()  # a draft
    return page


def copied(anna, page, title: str, slug: str, expected: int = 302) -> str:
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    data = {"new_title": title, "new_slug": slug, "new_parent_page": page.get_parent().pk}
    answer = anna.post(address, data)
    assert answer.status_code == expected
    return Page.objects.order_by("pk").last().slug if expected == 302 else str(answer.context["form"].errors)


def test_the_form_proposes_the_title_of_the_draft_and_a_free_address(anna, page):
    answer = anna.get(reverse("wagtailadmin_pages:copy", args=[page.pk]))
    form = answer.context["form"]
    assert (form["new_title"].value(), form["new_slug"].value()) == ("Concerto d’estate", "concerto-1")
    assert b"js/admin/copy" in answer.content


def test_the_address_follows_the_title_and_is_free(anna, page):
    assert copied(anna, page, "Un’altra serata", "concerto-1") == "unaltra-serata"
    assert copied(anna, page, "Un’altra serata", "unaltra-serata") == "unaltra-serata-1"
    assert copied(anna, page, "Un’altra serata", "") == "unaltra-serata-2"
    assert copied(anna, page, "Concerto d’estate", "concerto-1") == "concerto-1"
    assert copied(anna, page, "Concerto d’estate", "concerto") == "concerto-2"


def test_what_is_written_by_hand_stays_or_is_refused(anna, page):
    assert copied(anna, page, "Altro", "mia") == "mia"
    assert "new_slug" in copied(anna, page, "Altro ancora", "mia", expected=200)


def test_a_title_that_is_too_long_is_refused(anna, page):
    assert "new_title" in copied(anna, page, "a" * 300, "", expected=200)
