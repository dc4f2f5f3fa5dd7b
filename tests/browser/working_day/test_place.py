"""Who saves a draft finds the tab and the place again, and reads what came of it there."""

import pytest
from playwright.sync_api import expect

from .people import CHIEF
from .test_saving import SHEET, a_page

pytestmark = pytest.mark.browser

TOP = "one => one.getBoundingClientRect().top"


@pytest.mark.parametrize("width", [390, 1280])
def test_save_draft_comes_back_to_the_tab_and_the_place(desk, width):
    page = a_page(SHEET)(desk(CHIEF, width)).page
    tab = page.get_by_role("tab", name="Quando", exact=True)
    tab.click()
    field = page.locator("#id_closes_on")
    field.evaluate("one => one.scrollIntoView({ block: 'center' })")
    before = field.evaluate(TOP)
    with page.expect_navigation():
        page.get_by_role("button", name="Salva bozza").click()
    expect(tab).to_have_attribute("aria-selected", "true")
    page.wait_for_function("document.querySelector('.messages.stays')")
    expect(page.locator(".messages")).to_be_in_viewport()
    expect(page.locator(".messages")).to_contain_text("Il pubblico")
    assert abs(field.evaluate(TOP) - before) < 200
    page.keyboard.press("Shift")
    expect(page.locator(".messages.stays")).to_have_count(0)
