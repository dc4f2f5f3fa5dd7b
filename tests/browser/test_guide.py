"""The guide in a real browser: the bar on public pages, the pattern library, the checklist."""

import pytest
from playwright.sync_api import expect

from .test_accessibility import violations
from .widths import either, fits

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(open_page, site_folder):
    """A page of a logged-in editor, at a width; what the console said is in ``complaints``."""

    def log_in(width=1280):
        page = open_page("/admin/login/", width)
        name, password = (site_folder / "demo-login.txt").read_text().split()
        page.fill("#id_username", name)
        page.fill("#id_password", password)
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        page.complaints = []
        page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    return log_in


@either
def test_the_bar_opens_and_checks_the_page_without_a_word_of_the_console(editor, width):
    page = editor(width)
    page.goto("/it/chi-siamo/", wait_until="networkidle")
    bar = page.locator("wagtail-userbar")
    bar.locator("#wagtail-userbar-trigger").click()
    assert bar.locator("#wagtail-userbar-items > li").count() == 5
    bar.locator("#checker-trigger").click()
    bar.locator(".w-dialog__title, #checker-results").first.wait_for(state="visible")
    expect(bar.locator("[data-content-checker-count]").first).to_have_text("0")
    assert page.complaints == []
    fits(page, width)


def test_a_visitor_has_no_bar(open_page):
    assert open_page("/it/chi-siamo/").locator("wagtail-userbar").count() == 0


@either
def test_the_pattern_library_is_within_reach_of_everybody(editor, width):
    page = editor(width)
    page.goto("/admin/patterns/frame/", wait_until="networkidle")
    assert not violations(page)
    fits(page, width)
    assert page.complaints == []


def test_the_checklist_opens_beside_the_form(editor):
    page = editor()
    page.goto("/it/progetti/innovacultura/")
    page.goto(page.locator("wagtail-userbar").locator('a[href*="/edit/"]').get_attribute("href"))
    page.click('[data-side-panel-toggle="checklist"]')
    expect(page.locator(".checklist p").first).to_be_visible()
