"""A publication that was refused for what stands inside blocks: counted, named, and led to."""

import re

import pytest
from playwright.sync_api import expect

from .form import PageForm
from .people import CHIEF
from .test_saving import ARTICLE, a_page

pytestmark = pytest.mark.browser


def test_each_mistake_inside_blocks_is_counted_named_and_led_to(desk):
    window = a_page(ARTICLE)(desk(CHIEF))
    page = window.page
    page.get_by_role("tab", name="Promozione").click()
    page.locator("#id_slug").fill("innovacultura-al-via")
    page.get_by_role("tab", name="Testo", exact=True).click()
    form = PageForm(window.desk)
    form.add_heading("Il molo")
    form.add_heading("")
    window.tries("Pubblica")
    said = "Non pubblicato. Campi da correggere: 2."
    expect(page.locator(".messages .error")).to_contain_text(said)
    expect(page.locator(".messages .error li")).to_have_count(2)
    expect(page.locator(".messages .error")).to_contain_text(re.compile(r"blocco \d+ \(Titoletto\)"))
    empty = page.locator("[data-streamfield-child]").last.locator("input[type=text]")
    foot = page.locator("footer .refused")
    expect(foot).to_contain_text(said)
    expect(empty).to_be_focused()
    for tab in ("Testo", "Promozione"):
        expect(
            page.get_by_role("tab", name=re.compile(f"^{tab}")).locator(".w-tabs__errors")
        ).to_contain_text("1")
    window.desk.picture("refused-blocks")
    foot.get_by_role("button", name="Vai al campo").click()
    expect(page.locator("#id_slug")).to_be_focused()
    foot.get_by_role("button", name="Vai al campo").click()
    expect(empty).to_be_focused()
    page.keyboard.type("Il mare", delay=80)
    expect(foot).to_contain_text("Campi da correggere: 1.")
    expect(page.locator(".messages .error")).to_contain_text("Campi da correggere: 1.")


def test_the_foot_leads_into_a_block_and_into_a_row(desk):
    window = a_page(ARTICLE)(desk(CHIEF))
    page = window.page
    page.wait_for_timeout(2500)  # from then on the form is watched
    promotion, lead = (
        page.get_by_role("tab", name="Promozione"),
        page.get_by_role("button", name="Vai al campo"),
    )
    address = page.locator("[data-streamfield-child] input[name$='-value-url']").first
    address.press_sequentially("non un indirizzo", delay=60)
    promotion.click()
    window.foot("(Pulsante) · Indirizzo esterno: ")
    lead.click()
    expect(address).to_be_focused()
    address.fill("")
    window.types("!")
    window.sees_saved()
    expect(lead).to_have_count(0)
    page.get_by_role("tab", name=re.compile("^Collegamenti")).click()
    page.get_by_role("button", name="Aggiungi Tema").click()
    promotion.click()
    window.foot("Tema (")
    lead.click()
    row = page.locator("[data-inline-panel-child]").filter(has=page.get_by_role("button", name="Scegli")).last
    expect(row.locator(":focus")).to_be_visible()
    window.desk.picture("led-into-a-row")
