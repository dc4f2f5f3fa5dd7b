"""One journey: steps in a random order, and what a person sees and the site has after each."""

from datetime import datetime, timedelta

from playwright.sync_api import expect

from tests.browser.human import Hands

from .window import APPROVE, PUBLISH, JourneyError, Window

STEPS = 6
WORDS = ("oggi", "domani", "ora", "poi", "qui", "forse")
LONGEST = 60  # of what is typed; the fields are short


class Journey(Window):
    """In the form of a page or a snippet. Raises ``JourneyError``."""

    def go(self) -> None:
        self.open()
        self.expected = self.field.input_value()
        for _ in range(STEPS):
            step = self.chance.choice(list(self.steps()))
            self.done.append(step.__name__)
            step()
            self.pause()

    def steps(self):
        """Those that can be done now; typing more often than the others."""
        yield from (self.writes, self.writes, self.writes_and_waits, self.saves)
        yield from (self.previews, self.errs, self.is_overtaken, self.restores)
        if self.has(PUBLISH):  # not beside "Approve and publish"
            yield from (self.publishes, self.schedules)
        if self.has("[name=action-submit]"):
            yield from (self.submits, self.submits)
        if self.has(APPROVE):
            yield from (self.approves, self.approves, self.rejects, self.rejects)
        if self.stored.is_live:
            yield self.unpublishes

    @property
    def field(self):
        return self.page.locator(f"#id_{self.thing.field}")

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
        self._has_stored()

    def previews(self) -> None:
        toggle = self.page.locator('[data-side-panel-toggle="preview"]')
        if toggle.count():
            toggle.click()
            self.pause(800, 1500)
            toggle.click()

    def saves(self) -> None:
        self.send()
        self.look()

    def publishes(self) -> None:
        self.send(PUBLISH)
        self.look()
        self.expect(self.stored.latest_is_live, "what was published is not what is public")

    def submits(self) -> None:
        self.send("[name=action-submit]")
        self.look()
        self.expect(self.stored.workflow == "in_progress", "nobody was asked for approval")

    def approves(self) -> None:
        self.send(APPROVE)
        self.look()
        self.expect(self.stored.latest_is_live, "what was approved is not what is public")

    def rejects(self) -> None:
        self.click_action("[data-workflow-action-name=reject]")
        self.page.locator(".modal-dialog textarea").fill("Da rivedere")
        self.leave(self.page.locator(".modal-dialog [type=submit]").click)
        self.look()
        self.expect(self.stored.workflow == "needs_changes", "the author is not asked for changes")

    def schedules(self) -> None:
        """For the next days, and takes it back: until then nobody can edit it."""
        when = datetime.now() + timedelta(days=self.chance.randint(2, 9))
        self._schedule(f"{when:%d/%m/%Y %H:%M}")
        self.send(PUBLISH)
        self.look()
        self.expect(self.stored.is_scheduled, "nothing was scheduled")
        self.leave(self.page.locator("[data-w-action-url-value*=unschedule]").first.click)
        self.look()
        self.expect(not self.stored.is_scheduled, "it is still scheduled")
        self._schedule("")
        self.publishes()

    def _schedule(self, moment: str) -> None:
        self.open_schedule()
        self.page.locator("#id_go_live_at").fill(moment)
        self.leave(self.page.locator("#schedule-publishing-dialog .action-save").click)
        self.look()

    def errs(self) -> None:
        """Leaves out what may not be empty, is told at the field, and mends it."""
        required = self.page.locator(f"#id_{self.thing.required}")
        before = required.input_value()
        required.fill("")
        self.send(PUBLISH if self.has(PUBLISH) else APPROVE)
        told = self.page.locator(".w-field__errors .error-message").count()
        self.expect(told, "an empty field was published")
        self.expect(self.field.input_value() == self.expected, "the refused form has lost what was typed")
        self.page.locator(f"#id_{self.thing.required}").fill(before)
        self.saves()

    def is_overtaken(self) -> None:
        """By oneself in a second window: is told, and saves again. What was typed here is saved first: this
        window would overtake the other."""
        self.saves()
        other = self.page.context.new_page()
        other.goto(self.address)
        second = Hands(other, self.chance.randrange(1000))
        second.type(other.locator(f"#id_{self.thing.field}"), " via")
        second.sees_saved()
        other.close()
        self.page.bring_to_front()
        self.send()
        self.expect("in un’altra finestra" in self.messages(), f"not told of it: {self.messages()}")
        self.saves()

    def restores(self) -> None:
        self.saves()
        history = self.page.locator("a[href*='/history/']").first.get_attribute("href")
        self.page.goto(history)
        earlier = self.page.locator("a[href*='/revert/']")
        if not earlier.count():
            self.open()
            return
        self.page.goto(earlier.last.get_attribute("href"))
        self.expected = self.field.input_value()
        self.leave(self.page.locator("footer [type=submit]").first.click)
        self.look()

    def unpublishes(self) -> None:
        self.saves()
        self.page.goto(self.address.replace("/edit/", "/unpublish/"))
        self.leave(self.page.locator("main form [type=submit]").first.click)
        self.look()
        self.expect(not self.stored.is_live, "it is still public")

    # What is looked at after each deed.
    def look(self) -> None:
        """Nothing was refused, and the form as it is opened anew has what was typed."""
        if self.page.locator(".messages .error").count():
            raise JourneyError(f"refused: {self.messages()}")
        self.open()
        found = self.field.input_value()
        # Spaces at the ends are not kept.
        self.expect(found.split() == self.expected.split(), f"typed “{self.expected}”, found “{found}”")
        self.expected = found
        self._has_stored()

    def _has_stored(self) -> None:
        words = self.stored.words
        if words is not None and words.split() != self.expected.split():
            raise JourneyError(f"typed “{self.expected}”, stored “{words}”")
