"""Everything can be reached and worked with the keyboard alone, and one always sees where one is."""

import pytest
from playwright.sync_api import expect

from .widths import at_widths

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const e = document.activeElement;
  // The link of a card shows its focus around the whole card.
  const rings = [e, e.closest(".card")].filter(Boolean).map(ring => getComputedStyle(ring));
  const text = e.textContent.trim().slice(0, 40);
  const outline = rings.some(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2);
  const width = e.getBoundingClientRect().width;
  return {tag: e.tagName, href: e.getAttribute("href") || "", text, outline, width};
}"""
WORKABLE = "a[href], button, input, select, textarea, summary"
REACHABLE = f"""() => [...document.querySelectorAll("{WORKABLE}")]
  .filter(e => e.checkVisibility({{visibilityProperty: true}}))
  .filter(e => !e.disabled && e.type !== "hidden")
  .filter((e, at, all) => e.type !== "radio" || all.findIndex(one => one.name === e.name) === at).length"""


def walk(page, limit=400):
    """Every element that Tab reaches, in order."""
    seen = []
    for _step in range(limit):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["tag"] == "BODY":
            break
        seen.append(focused)
    return seen


@at_widths(["/it/", "/it/bandi/", "/it/bandi/fa-per-noi/", "/en/search/?q=cultura", "/it/eventi/"])
def test_everything_is_reached_and_seen(open_page, path, width):
    page = open_page(path, width)
    seen = walk(page)
    # Radio buttons of one group are a single stop.
    assert len(seen) >= page.evaluate(REACHABLE) * 0.95
    assert [stop for stop in seen if not stop["outline"]] == []


def test_the_first_stop_leads_past_the_menu(open_page):
    page = open_page("/it/")
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUSED)
    assert first["href"].startswith("#") and first["width"] > 1
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.closest('main') !== null || location.hash !== ''")


def test_the_menu_of_a_phone_opens_and_closes_with_escape(open_page):
    page = open_page("/it/", 390)
    summary = page.locator("header summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("header details[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("header details[open]").count() == 0
    assert page.evaluate("() => document.activeElement.tagName") == "SUMMARY"


def test_nothing_is_lost_without_javascript(open_page):
    page = open_page("/it/", 390, java_script_enabled=False)
    page.locator("header summary").first.click()
    page.locator("header nav a[href='/it/bandi/']:visible").click()
    assert page.url.endswith("/it/bandi/")


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize(
    "path", ["/it/bandi/voucher-piccoli-editori/", "/it/bandi/confronta/?s=cultura-cresce&s=nuova-marcora"]
)
def test_a_label_s_explanation_opens_leads_on_and_closes_with_escape(open_page, path, key, javascript):
    page = open_page(path, 390, java_script_enabled=javascript)
    label = page.locator(".tip").first
    tip = page.locator(f"#{label.get_attribute('popovertarget')}")
    label.focus()
    expect(tip).to_be_hidden()
    page.keyboard.press(key)
    expect(tip).to_be_visible()
    page.keyboard.press("Tab")
    expect(tip.locator("a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(label).to_be_focused()


def test_an_explanation_opens_by_touch_and_never_on_paper(open_page):
    page = open_page("/it/bandi/voucher-piccoli-editori/", 390, has_touch=True)
    label = page.locator(".tip").nth(3)
    tip = page.locator(f"#{label.get_attribute('popovertarget')}")
    label.tap()
    expect(tip).to_be_in_viewport(ratio=1)
    page.emulate_media(media="print")
    expect(label).to_be_visible()
    expect(tip).to_be_hidden()


def test_calls_are_chosen_and_compared_without_javascript(open_page):
    page = open_page("/it/bandi/?status=any", 390, java_script_enabled=False)
    page.locator(".pick input").nth(2).check()
    page.get_by_role("button", name="Tieni i bandi scelti").click()
    assert page.locator("[data-number]").inner_text() == "1 scelto"
    page.locator("a[rel=next]").click()
    assert page.locator("[data-number]").inner_text() == "1 scelto"
    page.locator(".pick input").nth(0).check()
    page.locator("[data-go]").click()
    assert "/it/bandi/confronta/?s=" in page.url
    assert page.locator(".compare thead a[href*='/it/bandi/']:not(.remove)").count() == 2


@pytest.mark.parametrize("scripts", [True, False])
def test_whether_it_fits_can_be_asked_by_keyboard_on_a_phone(open_page, scripts):
    page = open_page("/it/bandi/fa-per-noi/", 390, java_script_enabled=scripts)
    page.locator("[name=home]").focus()
    page.keyboard.type("Puglia")
    page.locator("[name=field][value=culture]").focus()
    page.keyboard.press("Space")
    page.locator("[name=need]").focus()
    page.keyboard.type("40.000")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fa-per-noi/?*show=1*")
    assert "home=ITF4" in page.url and "field=culture" in page.url and "need=40.000" in page.url
    assert page.evaluate("document.activeElement.id") == "answer"
    assert page.locator("h1").inner_text() in page.title()
    assert page.locator(".card-fit").count() == page.locator(".sheet-card").count() > 0
    page.go_back()
    assert page.locator("[name=home]").input_value() == "ITF4"
    assert page.locator("[name=need]").input_value() == "40.000"
    page.go_forward()
    page.locator(".card-fit a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/bandi/*/fa-per-noi/?*")
    assert page.locator(".criteria dt").count() >= 6
