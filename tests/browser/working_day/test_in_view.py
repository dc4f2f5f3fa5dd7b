"""Nothing of an editor's form is hidden: its tabs, what its foot says, and the way from field to field."""

import pytest
from playwright.sync_api import expect

from .people import CHIEF
from .test_saving import SHEET, a_page

pytestmark = pytest.mark.browser

AT_ITS_CENTRE = """one => {
  const box = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
}"""
BESIDE = """selectors => {
  const [first, second] = selectors.map(each => document.querySelector(each).getBoundingClientRect());
  return first.right <= second.left;
}"""
INSIDE = """() => [...document.querySelectorAll('form .w-form-width .w-field__input > input')].every(one => {
  const edge = each => each.getBoundingClientRect().right;
  return edge(one) <= edge(one.closest('.w-form-width'));
})"""
WIDTHS = (320, 390, 1024, 1280)


def uncovered(locator):
    """Wait until nothing lies over its middle: Wagtail slides its foot and sidebar to their places."""
    locator.page.wait_for_function(AT_ITS_CENTRE, arg=locator.element_handle())


def test_tabs_the_foot_and_the_next_field_are_in_view(desk):
    window = a_page(SHEET)(desk(CHIEF))
    page, sent = window.page, []
    page.on("request", lambda one: sent.append(one) if one.method == "POST" and "/edit/" in one.url else None)
    page.locator("#id_title").fill("")  # before Wagtail watches the form
    window.foot("Non ancora salvato. Titolo: ")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for tab in page.get_by_role("tab").all():
            uncovered(tab)
        expect(page.locator("footer .footer__save-warning p")).to_be_in_viewport(ratio=1)
        for button in page.locator("footer button[aria-expanded], footer .lead").all():
            expect(button).to_be_in_viewport(ratio=1)
            uncovered(button)
        window.desk.picture(f"foot-{width}")
        page.get_by_role("tab", name="Quando").click()
        page.wait_for_function(INSIDE)
        page.get_by_role("tab").first.click()
    page.locator('[data-side-panel-toggle="status"]').click()
    panel = page.locator(".form-side")
    for width in (1024, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        expect(panel).to_be_in_viewport(ratio=0.9)
        page.wait_for_function(BESIDE, arg=["footer .footer__save-warning", ".form-side"])
        window.desk.picture(f"foot-beside-panel-{width}")
    page.locator('[data-side-panel-toggle="status"]').click()
    page.locator("#id_title").focus()
    page.keyboard.press("Tab")
    expect(page.locator("[data-comment-add]:focus")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.locator("#id_summary")).to_be_focused()
    page.keyboard.press("Control+Alt+m")
    expect(page.locator(".comment__input")).to_be_focused()
    assert len(sent) == 1, "it is sent again although nothing has changed"
