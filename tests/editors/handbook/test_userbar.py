"""The editors' bar on public pages: for editors only, and nothing is loosened for visitors."""

import json
import re

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.admin.userbar import ContentCheckerItem

from editors.handbook.checker import MORE_RULES
from tests.factories.pages import article

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(tree):
    return article(tree.news, title="Una notizia", summary="Una frase.")


def test_an_editor_sees_the_bar_with_a_way_to_the_form(admin_client, page):
    html = admin_client.get(page.url).content.decode()
    assert "<wagtail-userbar>" in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html


def test_nobody_else_sees_it(client, page):
    assert "wagtail-userbar" not in client.get(page.url).content.decode()
    client.force_login(get_user_model().objects.create_user("reader", password="x"))
    assert "wagtail-userbar" not in client.get(page.url).content.decode()


def test_what_an_editor_gets_is_kept_in_no_cache(admin_client, page):
    assert "no-store" in admin_client.get(page.url)["Cache-Control"]


def test_the_policy_is_the_same_for_all_and_allows_no_inline_script(client, admin_client, page):
    visitors, editors = (one.get(page.url)["Content-Security-Policy"] for one in (client, admin_client))
    assert visitors == editors
    assert "unsafe" not in visitors


def test_a_page_that_is_none_of_the_trees_has_the_bar_too(admin_client, tree):
    assert "<wagtail-userbar>" in admin_client.get(reverse("search")).content.decode()


def configuration(html):
    text = re.search(
        r'<script id="checker-axe-configuration" type="application/json">(.*?)</script>', html, re.S
    )
    return json.loads(text[1])


@pytest.mark.parametrize("place", ["page", "editor"])
def test_the_checker_knows_wagtails_rules_and_ours(admin_client, page, place):
    address = page.url if place == "page" else reverse("wagtailadmin_pages:edit", args=[page.pk])
    found = configuration(admin_client.get(address).content.decode())
    rules = set(found["options"]["runOnly"])
    assert rules == {*ContentCheckerItem.axe_run_only, *MORE_RULES}
    assert {"heading-order", "image-alt", "link-name", "alt-text-quality"} <= rules
    assert found["messages"]["image-alt"]["error_name"] == "A picture has no description"


def test_every_rule_of_ours_is_known_to_the_checkers_engine():
    from pathlib import Path

    import wagtail

    script = Path(wagtail.__file__).parent / "admin/static/wagtailadmin/js/userbar.js"
    engine = script.read_text()
    assert [rule for rule in MORE_RULES if f'"{rule}"' not in engine and f"'{rule}'" not in engine] == []
