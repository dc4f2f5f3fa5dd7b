"""A person at the keys: 80 to 400 ms a key, and no click before the eye has seen."""

import random
import time

from playwright.sync_api import Locator, Page, expect

KEY_MS = (80, 400)
SAVED_MS = 60_000  # the machine may be busy with other tests


class Hands:
    """Types into one window, always in the same way for the same seed."""

    def __init__(self, page: Page, seed: int = 1):
        self.page, self.chance = page, random.Random(seed)

    def type(self, field: Locator, text: str) -> None:
        """After what is there."""
        field.click()
        self.page.keyboard.press("Control+End")
        for key in text:
            self.page.keyboard.type(key)
            self.pause(*KEY_MS)

    def pause(self, shortest_ms: int = 300, longest_ms: int = 900) -> None:
        time.sleep(self.chance.uniform(shortest_ms, longest_ms) / 1000)

    def sees_saved(self) -> None:
        """The head says so, and the form has nothing that is not saved."""
        time.sleep(1.2)  # the form looks at itself every half second, and waits as long for the next key
        form = self.page.locator("form[data-edit-form]")
        expect(form).to_have_attribute("data-w-unsaved-has-edits-value", "false", timeout=SAVED_MS)
        expect(self.page.locator(".w-autosave-indicator__state--saved")).to_be_visible(timeout=SAVED_MS)
