"""axe finds nothing: on any kind of page, either language, phone and desk, day and night."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .paths import LISTS, PATHS, first_below, verdict_below
from .widths import at_widths

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}}
DARK = ["/it/chi-siamo/", "/it/", "/it/bandi/", "/it/cerca/?q=cinema", "/it/progetti/"]


def violations(page) -> str:
    found = Axe().run(page, options=RULES).response["violations"]
    return "\n".join(
        f"{page.url}: {rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    )


@at_widths(PATHS)
def test_lists_and_special_pages(open_page, path, width):
    assert not violations(open_page(path, width))


@at_widths(LISTS)
def test_one_page_of_each_kind(open_page, path, width):
    page = open_page(path, width)
    page.goto(first_below(page, path))
    assert not violations(page)


@at_widths(["/it/bandi/", "/en/funding/"])
def test_the_verdict_on_a_sheet(open_page, path, width):
    page = open_page(path, width)
    page.goto(verdict_below(page, path))
    assert not violations(page)
    page.locator("main summary").first.click()
    assert not violations(page)


@pytest.mark.parametrize(
    "path", ["/it/chi-siamo/", "/it/", "/it/bandi/", "/it/cerca/?q=cinema", "/it/progetti/"]
)
def test_in_the_dark(open_page, path):
    assert not violations(open_page(path, 390, color_scheme="dark"))
