"""The translator's page: text by text, published, and read by the public in English."""

import pytest
from playwright.sync_api import expect

from .people import TRANSLATOR
from .yesterday import PUBLISHED

pytestmark = pytest.mark.browser

TO_TRANSLATE = "Da tradurre: Inglese"
TITLE = "An archive for the voices of the harbour"
TEXTS = [
    TITLE,
    "Two hundred recordings can be heard online.",
    "The text comes from the office and says all there is to know.",
]


def translate(page, text: str) -> None:
    """The first text that is not translated yet."""
    buttons = page.get_by_role("button", name="Traduci", exact=True)
    left = buttons.count()
    buttons.first.click()
    page.locator("main textarea").fill(text)
    page.get_by_role("button", name="Salva", exact=True).click()
    expect(buttons).to_have_count(left - 1)
    expect(page.get_by_text(text, exact=True)).to_be_visible()
    expect(page.get_by_text("Salvataggio in corso")).to_have_count(0)


def test_a_page_is_translated_and_read_in_english(desk, visitor):
    visitor.goto("/en/news/")
    expect(visitor.locator("main").get_by_role("link", name=TITLE)).to_have_count(0)
    dario = desk(TRANSLATOR)
    page = dario.page
    row = dario.row(TO_TRANSLATE, PUBLISHED)
    expect(row).to_contain_text("non tradotta")
    dario.picture("to-translate")
    row.get_by_role("link", name=PUBLISHED).click()
    expect(page.get_by_label("Inglese")).to_be_checked()
    page.get_by_role("button", name="Metti in traduzione").click()
    dario.told(PUBLISHED)
    expect(page.get_by_role("button", name="Traduci", exact=True)).to_have_count(len(TEXTS))
    for text in TEXTS:
        translate(page, text)
    dario.picture("translated")
    page.get_by_role("button", name="Pubblica in inglese").click()
    dario.told(f"Pubblicato (Inglese): «{TITLE}».")
    dario.first_page()
    expect(dario.row(TO_TRANSLATE, PUBLISHED)).to_have_count(0)

    visitor.goto("/en/news/")
    visitor.locator("main").get_by_role("link", name=TITLE).click()
    visitor.wait_for_url("**/en/news/an-archive-for-the-voices-of-the-harbour/")
    expect(visitor.get_by_text(TEXTS[-1])).to_be_visible()
    visitor.goto("/en/search/?q=harbour")
    expect(visitor.locator("main").get_by_role("link", name=TITLE)).to_be_visible()
