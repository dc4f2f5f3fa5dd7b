"""The translator at a person's pace: what is gone stops nobody, and no text is lost without a word."""

import pytest
from playwright.sync_api import expect

from .people import TRANSLATOR
from .yesterday import PICTURE_GONE

pytestmark = pytest.mark.browser

TITLE = "A night at the harbour"
PACE = 60  # milliseconds between two keys


@pytest.fixture
def editor(desk):
    """The translation of an event whose picture was deleted, open at the translator's desk."""
    dario = desk(TRANSLATOR)
    dario.faults = []
    dario.page.on("pageerror", lambda fault: dario.faults.append(str(fault)))
    dario.page.goto("/admin/pages/search/?q=notte+porto")
    dario.page.get_by_role("link", name=PICTURE_GONE).first.click()
    return dario


def segment(page, name: str):
    """What belongs to a field, by its label."""
    return page.locator("h3", has_text=name).locator("xpath=following-sibling::ul[1]/li").first


def test_an_event_whose_picture_is_gone_is_translated_slowly_and_published(editor):
    page = editor.page
    picture = segment(page, "Immagine")
    expect(picture).to_contain_text("Non c’è più")
    picture.get_by_role("button", name="Lascia vuoto").click()
    expect(picture).to_contain_text("Lasciato vuoto in questa traduzione.")

    title = segment(page, "Titolo")
    title.get_by_role("button", name="Traduci").click()
    title.locator("textarea").press_sequentially(TITLE[:10], delay=PACE)
    page.get_by_role("tab", name="Promozione").click()
    page.wait_for_timeout(1500)
    page.get_by_role("tab", name="Testo").click()
    title.locator("textarea").press("End")
    title.locator("textarea").press_sequentially(TITLE[10:-2], delay=PACE)
    expect(title.locator("textarea")).to_have_value(TITLE[:-2])

    page.context.set_offline(True)
    title.get_by_role("button", name="Salva").click()
    expect(page.get_by_role("alert")).to_contain_text("Non salvato: il sito non risponde")
    expect(title).to_contain_text(TITLE[:-2])
    page.context.set_offline(False)
    title.get_by_role("button", name="Modifica").click()
    title.locator("textarea").press("End")
    title.locator("textarea").press_sequentially(TITLE[-2:], delay=PACE)
    title.get_by_role("button", name="Salva").click()
    expect(page.get_by_role("alert")).to_be_hidden()
    page.get_by_role("button", name="Pubblica in inglese").click()
    expect(page.locator("main")).to_contain_text("sono ancora in italiano")
    editor.picture("half-translated")
    page.get_by_role("link", name="Continua a tradurre").click()
    expect(segment(page, "Titolo")).to_contain_text(TITLE)
    page.get_by_role("button", name="Pubblica in inglese").click()
    page.get_by_role("button", name="Pubblica comunque in inglese").click()
    editor.told(f"Pubblicato (Inglese): «{TITLE}»")
    expect(segment(page, "Titolo")).to_contain_text(TITLE)
    expect(segment(page, "Immagine")).to_contain_text("Lasciato vuoto")
    expect(page.get_by_role("button", name="Altre azioni")).to_be_visible()
    assert editor.faults == []
    editor.picture("picture-gone")
