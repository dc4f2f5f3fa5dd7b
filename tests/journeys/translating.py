"""A journey in the editor of translations, which saves each text by itself."""

from playwright.sync_api import expect

from .window import Window

STEPS = 6
WORDS = ("now", "later", "here", "perhaps", "tonight")


class Translating(Window):
    """Of the first text of the first tab. Raises ``JourneyError``."""

    def go(self) -> None:
        self.open()
        for _ in range(STEPS):
            step = self.chance.choice(self.steps)
            self.done.append(step.__name__)
            step()
            self.pause()

    expected = ""

    @property
    def steps(self):
        return (self.translates, self.translates, self.thinks_better, self.opens, self.publishes)

    @property
    def row(self):
        return self.page.locator("h3 + ul > li:visible").first

    def open(self) -> None:
        self.page.goto(self.address)
        expect(self.page.locator("h3 + ul > li").first).to_be_visible()

    def _begin(self) -> str:
        """What stood in the field before something was typed into it."""
        begin = self.row.get_by_role("button", name="Traduci")
        begin.or_(self.row.get_by_role("button", name="Modifica")).first.click()
        box = self.row.locator("textarea")
        before = box.input_value()
        if len(before) > 60:
            box.fill("Title")
        self.type(box, f" {self.chance.choice(WORDS)}")
        return before

    def translates(self) -> None:
        self._begin()
        words = self.row.locator("textarea").input_value()
        with self.page.expect_response(lambda answer: answer.request.method == "PUT"):
            self.row.get_by_role("button", name="Salva").click()
        expect(self.row.locator("textarea")).to_have_count(0)
        expect(self.row).to_contain_text(words)
        self.expected = words
        self.expect(self.stored.has_segment(words), f"typed “{words}”, which is not stored")

    def thinks_better(self) -> None:
        before = self._begin()
        self.row.get_by_role("button", name="Annulla").click()
        expect(self.row.locator("textarea")).to_have_count(0)
        expect(self.row).to_contain_text(before)

    def opens(self) -> None:
        self.open()
        self._sees()

    def _sees(self) -> None:
        expect(self.row).to_contain_text(self.expected)

    def publishes(self) -> None:
        self.leave(self.page.get_by_role("button", name="Pubblica in inglese").click)
        nevertheless = self.page.get_by_role("button", name="Pubblica comunque in inglese")
        if nevertheless.count():
            self.leave(nevertheless.click)
        self.expect(not self.page.locator(".messages .error").count(), f"refused: {self.messages()}")
        self._sees()
        self.expect(self.stored.latest_is_live, "what was published is not what is public")
        self.expect(self.expected in self.stored.content, "the version has not what was translated")
