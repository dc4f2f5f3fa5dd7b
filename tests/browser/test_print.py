"""A sheet on paper: one or two A4 pages, with the way back to it in letters and as a QR code."""

import io
from urllib.parse import urlsplit

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser

A4 = (595, 842)  # points
FINDERS = ["/it/bandi/", pytest.param("/en/funding/", marks=pytest.mark.long)]


def longest(page, finder: str, how_many: int) -> list[str]:
    """The paths of the sheets that have most to say."""
    records = page.request.get(f"{finder}export.json?status=any").json()["records"]
    paths = [urlsplit(record["address"]).path for record in records]
    return sorted(paths, key=lambda path: -len(page.request.get(path).text()))[:how_many]


@pytest.mark.parametrize("finder", FINDERS)
def test_the_longest_sheets_fit_on_two_pages_that_tell_their_address(open_page, site, finder):
    page = open_page(finder)
    for path in longest(page, finder, 3):
        page.goto(path)
        paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        assert len(paper.pages) <= 2, path
        assert (round(paper.pages[0].mediabox.width), round(paper.pages[0].mediabox.height)) == A4
        first = "".join(paper.pages[0].extract_text().split())
        assert f"{site}{path}" in first


def test_the_code_is_for_paper_only_and_says_what_it_is(open_page):
    page = open_page("/it/bandi/")
    page.goto(longest(page, "/it/bandi/", 1)[0])
    code = page.locator("article svg[role=img][aria-label]")
    assert not code.is_visible()
    page.emulate_media(media="print")
    assert code.is_visible()
    assert 60 <= code.bounding_box()["width"] <= 130
    assert code.get_attribute("aria-label")
