"""Everything can be reached and worked with the keyboard alone, and one always sees where one is."""

import pytest

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
  .filter(e => !e.disabled && e.type !== "hidden").length"""


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


@pytest.mark.parametrize("path", ["/it/", "/it/bandi/", "/en/search/?q=cultura", "/it/eventi/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_everything_is_reached_and_seen(open_page, path, width):
    page = open_page(path, width)
    seen = walk(page)
    # Radio buttons of one group are a single stop, so never more than there are elements.
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
