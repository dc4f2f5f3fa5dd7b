"""One journey: steps in a random order, and what the site must have after each."""

from playwright.sync_api import Page, expect

from tests.browser.human import Hands

from .things import Thing

STEPS = 7
WORDS = ("oggi", "domani", "ora", "poi", "qui", "forse")
LONGEST = 60  # of what is typed; the fields are short


class Journey(Hands):
    """``failure`` is empty as long as nothing is refused without a reason, and nothing lost."""

    def __init__(self, page: Page, seed: int, thing: Thing):
        super().__init__(page, seed)
        self.thing, self.done, self.failure = thing, [], ""
        self.expected = ""

    def go(self) -> None:
        self.page.goto(self.thing.listing)
        self.address = self.page.locator("main a[href*='/edit/']").first.get_attribute("href")
        self.open()
        self.expected = self.field.input_value()
        for _ in range(STEPS):
            step = self.chance.choice(list(self.steps()))
            self.done.append(step.__name__)
            step()
            if self.failure:
                return
            self.pause()

    def steps(self):
        """Those that can be done now; typing more often than the others."""
        yield from (self.writes, self.writes, self.writes_and_waits, self.saves, self.publishes)
        yield from (self.previews, self.errs, self.is_overtaken, self.restores)
        if self.page.locator("footer [name=action-submit]").count():
            yield self.submits
        if self.page.locator("footer [data-workflow-action-name=approve]").count():
            yield from (self.approves, self.rejects)
        yield self.unpublishes

    @property
    def field(self):
        return self.page.locator(self.thing.field)

    def open(self) -> None:
        self.page.goto(self.address)
        expect(self.field).to_be_visible()

    def writes(self) -> None:
        word = f" {self.chance.choice(WORDS)}"
        if len(self.expected) > LONGEST:
            self.field.fill("")
            self.expected = ""
        self.type(self.field, word)
        self.expected += word

    def writes_and_waits(self) -> None:
        self.writes()
        self.sees_saved()

    def previews(self) -> None:
        toggle = self.page.locator('[data-side-panel-toggle="preview"]')
        if toggle.count():
            toggle.click()
            self.pause(800, 1500)
            toggle.click()

    def saves(self) -> None:
        self.sends()

    def publishes(self) -> None:
        self.sends("[name=action-publish]")

    def submits(self) -> None:
        self.sends("[name=action-submit]")

    def approves(self) -> None:
        self.sends("[data-workflow-action-name=approve]")

    def rejects(self) -> None:
        self.click_action("[data-workflow-action-name=reject]")
        self.page.locator(".modal-dialog textarea").fill("Da rivedere")
        self.leave(lambda: self.page.locator(".modal-dialog [type=submit]").click())
        self.look()

    def errs(self) -> None:
        """Leaves out what may not be empty, is told at the field, and mends it."""
        required = self.page.locator(self.thing.required)
        before = required.input_value()
        required.fill("")
        self.send("[name=action-publish]")
        if not self.page.locator(".w-field__errors .error-message").count():
            self.failure = "an empty field was published"
        elif self.field.input_value() != self.expected:
            self.failure = "the refused form has lost what was typed"
        else:
            self.page.locator(self.thing.required).fill(before)
            self.sends()

    def is_overtaken(self) -> None:
        """By oneself in a second window: is told, and saves again. What was typed here is saved first: this
        window would overtake the other."""
        self.sends()
        other = self.page.context.new_page()
        other.goto(self.address)
        second = Hands(other, self.chance.randrange(1000))
        second.type(other.locator(self.thing.field), " altrove")
        second.sees_saved()
        other.close()
        self.page.bring_to_front()
        self.send()
        if "in un’altra finestra" not in self.messages():
            self.failure = f"not told of the other window: {self.messages()}"
        else:
            self.sends()

    def restores(self) -> None:
        self.sends()
        history = self.page.locator("a[href*='/history/']").first.get_attribute("href")
        self.page.goto(history)
        earlier = self.page.locator("a[href*='/revert/']")
        if earlier.count():
            self.page.goto(earlier.last.get_attribute("href"))
            self.expected = self.field.input_value()
            self.send("", button="footer [type=submit]")
            self.look()
        else:
            self.open()

    def unpublishes(self) -> None:
        self.sends()
        self.page.goto(self.address.replace("/edit/", "/unpublish/"))
        button = self.page.locator("main form [type=submit]")
        if "/unpublish/" not in self.page.url:  # it is not public, and Wagtail leads away
            self.open()
            return
        self.leave(lambda: button.first.click())
        self.look()

    # How it is sent, and what is looked at afterwards.
    def click_action(self, action: str) -> None:
        self.page.locator("footer button[aria-expanded=false]").click()
        self.page.locator(f"footer {action}").first.click()
        if action == "[name=action-publish]":
            self.confirm()

    def confirm(self) -> None:
        """Wagtail asks before something is published that waits for approval."""
        self.pause(600, 900)
        question = self.page.locator(".modal-dialog [data-confirm-cancellation]")
        if question.count():
            question.first.click()

    def leave(self, act) -> None:
        with self.page.expect_navigation():
            act()

    def send(self, action: str = "", button: str = "") -> None:
        plain = button or "footer button[type=submit]:not([name])"
        direct = not action or not self.page.locator("footer button[aria-expanded=false]").count()
        one = self.page.locator(f"footer {action}" if action else plain).first
        self.leave(one.click if direct else lambda: self.click_action(action))

    def sends(self, action: str = "") -> None:
        self.send(action)
        self.look()

    def messages(self) -> str:
        return " ".join(self.page.locator(".messages").first.inner_text().split())

    def look(self) -> None:
        """Nothing was refused, and the form as it is opened anew has what was typed."""
        if self.page.locator(".messages .error").count():
            self.failure = f"refused: {self.messages()}"
            return
        self.open()
        found = self.field.input_value()
        if found.split() != self.expected.split():  # spaces at the ends are not kept
            self.failure = f"typed “{self.expected}”, found “{found}”"
        self.expected = found
