"""The editors' side: the explorer tells kinds and states, and its search takes whatever is typed."""

import pytest
from django.urls import reverse

from editors.admin_search import plain_words
from tests.factories.pages import article, sheet

pytestmark = pytest.mark.django_db


def test_the_explorer_tells_the_kind_and_the_state_of_a_page(admin_client, tree):
    sheet(tree.funding)
    article(tree.news)
    funding = admin_client.get(reverse("wagtailadmin_explore", args=[tree.funding.pk])).content.decode()
    assert "Genere" in funding or "Kind" in funding
    assert "State" in funding or "Stato" in funding
    assert admin_client.get(reverse("wagtailadmin_explore", args=[tree.news.pk])).status_code == 200


@pytest.mark.parametrize(
    "words", ['"', 'rete"', "a AND", "(", "*", "col:x", "'; --", "NEAR(", "\x00", "ètà 🧵"]
)
def test_the_admins_search_takes_whatever_is_typed(admin_client, tree, words):
    article(tree.news, title="Fare rete per la cultura")
    for name in ("wagtailadmin_pages:search", "wagtailadmin_explore_root"):
        assert admin_client.get(reverse(name), {"q": words}).status_code == 200


def test_the_admins_search_finds_pages(admin_client, tree):
    article(tree.news, title="Fare rete per la cultura")
    answer = admin_client.get(reverse("wagtailadmin_pages:search"), {"q": '"rete'})
    assert "Fare rete per la cultura" in answer.content.decode()


def test_only_letters_and_digits_reach_the_engine():
    assert plain_words('l\'arte "in" rete_2026*') == "l arte in rete 2026"
