"""A page that is renamed or moved in one language leaves a way from its old address, in that language."""

import pytest

from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto")
    page.save_revision().publish()
    page.english = pages.translate(page, tree.english.locale, title="Concert", slug="concert")
    return page


def test_the_old_address_leads_to_the_new_one(client, article, rename):
    rename(article, "concerto-di-natale")
    answer = client.get("/it/notizie/concerto/")
    assert answer.status_code == 301
    assert answer.url == "/it/notizie/concerto-di-natale/"


def test_the_other_language_keeps_its_address(client, article, rename):
    rename(article, "concerto-di-natale")
    assert client.get("/en/news/concert/").status_code == 200


def test_pages_below_a_renamed_section_are_found_at_their_old_addresses(client, tree, article, rename):
    rename(tree.english.news, "journal")
    answer = client.get("/en/news/concert/")
    assert (answer.status_code, answer.url) == (301, "/en/journal/concert/")
    assert client.get("/it/notizie/concerto/").status_code == 200


def test_a_moved_page_is_found_at_its_old_address(client, tree, article):
    other = pages.add(type(tree.news), tree.home, title="Archivio", slug="archivio")
    page = type(article).objects.get(pk=article.pk)
    page.move(other, pos="last-child")
    answer = client.get("/it/notizie/concerto/")
    assert (answer.status_code, answer.url) == (301, "/it/archivio/concerto/")
