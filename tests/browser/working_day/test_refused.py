"""A form that was refused: the place of the first mistake is open, and nothing that was typed is gone."""

import re
import secrets

import pytest
from playwright.sync_api import expect

from .form import PageForm
from .people import CHIEF, EXPERT
from .test_saving import ARTICLE, SHEET, a_page

pytestmark = pytest.mark.browser

LONG = "parola " * 1430


def test_the_tab_and_the_dialog_of_a_mistake_are_open(desk):
    window = a_page(ARTICLE)(desk(CHIEF))
    page = window.page
    page.get_by_role("tab", name="Promozione").click()
    page.locator("#id_slug").fill("innovacultura-al-via")
    page.get_by_role("tab", name="Testo", exact=True).click()
    window.types("mentre")
    window.tries()
    expect(page.locator("#id_slug")).to_be_visible()
    expect(page.locator("#id_slug")).to_be_focused()
    expect(page.locator(".error-message", has_text="già usata")).to_have_count(1)
    window.desk.picture("refused-tab")
    page.locator("#id_slug").fill("missione-marsiglia-imprese-creative")
    page.click('[data-side-panel-toggle="status"]')
    page.click('[data-a11y-dialog-show="schedule-publishing-dialog"]')
    page.locator("#id_expire_at").fill("2020-01-01 10:00")
    page.locator("#schedule-publishing-dialog .action-save").dispatch_event("click")
    expect(page.locator("#id_expire_at")).to_be_visible()
    expect(page.get_by_text("deve essere nel futuro").first).to_be_visible()
    window.desk.picture("refused-dialog")
    page.locator("#id_expire_at").fill("")
    page.locator("#schedule-publishing-dialog .action-save").dispatch_event("click")
    expect(page.locator(".messages .success")).to_be_visible()
    window.page.goto(window.address)
    expect(window.field).to_have_value(re.compile("mentre$"))


def test_a_title_of_ten_thousand_letters_stays_and_is_refused_at_the_field(desk):
    window = a_page(ARTICLE)(desk(CHIEF))
    window.page.locator("#id_title").select_text()
    window.page.keyboard.insert_text(LONG)  # as a paste: the browser would cut it at an input's maxlength
    expect(window.page.locator(".text-length.over")).to_contain_text("di 255 caratteri")
    window.tries()
    expect(window.page.locator("#id_title")).to_have_value(LONG)
    expect(window.page.locator(".w-field__errors .error-message").first).to_be_visible()


def test_a_page_that_is_deleted_under_the_hands_leaves_the_text(desk):
    carla = desk(CHIEF)
    carla.page.goto("/admin/pages/add/news/articlepage/4/")
    carla.page.locator("#id_title").press_sequentially(f"Prova {secrets.token_hex(3)}", delay=120)
    carla.page.wait_for_url("**/edit/**")  # it saves itself, and has its own address then
    number = re.search(r"/pages/(\d+)/edit/", carla.page.url)[1]
    first, second = (carla.page.context.new_page() for _ in range(2))
    for other in (first, second):
        other.goto(f"/admin/pages/{number}/delete/")
    for other in (first, second):
        other.locator("form[action*='/delete/'] [type=submit]").click()
    expect(second.get_by_role("main")).to_contain_text("eliminato da Carla Neri, ")
    carla.page.bring_to_front()
    carla.page.locator("#id_summary").press_sequentially("Un sommario", delay=90)
    saying = carla.page.locator("footer .footer__save-warning")
    expect(saying).to_contain_text("sono stati eliminati", timeout=60_000)
    expect(saying).to_contain_text("eliminato da Carla Neri, ")
    carla.page.get_by_role("button", name="Salva bozza").click()
    expect(carla.page.locator("#id_summary")).to_have_value("Un sommario")
    carla.picture("deleted")


def test_a_message_goes_when_its_mistake_is_corrected_and_saved(desk):
    window = a_page(ARTICLE)(desk(CHIEF))
    page = window.page
    slug = page.locator("#id_slug").input_value()
    page.get_by_role("tab", name="Promozione").click()
    page.locator("#id_slug").fill("innovacultura-al-via")
    page.get_by_role("tab", name="Testo", exact=True).click()
    PageForm(window.desk).add_heading("")
    window.tries("Pubblica")
    expect(page.locator(".messages .error")).to_be_visible()
    heading = page.locator("[data-streamfield-child]").last
    missing = heading.locator(".error-message")
    expect(page.locator(".error-message", has_text="già usata")).to_have_count(1)
    expect(missing).to_have_count(1)
    page.wait_for_timeout(1000)  # the form goes to its first mistake
    page.get_by_role("tab", name="Promozione").click()
    page.locator("#id_slug").fill(slug)
    expect(page.locator(".error-message", has_text="già usata")).to_have_count(0, timeout=15_000)
    expect(page.get_by_role("tab", name="Promozione")).to_have_text(
        re.compile(r"^\s*Promozione\s*(\(\))?\s*$")
    )
    expect(missing).to_have_count(1)  # a draft may lack it, a publication not
    page.get_by_role("tab", name=re.compile("^Testo")).click()
    heading.locator("input[type=text]").press_sequentially("Il molo", delay=60)
    expect(missing).to_have_count(0, timeout=15_000)
    expect(page.locator(".messages .error")).to_have_count(0)
    window.desk.picture("corrected")


def test_what_cannot_be_saved_is_told_beside_its_field_until_it_is_corrected(desk):
    """While somebody writes: nothing is pressed."""
    window = a_page(SHEET)(desk(EXPERT))
    page = window.page
    page.get_by_role("tab", name="Che cosa si paga").click()
    amount = page.locator("#id_grant_max")
    beside = page.locator("[data-field]", has=amount).locator(".error-message")
    overview = page.locator("[data-minimap-container] .w-minimap-item__errors")
    amount.fill("")
    amount.press_sequentially("50,000", delay=90)
    window.foot("si può leggere come 50.000 o come 50")
    expect(beside).to_have_count(0)  # nobody is told while he writes
    amount.press("Tab")
    expect(beside).to_contain_text("si può leggere come 50.000 o come 50")
    expect(overview).to_have_count(1)
    window.desk.picture("told-beside")
    amount.fill("")
    amount.press_sequentially("50.000", delay=90)
    expect(beside).to_have_count(0, timeout=1_000)
    foot = page.locator("footer .footer__container", has=page.locator(".footer__save-warning"))
    expect(foot).to_have_class(re.compile("--hidden"), timeout=1_000)
    window.sees_saved()
    expect(overview).to_have_count(0)
    amount.fill("")
    amount.press_sequentially("50mila", delay=60)
    window.sees_saved()
    expect(amount).to_have_value("50mila")  # nothing changes under the hands
    amount.press("Tab")
    expect(amount).to_have_value("50.000")
    page.get_by_role("tab", name="Promozione").click()
    slug = page.locator("#id_slug")
    before = slug.input_value()
    slug.fill("Idee Cooperative: è già domani!")
    slug.press("Tab")
    expect(slug).to_have_value("idee-cooperative-e-gia-domani")
    slug.fill(before)
    window.sees_saved()
