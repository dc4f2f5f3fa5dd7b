"""The translator at a person's pace: what is gone stops nobody, and no text is lost without a word."""

import re

import pytest
from playwright.sync_api import expect

from .people import TRANSLATOR
from .yesterday import PICTURE_GONE, WAITING

pytestmark = pytest.mark.browser

TITLE = "A night at the harbour"
PACE = 60  # milliseconds between two keys


@pytest.fixture
def editor(desk):
    """The translation of an event whose picture was deleted, open at the translator's desk."""
    return opened(desk(TRANSLATOR), PICTURE_GONE)


def opened(dario, title: str):
    dario.faults = []
    dario.page.on("pageerror", lambda fault: dario.faults.append(str(fault)))
    dario.page.goto(f"/admin/pages/search/?q={title}")
    dario.page.get_by_role("link", name=title).first.click()
    return dario


def segment(page, name: str):
    """What belongs to a field, by its label."""
    return page.locator("h3", has_text=name).locator("xpath=following-sibling::ul[1]/li").first


def test_an_address_is_checked_beside_it_and_what_is_left_is_kept(editor):
    page = editor.page
    editor.asked = []
    page.on("request", lambda request: editor.asked.append(request.method))

    page.get_by_role("tab", name="Promozione").click()
    address = segment(page, "Parte finale")
    expect(address).to_contain_text("Si ricava dal titolo quando la pagina è pubblicata")
    address.get_by_role("button", name="Modifica").click()
    expect(page.locator("textarea")).to_have_count(1)
    address.locator("textarea").press_sequentially("Ciao mondo / ??", delay=PACE)
    address.get_by_role("button", name="Salva").click()
    expect(address).to_have_class(re.compile("errored"))
    expect(address).to_contain_text("Ciao mondo / ??")
    editor.picture("address-refused")
    address.get_by_role("button", name="Ricavalo dal titolo").click()
    expect(address).to_contain_text("Si ricava dal titolo quando la pagina è pubblicata")

    page.get_by_role("tab", name="Testo").click()
    text = segment(page, "Sommario")
    text.get_by_role("button", name="Traduci").click()
    editor.asked.clear()
    text.get_by_role("button", name="Salva").click()
    expect(text.get_by_role("button", name="Traduci")).to_be_visible()
    assert "DELETE" not in editor.asked
    text.get_by_role("button", name="Traduci").click()
    text.locator("textarea").press_sequentially("Music on the quay.", delay=PACE)
    page.get_by_role("tab", name="Promozione").click()
    page.get_by_role("tab", name="Testo").click()
    expect(text).to_contain_text("Music on the quay.")
    expect(text.locator("textarea")).to_have_count(0)
    text.get_by_role("button", name="Modifica").click()
    text.locator("textarea").fill("")  # the next test finds the event as it was
    text.get_by_role("button", name="Salva").click()
    expect(text.get_by_role("button", name="Traduci")).to_be_visible()
    assert editor.faults == []


def test_stopping_is_asked_first(editor):
    page = editor.page
    page.get_by_role("button", name="Altre azioni").click()
    page.get_by_role("button", name="Interrompi la traduzione sincronizzata").click()
    expect(page.locator("main")).to_contain_text("non arriveranno più qui da sole")
    editor.picture("stopping")
    page.get_by_role("link", name="Continua a tradurre").click()
    expect(page.get_by_role("button", name="Pubblica in inglese")).to_be_visible()


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
    expect(title).to_contain_text(TITLE[:10])
    title.get_by_role("button", name="Modifica").click()
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
    expect(page.locator("main")).to_contain_text("è ancora in italiano")
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


def test_what_is_typed_is_saved_in_a_pause_and_published_with_its_field_open(desk):
    dario = opened(desk(TRANSLATOR), WAITING)
    page, questions = dario.page, []
    page.on("dialog", lambda dialog: (questions.append(dialog.message), dialog.accept()))
    text = segment(page, "Sommario")
    field = text.locator("textarea")
    text.get_by_role("button", name="Traduci").click()
    field.press_sequentially("Music on", delay=PACE)
    expect(text.get_by_role("status")).to_contain_text("Salvato così com’è")
    expect(field).to_be_focused()
    field.press_sequentially(" the quay", delay=PACE)
    expect(text.get_by_role("status")).to_contain_text("Salvato così com’è")
    dario.picture("saved-in-a-pause")
    page.reload()
    expect(text).to_contain_text("Music on the quay")
    text.get_by_role("button", name="Modifica").click()
    field.press("End")
    field.press_sequentially(" at dawn", delay=PACE)
    page.get_by_role("button", name="Pubblica in inglese").click()
    page.get_by_role("button", name="Pubblica comunque in inglese").click()
    dario.told("Pubblicato (Inglese)")
    assert questions == [] and dario.faults == []
    page.goto("/en/events/una-mattina-in-fabbrica/")
    expect(page.locator("main")).to_contain_text("Music on the quay at dawn")


def test_what_was_saved_in_a_pause_is_published_without_a_question(desk):
    dario = opened(desk(TRANSLATOR), WAITING)
    page, questions = dario.page, []
    page.on("dialog", lambda dialog: (questions.append(dialog.message), dialog.accept()))
    text = segment(page, "Sommario")
    text.get_by_role("button", name="Traduci").or_(text.get_by_role("button", name="Modifica")).click()
    text.locator("textarea").press_sequentially("Dawn on the quay", delay=PACE)
    expect(text.get_by_role("status")).to_contain_text("Salvato così com’è")
    page.get_by_role("button", name="Pubblica in inglese").click()
    page.get_by_role("button", name="Pubblica comunque in inglese").click()
    dario.told("Pubblicato (Inglese)")
    assert questions == [] and dario.faults == []
