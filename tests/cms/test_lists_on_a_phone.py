"""The lists in the admin's menu are cards on a phone, and an empty cell of theirs has no label."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.factories import pages

pytestmark = pytest.mark.django_db

LISTS = {
    "news_articles": (pages.article, "news"),
    "news_events": (pages.event, "events"),
    "news_projects": (pages.project, "projects"),
    "funding_sheets": (pages.sheet, "funding"),
    "stories_stories": (pages.story, "stories"),
}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_of_a_section_is_read_on_a_phone(admin_client, tree, name):
    make, section = LISTS[name]
    make(getattr(tree, section))
    soup = BeautifulSoup(admin_client.get(f"/admin/{name}/").content, "html.parser")
    assert soup.select_one("table.listing.cards .title .listing-count")


def test_an_empty_cell_holds_nothing_so_that_the_style_can_leave_it_out(admin_client, tree):
    pages.article(tree.news)
    soup = BeautifulSoup(admin_client.get(f"/admin/pages/{tree.news.pk}/").content, "html.parser")
    empty = [cell for cell in soup.select("table.cards tbody td") if not cell.get_text(strip=True)]
    assert "" in [cell.decode_contents() for cell in empty]


def test_the_day_of_verification_is_named(admin_client, tree):
    pages.sheet(tree.funding, verified_on=date(2026, 11, 29))
    soup = BeautifulSoup(admin_client.get("/admin/funding_sheets/").content, "html.parser")
    assert '"Verified: "' in soup.select_one("table.cards")["style"]


@pytest.mark.parametrize("name", ["users", "groups"])
def test_people_and_their_roles_likewise(admin_client, name):
    soup = BeautifulSoup(admin_client.get(f"/admin/{name}/").content, "html.parser")
    assert '"Nome: "' in soup.select_one("table.listing.cards")["style"]
