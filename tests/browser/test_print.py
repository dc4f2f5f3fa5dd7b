"""Pages on paper: letters of nine points or more, no sheet of paper without content, address and day, no
controls; a call on one or two A4 pages, with the way back to it as a QR code."""

import io
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from .paths import first_below

pytestmark = pytest.mark.browser

A4 = (595, 842)  # points
LEAST = 8.9  # points, for letters of nine
FINDERS = ["/it/bandi/", pytest.param("/en/funding/", marks=pytest.mark.long)]
COMPARISON = "/it/bandi/confronta/?s=cultura-cresce&s=nuova-marcora&s=voucher-piccoli-editori"
KINDS = ["/it/", "/it/bandi/", "/it/cerca/?q=cultura", "/it/storie/", "/it/glossario/", COMPARISON]
BELOW = ["/it/notizie/", "/it/eventi/", "/it/progetti/", "/it/storie/"]
CONTROLS = ["Confronta", "Filtri", "Ordine", "Tutti i bandi", "Rimuovi", "Segui questo elenco"]


def printed(page) -> tuple[PdfReader, list[str], float]:
    """The paper, the text of each of its pages, and the size of its smallest letters in points."""
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    sizes = []

    def note(text, outer, inner, _font, size):
        if text.strip():
            sizes.append(abs(size * inner[3] * outer[3]))

    texts = [one.extract_text(visitor_text=note) for one in paper.pages]
    return paper, ["".join(text.split()) for text in texts], min(sizes)


def longest(page, finder: str, how_many: int) -> list[str]:
    """The paths of the sheets that have most to say."""
    records = page.request.get(f"{finder}export.json?status=any").json()["records"]
    paths = [urlsplit(record["address"]).path for record in records]
    return sorted(paths, key=lambda path: -len(page.request.get(path).text()))[:how_many]


@pytest.mark.parametrize("finder", FINDERS)
def test_the_longest_sheets_fit_on_two_pages_that_tell_their_address(open_page, site, finder):
    page = open_page(finder)
    for path in longest(page, finder, 4):
        page.goto(path)
        paper, texts, smallest = printed(page)
        assert len(paper.pages) <= 2, path
        assert smallest >= LEAST, path
        assert (round(paper.pages[0].mediabox.width), round(paper.pages[0].mediabox.height)) == A4
        assert f"{site}{path}" in texts[0]
        assert min(map(len, texts)) > 100, path


def test_every_kind_of_page_is_fit_to_be_printed(open_page, site):
    page = open_page("/it/")
    year = page.evaluate("() => String(new Date().getFullYear())")
    for path in [*KINDS, *(first_below(page, one) for one in BELOW)]:
        page.goto(path)
        paper, texts, smallest = printed(page)
        assert smallest >= LEAST, path
        assert f"{site}{urlsplit(path).path}" in texts[0], path
        assert year in texts[0].split("Data:")[1][:20], path
        assert min(map(len, texts)) > 60, path
        for words in CONTROLS:
            assert "".join(words.split()) not in "".join(texts[1:] or texts), (path, words)
        assert path != COMPARISON or paper.pages[0].mediabox.width > paper.pages[0].mediabox.height


def test_the_code_is_for_paper_only_and_says_what_it_is(open_page):
    page = open_page("/it/bandi/")
    page.goto(longest(page, "/it/bandi/", 1)[0])
    code = page.locator("article svg[role=img][aria-label]")
    expect(code).to_be_hidden()
    page.emulate_media(media="print")
    expect(code).to_be_visible()
    assert 60 <= code.bounding_box()["width"] <= 130
    assert code.get_attribute("aria-label")
