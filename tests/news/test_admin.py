"""The editors' side: a list of each kind with its columns and filters, and previews that work."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from tests.factories import pages

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [page.title for page in response.context["object_list"]]


def test_articles_are_listed_by_kind_and_day(admin_client, tree):
    pages.article(tree.news, title="Intervista", kind="interview", day=date(2026, 5, 2))
    pages.article(tree.news, title="Notizia", day=date(2025, 5, 2))
    address = reverse("news_articles:index")
    assert "2026" in admin_client.get(address).content.decode()
    assert titles(admin_client.get(address, {"kind": "interview"})) == ["Intervista"]
    assert titles(admin_client.get(address, {"day_from": "2026-01-01"})) == ["Intervista"]


def test_events_are_listed_by_day_and_place(admin_client, tree, fair, mission):
    address = reverse("news_events:index")
    assert titles(admin_client.get(address, {"town": "marsi"})) == ["Missione"]
    assert titles(admin_client.get(address, {"start_day_from": "2026-01-01"})) == ["Fiera della rete"]
    assert "Bologna" in admin_client.get(address).content.decode()


def test_projects_are_listed_by_kind_and_state(admin_client, tree, network):
    pages.project(tree.projects, title="Laboratorio", kind="laboratory", state="running")
    address = reverse("news_projects:index")
    assert titles(admin_client.get(address, {"state": "running"})) == ["Laboratorio"]
    assert titles(admin_client.get(address, {"kind": "network"})) == ["Fare rete"]


@pytest.mark.parametrize("name", ["news_articles", "news_events", "news_projects"])
def test_the_lists_can_be_searched_while_filtered(admin_client, tree, network, name):
    assert admin_client.get(reverse(f"{name}:index"), {"q": "rete"}).status_code == 200


@pytest.mark.parametrize("kind", ["fair", "mission", "network"])
def test_a_page_can_be_previewed(request, tree, kind):
    page = request.getfixturevalue(kind)
    response = page.make_preview_request(preview_mode=page.default_preview_mode)
    assert response.status_code == 200
    assert page.title in response.rendered_content


def test_an_article_without_any_fact_can_be_previewed(tree):
    page = pages.article(tree.news)
    assert page.make_preview_request(preview_mode="").status_code == 200


@pytest.mark.parametrize("section", ["news", "events", "projects"])
def test_a_list_can_be_previewed(tree, fair, network, section):
    page = getattr(tree, section)
    assert page.title in page.make_preview_request(preview_mode="").rendered_content


@pytest.mark.parametrize("kind", ["fair", "network"])
def test_the_form_opens_with_its_tabs(admin_client, request, tree, kind):
    page = request.getfixturevalue(kind)
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


@pytest.mark.parametrize(
    ("section", "model"),
    [("news", "articlepage"), ("events", "eventpage"), ("projects", "projectpage")],
)
def test_a_page_can_be_previewed_before_it_is_saved(admin_client, tree, section, model):
    data = {"title": "Bozza nuova", "slug": "bozza", "kind": "news" if section == "news" else "network"}
    streams = ("body", "programme", "objectives", "phases", "key_figures", "tracks", "services", "results")
    data |= {f"{name}-count": 0 for name in streams}
    for formset in ("topic_links", "related_links", "parties", "comments"):
        data |= {f"{formset}-TOTAL_FORMS": 0, f"{formset}-INITIAL_FORMS": 0}
    address = reverse("wagtailadmin_pages:preview_on_add", args=["news", model, getattr(tree, section).pk])
    assert admin_client.post(address, data).json()["is_valid"]
    response = admin_client.get(address)
    assert response.status_code == 200
    assert "Bozza nuova" in response.content.decode()


def day_in_form(client, address) -> str:
    return client.get(address).context["form"]["day"].value()


@time_machine.travel("2026-11-29T23:30:00Z", tick=False)
def test_a_new_article_bears_the_day_of_italy(admin_client, tree):
    new = reverse("wagtailadmin_pages:add", args=["news", "articlepage", tree.news.pk])
    assert str(day_in_form(admin_client, new)) == "2026-11-30"
    undated = pages.article(tree.news, day=None)
    assert day_in_form(admin_client, reverse("wagtailadmin_pages:edit", args=[undated.pk])) is None
