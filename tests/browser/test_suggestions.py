"""Suggestions while typing, with the keyboard, the mouse and a screen reader in mind."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .widths import fits

pytestmark = pytest.mark.browser


@pytest.fixture(params=[390, 1280])
def box(open_page, request):
    """The box of the search page, with suggestions open."""
    page = open_page("/it/cerca/", request.param)
    box = page.locator("main input[data-suggest]").first
    box.press_sequentially("cultur")
    page.locator("[role=option]").first.wait_for()
    return box


def test_the_box_is_a_combobox_and_counts_what_it_suggests(box):
    page = box.page
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    options = page.locator(f"#{box.get_attribute('aria-controls')} [role=option]")
    assert 1 <= options.count() <= 8
    assert str(options.count()) in page.locator("main [role=status]").first.text_content()
    assert page.locator("[role=listbox]").get_attribute("aria-label")


def test_arrows_move_through_the_suggestions_and_back_to_the_box(box):
    page, count = box.page, box.page.locator("[role=option]").count()
    box.press("ArrowDown")
    first = page.locator("[role=option]").first
    assert box.get_attribute("aria-activedescendant") == first.get_attribute("id")
    assert first.get_attribute("aria-selected") == "true"
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == ""
    box.press("ArrowUp")
    assert page.locator("[role=option]").nth(count - 1).get_attribute("aria-selected") == "true"
    assert box.input_value() == "cultur"


def test_enter_follows_the_suggestion_and_without_one_searches(box):
    page = box.page
    box.press("Enter")
    page.wait_for_url("**/cerca/?*q=cultur*")
    box = page.locator("main input[data-suggest]").first
    box.fill("")
    with page.expect_response(lambda answer: answer.url.endswith("&q=cultur")):
        box.press_sequentially("cultur")
    page.locator("[role=option]").first.wait_for()
    box.press("ArrowDown")
    target = page.locator("[role=option]").first.get_attribute("data-url")
    box.press("Enter")
    page.wait_for_url(f"**{target}")


def test_escape_closes_and_keeps_what_was_typed(box):
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.page.locator("[role=option]").count() == 0
    assert box.input_value() == "cultur"


def test_a_click_follows_the_suggestion(box):
    option = box.page.locator("[role=option]").first
    target = option.get_attribute("data-url")
    option.click()
    box.page.wait_for_url(f"**{target}")


def test_leaving_the_box_closes_the_list(box):
    box.press("Tab")
    assert box.page.locator("[role=listbox]").is_hidden()


def test_nobody_is_shut_out_while_the_list_is_open(box):
    box.press("ArrowDown")
    found = Axe().run(box.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, found.generate_report()


def test_the_open_list_does_not_widen_the_page(box):
    fits(box.page, box.page.viewport_size["width"])
