"""Below the title of a published page: that its address stays, once the title fits it no longer."""

import pytest
from bs4 import BeautifulSoup

from tests.cms.open_forms import edit_address
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(tree):
    page = pages.article(tree.news, title="Teatri apreti", slug="teatri-apreti")
    page.save_revision().publish()
    return page


def note(client, page):
    soup = BeautifulSoup(client.get(edit_address(page)).content, "html.parser")
    return soup.select_one("[data-address-stays]")


def test_a_corrected_title_says_that_the_address_stays(admin_client, article):
    assert note(admin_client, article).has_attr("hidden")
    article.title = "Teatri aperti"
    article.save_revision()
    told = note(admin_client, article)
    assert not told.has_attr("hidden")
    assert "The address of the page stays “teatri-apreti”." in " ".join(told.get_text(" ").split())
    article.save_revision().publish()
    assert note(admin_client, article) is None, "the public title does not come from the address any more"


def test_a_draft_and_an_address_of_its_own_say_nothing(admin_client, tree, article):
    article.unpublish()
    assert note(admin_client, article) is None
    other = pages.article(tree.news, title="Un titolo lungo", slug="breve")
    other.save_revision().publish()
    assert note(admin_client, other) is None
