"""Large letters, wide spacing, words without an end: whatever the visitor or the editor brings, a page
scrolls down only, no number is cut in two, and a heading breaks between its words."""

import pytest

from .paths import LISTS, PATHS, first_below

pytestmark = pytest.mark.browser

LONG = "x" * 200
ADDRESS = "https://www.example.org/" + "abcdefgh" * 8
TYPED = [
    f"/it/bandi/?q={LONG}",
    f"/it/bandi/?q={ADDRESS}&grantor={LONG}",
    f"/it/cerca/?q={LONG}",
    f"/it/cerca/?q={ADDRESS}&topic={LONG}",
    f"/it/bandi/confronta/?s={LONG}&q={LONG}",
]
KINDS = [path for path in PATHS if path.startswith("/it/")]
# WCAG 2.2, 1.4.12
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""
# Width in px, size of the letters in percent, style of the visitor's own.
VIEWS = [(390, 200, ""), (320, 200, ""), (320, 100, ""), (1280, 100, SPACING)]
SET = """([percent, style]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  document.documentElement.style.fontSize = `${percent}%`;
  for (const one of document.querySelectorAll(".filters, .filters details")) one.open = true;
}"""
# Numbers, and words of headings, that lie on two lines. A word of fifteen letters may.
BROKEN = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const broken = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent.checkVisibility() || parent.closest("script, style, code, .visually-hidden")) continue;
    for (const word of node.data.matchAll(/\S+/g)) {
      const number = /^[€\d.,]+$/.test(word[0]);
      const short = parent.closest("h1, h2, h3") && /^[\p{L}.,:;]{2,14}$/u.test(word[0]);
      if (!number && !short) continue;
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const parts = [...range.getClientRects()].filter((one) => one.width > 1);
      if (new Set(parts.map((one) => one.top | 0)).size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""


def wrong(page) -> list[str]:
    """What does not fit, in every view of the page."""
    found = []
    for width, percent, style in VIEWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(SET, [percent, style])
        if (wide := page.evaluate("() => document.documentElement.scrollWidth")) > width:
            found.append(f"{width} px, {percent} %: {wide} px wide")
        found += [f"{width} px, {percent} %: {word}" for word in page.evaluate(BROKEN)]
    return found


def test_every_kind_of_page_scrolls_down_only_and_breaks_between_words(open_page):
    page = open_page("/it/")
    below = [first_below(page, path) for path in LISTS[::2]]
    found = {}
    for path in [*KINDS, *below, *TYPED]:
        page.goto(path)
        if here := wrong(page):
            found[path[:80]] = here
    assert not found


def test_the_search_field_of_large_letters_shows_what_is_typed(open_page):
    page = open_page("/it/", 390)
    page.evaluate(SET, [200, ""])
    assert page.locator("main input[type=search]").bounding_box()["width"] >= 240
