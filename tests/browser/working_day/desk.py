"""Somebody at the admin: what they see, and what they do on more than one page."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from .people import Person


class Album:
    """Keeps pictures in a folder, numbered in the order in which they were taken."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.taken = 0

    def keep(self, page: Page, name: str) -> None:
        self.taken += 1
        page.screenshot(
            path=self.folder / f"{self.taken:02}-{name}.png", full_page=True, animations="disabled"
        )


class Desk:
    """A person's browser, logged in: with the cookies of before, where there are some."""

    def __init__(self, page: Page, person: Person, password: str, album: Album, cookies: dict[str, list]):
        self.page, self.person, self._album = page, person, album
        if person.login in cookies:
            page.context.add_cookies(cookies[person.login])
            page.goto("/admin/")
        if person.login not in cookies or "/login/" in page.url:  # somebody may have logged out since
            page.goto("/admin/login/")
            page.fill("#id_username", person.login)
            page.fill("#id_password", password)
            page.click("button[type=submit]")
        expect(self.panels).not_to_have_count(0)
        cookies[person.login] = page.context.cookies()

    def picture(self, name: str) -> None:
        self._album.keep(self.page, f"{self.person.login}-{name}")

    def first_page(self) -> None:
        self.page.goto("/admin/")

    @property
    def panels(self) -> Locator:
        """The lists of the first page, or the sentence that nothing waits."""
        return self.page.locator("main .w-panel, main p")

    def panel(self, title: str) -> Locator:
        """A list of the first page, by the beginning of its title."""
        heading = self.page.get_by_role("heading", name=title)
        return self.page.locator("main section.w-panel").filter(has=heading)

    def row(self, panel: str, title: str) -> Locator:
        return self.panel(panel).get_by_role("row").filter(has_text=title)

    def told(self, text: str) -> None:
        """The message at the top of the page."""
        expect(self.page.locator(".messages")).to_contain_text(text)

    def menu(self, name: str) -> None:
        """Follow an entry of the main menu."""
        self.page.locator(".sidebar").get_by_role("link", name=name, exact=True).click()
        expect(self.page.get_by_role("heading", level=1, name=name)).to_be_visible()
