"""The form of a page, as editors fill it in."""

import re

from playwright.sync_api import Locator, expect

from .desk import Desk


class PageForm:
    """Open in somebody's browser."""

    def __init__(self, desk: Desk, first_field: str = "#id_title"):
        self.page = desk.page
        expect(self.page.locator(first_field)).to_be_visible()

    def type_title(self, text: str) -> None:
        self.page.locator("#id_title").press_sequentially(text)

    def fill_summary(self, text: str) -> None:
        self.page.locator("#id_summary").fill(text)

    def add_heading(self, text: str) -> None:
        self._add_block("Titoletto").locator("input[type=text]").fill(text)

    def add_text(self, text: str) -> None:
        block = self._add_block("Testo")
        block.locator("[contenteditable=true]").click()
        self.page.keyboard.type(text)
        # The editor of rich text puts what was typed into the form a moment later.
        expect(block.locator("input[name$='-value']")).to_have_value(re.compile(re.escape(text)))

    def _add_block(self, kind: str) -> Locator:
        """Below those that are there."""
        blocks = self.page.locator("[data-streamfield-child]")
        there = blocks.count()
        self.page.locator("[data-streamfield-stream-container] .c-sf-add-button").nth(there).click()
        self.page.get_by_role("option", name=kind, exact=True).click()
        expect(blocks).to_have_count(there + 1)
        return blocks.nth(there)

    def open_panel(self, name: str) -> Locator:
        """One of the panels beside the form, by Wagtail's name for it."""
        self.page.click(f'[data-side-panel-toggle="{name}"]')
        panel = self.page.locator(f'[data-side-panel="{name}"]')
        expect(panel).to_be_visible()
        return panel

    def save_draft(self) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Salva bozza").click()

    def choose(self, action: str) -> None:
        """An entry of the menu beside "save draft", by its words."""
        with self.page.expect_navigation():
            self.press(action)

    def choose_with_comment(self, action: str, comment: str) -> None:
        """The same where Wagtail asks for a comment first."""
        self.press(action)
        with self.page.expect_navigation():
            self.comment(comment)

    def comment(self, words: str) -> None:
        dialog = self.page.locator(".modal-dialog")
        dialog.locator("textarea").fill(words)
        dialog.locator("[type=submit]").click(no_wait_after=True)

    def press(self, action: str) -> None:
        """Once, however long the site takes to answer: a second click would send the form twice."""
        if not self._entry(action).is_visible():
            self._open_menu()
        self._entry(action).click(no_wait_after=True)

    def _open_menu(self) -> None:
        self.page.click("footer button[aria-expanded=false]")

    def _entry(self, action: str) -> Locator:
        """What is scheduled names its moment after a colon."""
        name = re.compile(rf"^\s*{re.escape(action)}(:.*)?\s*$", re.DOTALL)
        return self.page.locator("footer").get_by_role("button", name=name)
