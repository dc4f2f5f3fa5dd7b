"""Which external addresses live pages have, wherever an editor put them."""

import pytest
from wagtail.models import Site

from editors.links.extract import links_by_page
from tests.factories import pages

pytestmark = pytest.mark.django_db


def found(page) -> set[str]:
    return dict(links_by_page()).get(page.pk, set())


def test_fields_texts_and_blocks_are_read(tree):
    sheet = pages.sheet(
        tree.funding,
        official_page="https://example.org/bando",
        documents=[("document", {"title": "Avviso", "link": "https://example.org/avviso.pdf"})],
        body=[
            (
                "text",
                '<p><a href="https://example.org/a?b=1&amp;c=2#punto">a</a> <a id="3">b</a></p>',
            ),
            ("button", {"text": "Vai", "url": "https://example.com/"}),
        ],
    )
    assert found(sheet) == {
        "https://example.com/",
        "https://example.org/bando",
        "https://example.org/avviso.pdf",
        "https://example.org/a?b=1&c=2",
    }


@pytest.mark.parametrize(
    "address",
    ["mailto:a@example.org", "javascript:alert(1)", "ftp://example.org/", "/it/bandi/", "http://", "tel:+39"],
)
def test_what_is_no_web_address_is_left_alone(tree, address):
    body = [("text", f'<p><a href="{address}">x</a></p>')]
    assert found(pages.article(tree.news, body=body)) == set()


def test_our_own_pages_and_drafts_are_left_alone(tree):
    Site.objects.update(hostname="www.example.com")
    own = pages.sheet(tree.funding, official_page="http://www.example.com/it/bandi/")
    draft = pages.sheet(tree.funding, official_page="https://example.org/", live=False)
    assert found(own) == found(draft) == set()


def test_an_address_in_a_sentence_is_no_link(tree):
    article = pages.article(tree.news, body=[("heading", {"text": "https://example.org/ e poi altro"})])
    assert found(article) == set()
