"""A list offers for several things at once what somebody may do to one of them."""

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.django_db
EVERY_LIST = ("/admin/funding_sheets/", "/admin/pages/{home}/")


def offered(client, address: str) -> set[str]:
    page = BeautifulSoup(client.get(address, follow=True).content, "html.parser")
    return {link["href"].rstrip("/").split("/")[-1] for link in page.select("[data-bulk-action-button]")}


@pytest.mark.parametrize("address", EVERY_LIST)
def test_an_expert_moves_and_deletes_drafts_and_publishes_nothing(expert, site, address):
    address = address.format(home=site.home.pk)
    assert offered(expert, address) == set()
    site.sheet.unpublish()
    assert offered(expert, address) == {"move", "delete"}


@pytest.mark.parametrize("address", EVERY_LIST)
def test_a_chief_does_all(chief, site, address):
    assert offered(chief, address.format(home=site.home.pk)) == {"move", "delete", "publish", "unpublish"}


def test_files_and_snippets_are_deleted_by_those_who_may(expert, translator, chief, site):
    assert offered(expert, "/admin/snippets/core/topic/") == set()
    assert offered(chief, "/admin/snippets/core/topic/") == {"delete"}
    assert offered(translator, "/admin/images/") == set()
    assert "delete" in offered(expert, "/admin/images/")  # their own
