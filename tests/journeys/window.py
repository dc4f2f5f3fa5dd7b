"""A form in a browser window: how it is found, sent and looked at."""

import re
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as TimedOutError

from tests.browser.human import Hands

from .stored import Stored
from .things import Thing

CANDIDATES = 12
QUESTION_MS = 10_000  # until Wagtail asks, on a machine that is busy with other tests
FORM = "form[data-edit-form]"
PUBLISH = "[name=action-publish]"
APPROVE = "[data-workflow-action-name=approve]"
TRANSLATION = ".js-translation-editor"


class JourneyError(Exception):
    """Something was refused without a reason, lost, or is not as it was said to be."""


class Window(Hands):
    """``stored`` is what the site has of the thing whose form is open."""

    def __init__(self, page: Page, seed: int, thing: Thing, database: Path):
        super().__init__(page, seed)
        self.thing, self.done = thing, []
        self.address = self._find()
        self.stored = Stored(database, thing, re.search(r"/(\d+)/", self.address)[1])

    def _find(self) -> str:
        self.page.goto(self.thing.listing)
        links = self.page.locator("main a[href*='/edit/']").all()
        addresses = list(dict.fromkeys(link.get_attribute("href") for link in links))[:CANDIDATES]
        wanted = TRANSLATION if self.thing.translated else FORM
        for address in addresses:
            self.page.goto(address)
            if self.page.locator(wanted).count():
                return address
        raise JourneyError(f"nothing to edit in {self.thing.listing}")

    def leave(self, act) -> None:
        with self.page.expect_navigation():
            act()

    def messages(self) -> str:
        return " ".join(self.page.locator(".messages").first.inner_text().split())

    def expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            raise JourneyError(otherwise)

    # The footer's buttons.
    def has(self, action: str) -> bool:
        return bool(self.page.locator(f"footer {action}").count())

    def click_action(self, action: str) -> None:
        toggle = self.page.locator("footer button[aria-expanded=false]")
        if toggle.count():
            toggle.click()
        self.page.locator(f"footer {action}").first.click()
        if action == PUBLISH:
            self._confirm()

    def _confirm(self) -> None:
        """Wagtail asks before something is published that waits for approval."""
        if self.stored.workflow not in ("in_progress", "needs_changes"):
            return
        question = self.page.locator(".modal-dialog [data-confirm-cancellation]").first
        with suppress(TimedOutError):  # it has not asked, and the form is on its way
            question.click(timeout=QUESTION_MS, no_wait_after=True)

    def send(self, action: str = "") -> None:
        """By the first button, or by one of the menu beside it."""
        if action:
            self.leave(lambda: self.click_action(action))
        else:
            self.leave(self.page.locator("footer button[type=submit]:not([name])").first.click)

    def open_schedule(self) -> None:
        panel = self.page.locator('[data-side-panel="status"]')
        if not panel.is_visible():
            self.page.click('[data-side-panel-toggle="status"]')
        expect(panel).to_be_visible()
        panel.locator('[data-a11y-dialog-show="schedule-publishing-dialog"]').first.click()
        expect(self.page.locator("#id_go_live_at")).to_be_visible()
