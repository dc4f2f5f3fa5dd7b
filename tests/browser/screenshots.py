"""``make screenshots``: the pictures of the README and of the editors' handbook, taken from a running site
with the demonstration content."""

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from .chromium import chromium
from .server import running_site

TARGET = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
PICTURES = {
    "home": ("/it/", 1280, 1800),
    "home-phone": ("/it/", 390, 1800),
    "finder": ("/it/bandi/", 1280, 1500),
    "sheet": ("/it/bandi/voucher-piccoli-editori/", 1280, 1800),
    "project": ("/it/progetti/innovacultura/", 1280, 1800),
    "search": ("/it/cerca/?q=cinema", 1280, 1300),
}
ARTICLE = "/it/notizie/"


def nothing(page: Page) -> None:
    """The page as it opens."""


def panel(name: str) -> Callable[[Page], None]:
    """Opens a panel beside the form of a page."""

    def open_panel(page: Page) -> None:
        page.click(f'[data-side-panel-toggle="{name}"]')
        page.wait_for_timeout(600)

    return open_panel


def status_and_menu(page: Page) -> None:
    panel("status")(page)
    page.click("footer button[aria-expanded]")
    page.wait_for_timeout(400)


def when(page: Page) -> None:
    page.click('[role="tab"]:nth-of-type(3)')


def edit(path: str) -> Callable[[Page], str]:
    """The address of the form of the public page at ``path``."""

    def find(page: Page) -> str:
        page.goto(path)
        return page.locator("wagtail-userbar").locator('a[href*="/edit/"]').get_attribute("href")

    return find


def first_article(page: Page) -> str:
    page.goto(ARTICLE)
    return edit(page.locator(f'main a[href^="{ARTICLE}"]').first.get_attribute("href"))(page)


def first_picture(page: Page) -> str:
    page.goto("/admin/images/")
    return page.locator("a.image-choice").first.get_attribute("href")


# Where, and what is done there before the picture is taken.
ADMIN = {
    "admin-desk": ("/admin/", nothing),
    "admin-checklist": (first_article, panel("checklist")),
    "admin-publish": (first_article, status_and_menu),
    "admin-sheet": (edit("/it/bandi/voucher-piccoli-editori/"), when),
    "admin-blocks": ("/admin/patterns/", nothing),
    "admin-picture": (first_picture, nothing),
    "admin-import": ("/admin/funding/imports/", nothing),
}
LANGUAGES = ("it", "en")


def main(scratch: Path, wanted: set[str]) -> None:
    """Write one WebP for each picture, of the admin one in each language; ``wanted`` names a few of them."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with running_site(scratch) as site, chromium() as browser:
        take_public(browser, site, wanted)
        if not wanted or wanted & set(ADMIN):
            take_admin(browser, site, (scratch / "demo-login.txt").read_text().split(), wanted)


def take_public(browser: Browser, site: str, wanted: set[str]) -> None:
    for name, (path, width, height) in PICTURES.items():
        if not wanted or name in wanted:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(site + path, wait_until="networkidle")
            keep(page, name, 80)
            page.close()


def take_admin(browser: Browser, site: str, login: list[str], wanted: set[str]) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 860}, base_url=site)
    page.goto("/admin/login/")
    page.fill("#id_username", login[0])
    page.fill("#id_password", login[1])
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    for language in LANGUAGES:
        read_admin_in(page, language)
        for name, (where, act) in ADMIN.items():
            if not wanted or name in wanted:
                page.goto(where if isinstance(where, str) else where(page), wait_until="networkidle")
                act(page)
                keep(page, f"{name}-{language}", 65)
    page.close()


def read_admin_in(page: Page, language: str) -> None:
    page.goto("/admin/account/")
    page.fill("[name=name_email-first_name]", "Ada")
    page.fill("[name=name_email-last_name]", "Ferri")
    field = page.locator("[name=locale-preferred_language]")
    field.select_option(language)
    with page.expect_navigation():
        field.evaluate("field => field.form.submit()")


def keep(page: Page, name: str, quality: int) -> None:
    shot = Image.open(io.BytesIO(page.screenshot()))
    shot.save(TARGET / f"{name}.webp", quality=quality, method=6)
    print(name)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(Path(folder), set(sys.argv[1:]))
