"""The first restriction of a site holds as the hundredth does, for whatever is computed as it is set."""

import pytest
from django.db import transaction
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.factories.pages import sheet, story

from .hidden import WORDS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]
PRIVATE = {"restriction_type": PageViewRestriction.PASSWORD, "password": "segreta", "groups": []}


@pytest.fixture
def without_transaction(monkeypatch):
    """As the admin works: what follows a commit runs at once, between signals of the same saving."""
    monkeypatch.setattr(transaction, "on_commit", lambda act, **kwargs: act())


@pytest.mark.parametrize("kind", ("story", "sheet"))
def test_no_search_holds_the_first_private_page(
    tree, client, admin_client, search_index, without_transaction, kind
):
    made = {
        "story": lambda: story(tree.stories, title=WORDS),
        "sheet": lambda: sheet(tree.funding, title=WORDS),
    }
    page = made[kind]()
    search_index.rebuild()
    assert not PageViewRestriction.objects.exists()
    addresses = (f"/it/cerca/?q={WORDS}", f"/api/search/?q={WORDS}&lang=it", f"/it/bandi/?q={WORDS}")
    shown = [address for address in addresses if page.url in client.get(address).content.decode()]
    assert len(shown) == {"story": 2, "sheet": 3}[kind]

    admin_client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), PRIVATE)

    assert PageViewRestriction.objects.filter(page=page).exists()
    assert not [address for address in addresses if page.url in client.get(address).content.decode()]
