"""Calls ticked for a comparison stay ticked while the visitor leafs through the list."""

import pytest

pytestmark = pytest.mark.browser

COMPARE, NUMBER = "[data-go]", "[data-number]"


def test_ticks_of_two_pages_arrive_and_a_fifth_is_too_many(open_page):
    page = open_page("/it/bandi/?status=any", 390)
    boxes = page.locator(".pick input")
    boxes.nth(1).check()
    assert page.locator(NUMBER).inner_text() == "1 scelto"
    first = page.url
    page.locator("a[rel=next]").click()
    page.wait_for_url("**page=2**")
    for number in range(3):
        boxes.nth(number).check()
    assert page.locator(NUMBER).inner_text() == "4 scelti"
    boxes.nth(3).click()
    assert not boxes.nth(3).is_checked()
    assert "al massimo 4" in page.locator(".picked [role=status]").inner_text()
    page.goto(first)
    assert boxes.nth(1).is_checked() and not boxes.nth(0).is_checked()
    page.locator(COMPARE).click()
    page.wait_for_url("**/confronta/?s=*")
    assert page.locator("a.remove").count() == 4
    page.locator("a.remove").first.click()
    page.wait_for_function("document.querySelectorAll('a.remove').length === 3")
    page.goto(first)
    assert page.locator(NUMBER).inner_text() == "3 scelti"
    page.locator("[data-clear]").click()
    assert page.locator(COMPARE).is_hidden()
    assert page.locator("input[name=s]:checked").count() == 0
