"""The translator at a glossary term and at a topic: what is typed there is kept as it is on pages."""

import pytest
from playwright.sync_api import expect

from .people import TRANSLATOR
from .test_translator import PACE, segment
from .yesterday import TERM, TOPIC

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(desk):
    """The English version of an entry, as a list of the admin leads to it."""

    def opened(kind: str, name: str):
        dario = desk(TRANSLATOR)
        dario.faults = []
        dario.page.on("pageerror", lambda fault: dario.faults.append(str(fault)))
        dario.page.goto(f"/admin/snippets/core/{kind}/?locale=en&q={name}")
        dario.page.get_by_role("link", name=name).first.click()
        return dario

    return opened


def write(page, name: str, text: str, button: str = "Traduci"):
    row = segment(page, name)
    row.get_by_role("button", name=button).click()
    row.locator("textarea").press("End")
    row.locator("textarea").press_sequentially(text, delay=PACE)
    return row


def test_a_term_is_saved_in_pauses_and_published_with_its_fields_open(opened):
    dario = opened("glossaryterm", TERM)
    page = dario.page
    write(page, "Termine", "Deposit")
    page.get_by_role("button", name="Pubblica in inglese").click()
    expect(page.locator("main")).to_contain_text("è ancora in italiano")
    page.get_by_role("link", name="Continua a tradurre").click()
    expect(segment(page, "Termine")).to_contain_text("Deposit")

    row = write(page, "Spiegazione", "A sum left")
    expect(row.get_by_role("status")).to_contain_text("Salvato così com’è")
    dario.picture("term-saved-in-a-pause")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(segment(page, "Spiegazione")).to_contain_text("A sum left")
    write(page, "Spiegazione", " as a guarantee.", button="Modifica")
    page.get_by_role("button", name="Pubblica in inglese").click()
    dario.told("Pubblicato")
    expect(segment(page, "Spiegazione")).to_contain_text("A sum left as a guarantee.")
    assert dario.faults == []


def test_a_topic_is_saved_when_its_field_is_left(opened):
    dario = opened("topic", TOPIC)
    page = dario.page
    row = write(page, "Nome", "Historic theatres")
    page.locator(".js-translation-editor h3", has_text="Nome").click()
    expect(row.locator("textarea")).to_have_count(0)
    expect(row).to_contain_text("Historic theatres")
    page.get_by_role("button", name="Pubblica in inglese").click()
    dario.told("Pubblicato")
    page.reload()
    expect(segment(page, "Nome")).to_contain_text("Historic theatres")
    assert dario.faults == []
