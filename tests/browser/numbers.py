"""Numbers of a page that are broken over two lines."""

from playwright.sync_api import Page

BROKEN = r"""() => {
  const broken = [], walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const found of node.data.matchAll(/€?\d[\d.,]*\d(?:\u00a0[€%])?/g)) {
      range.setStart(node, found.index)
      range.setEnd(node, found.index + found[0].length)
      const boxes = [...range.getClientRects()].filter(box => box.width)
      const tops = new Set(boxes.map(box => Math.round(box.top)))
      if (tops.size > 1) broken.push(found[0])
    }
  }
  return broken
}"""


def broken_numbers(page: Page) -> list[str]:
    """The numbers in the main part that do not lie on one line, with their sign."""
    return page.evaluate(BROKEN)
