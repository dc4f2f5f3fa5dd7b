"""Typed, saved by itself, and saved by hand: whatever has happened in between."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.human import Hands

from .desk import Desk
from .form import PageForm
from .people import CHIEF, EXPERT
from .yesterday import ENGLISH

pytestmark = pytest.mark.browser

ARTICLE = "Marsiglia"
SHEET = "caseificio"
MINE, THEIRS = "in un’altra finestra", f"{CHIEF.name} ha salvato un’altra versione"


class Window(Hands):
    """A form in somebody's browser."""

    def __init__(self, desk: Desk, address: str, field: str = "#id_summary"):
        super().__init__(desk.page)
        self.desk, self.address, self.selector = desk, address, field
        self.page.goto(address)
        self.field = self.page.locator(field)

    def types(self, text: str) -> None:
        self.type(self.field, text)

    def tries(self, action: str = "") -> None:
        form = PageForm(self.desk, self.selector)
        form.choose(action) if action else form.save_draft()

    def saves(self, action: str = "") -> None:
        self.tries(action)
        expect(self.page.locator(".messages .success")).to_be_visible()
        expect(self.page.locator(".messages .error")).to_have_count(0)

    def has_kept(self) -> None:
        """What stood in the field is what the site has."""
        typed = self.field.input_value()
        self.page.goto(self.address)
        expect(self.field).to_have_value(typed)

    def foot(self, words: str) -> None:
        """The sentence beside the buttons."""
        expect(self.page.locator("footer .footer__save-warning")).to_contain_text(words, timeout=60_000)


def a_page(words: str):
    def find(desk: Desk) -> Window:
        desk.page.goto(f"/admin/pages/search/?q={words}")
        address = desk.page.locator("main a[href$='/edit/']").first.get_attribute("href")
        return Window(desk, address)

    return find


def a_topic(desk: Desk) -> Window:
    desk.page.goto("/admin/snippets/core/topic/")
    address = desk.page.locator("main .title a").first.get_attribute("href")
    return Window(desk, address, "#id_name")


# An article is what most of the tests below are about.
KINDS = {
    "article": pytest.param(a_page(ARTICLE), marks=pytest.mark.long),
    "sheet": a_page(SHEET),
    "translation": a_page(ENGLISH),
    "topic": a_topic,
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_the_form_has_saved_by_itself_never_stands_in_its_way(desk, kind):
    window = kind(desk(CHIEF))
    window.types("a")  # before the page has been there for two seconds
    window.sees_saved()
    window.saves()
    window.types("b")
    window.sees_saved()
    window.saves("Pubblica")
    window.page.goto(window.address)
    expect(window.field).to_have_value(re.compile("ab$"))


def test_what_is_saved_by_hand_waits_for_what_is_on_its_way(desk):
    """Were it sent at once, the older text would come after it."""
    window = a_page(ARTICLE)(desk(CHIEF))
    window.page.wait_for_timeout(2500)  # from then on the form is watched
    held, by_hand = [], []

    def hold(route):
        if route.request.method != "POST":
            return route.continue_()
        if "json" in route.request.headers.get("accept", ""):
            return held.append(route)
        by_hand.append(route.request)
        return route.continue_()

    window.page.route("**/edit/", hold)
    with window.page.expect_request(lambda request: request.method == "POST", timeout=60_000):
        window.types("c")
    window.page.keyboard.press("Control+s")
    window.page.wait_for_timeout(700)
    assert (len(held), len(by_hand)) == (1, 0)
    held[0].continue_()
    expect(window.page.locator(".messages .success")).to_be_visible()
    window.page.unroute("**/edit/")
    window.types("d")
    window.saves()
    window.page.goto(window.address)
    expect(window.field).to_have_value(re.compile("cd$"))


def test_words_typed_without_a_pause_into_the_text_are_saved_at_once(desk):
    window = a_page(ARTICLE)(desk(CHIEF))
    text = window.page.locator(".Draftail-Editor [contenteditable=true]").first
    text.click()
    window.page.keyboard.press("Control+End")
    window.page.keyboard.type(" Subito", delay=90)
    window.page.keyboard.press("Control+s")
    expect(window.page.locator(".messages .success")).to_be_visible()
    window.page.goto(window.address)
    expect(window.page.locator(".Draftail-Editor [contenteditable=true]").first).to_contain_text("Subito")


def test_what_is_typed_while_an_answer_is_on_its_way_is_saved_as_well(desk):
    window = a_page(ARTICLE)(desk(CHIEF))

    def slowly(route):
        answer = route.fetch()
        if route.request.method == "POST":
            time.sleep(1.5)
        route.fulfill(response=answer)

    window.page.route("**/edit/", slowly)
    window.types(" ora")
    window.sees_saved()
    window.page.unroute("**/edit/")
    window.has_kept()


@pytest.mark.parametrize(("other", "told"), [(CHIEF, MINE), (EXPERT, THEIRS)], ids=["window", "person"])
def test_who_is_overtaken_is_told_and_goes_on(desk, other, told):
    first = a_page(SHEET)(desk(CHIEF))
    second = Window(desk(other), first.address)
    first.types("x")
    first.sees_saved()
    second.types("yz")
    second.foot("è stata salvata un’altra versione")
    second.tries()
    message = second.page.locator(".messages")
    expect(message).to_contain_text(told)
    expect(message).to_contain_text("La tua è diversa in: Sommario")
    expect(second.field).to_have_value(re.compile("yz$"))
    second.desk.picture("overtaken")
    second.types("!")
    second.saves()
    second.has_kept()


def test_after_the_session_has_ended_a_login_in_another_tab_is_enough(desk, password):
    window = a_page(ARTICLE)(desk(CHIEF))
    context = window.page.context
    context.clear_cookies(name="sessionid")
    window.types("q")
    window.foot("La sessione è scaduta")
    _log_in(context.new_page(), password)
    window.page.bring_to_front()
    window.sees_saved()
    context.clear_cookies(name="sessionid")
    window.types("r")
    window.tries()
    expect(window.page.get_by_role("alert")).to_contain_text("La sessione è scaduta")
    with context.expect_page() as tab:
        window.page.get_by_role("link", name="Accedi in un’altra scheda").click()
    _log_in(tab.value, password)
    window.page.bring_to_front()
    window.page.get_by_role("button", name="Salva quello che ho scritto").click()
    expect(window.field).to_have_value(re.compile("qr$"))
    expect(window.page.locator(".messages .success")).to_be_visible()


def _log_in(page, password: str) -> None:
    page.goto("/admin/login/")
    page.fill("#id_username", CHIEF.login)
    page.fill("#id_password", password)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def test_without_a_connection_it_is_said_and_saved_later(desk):
    window = a_page(ARTICLE)(desk(CHIEF))
    window.page.context.set_offline(True)
    window.types("s")
    window.page.get_by_role("button", name="Salva bozza").click()
    window.foot("La connessione è interrotta")
    window.types("t")
    expect(window.field).to_have_value(re.compile("st$"))
    window.page.get_by_role("button", name="Salva bozza").click()
    window.page.wait_for_timeout(500)
    expect(window.page.get_by_role("button", name="Salva bozza")).to_be_enabled()
    expect(window.field).to_have_value(re.compile("st$"))
    window.desk.picture("without-connection")
    window.page.context.set_offline(False)
    window.sees_saved()
    window.saves()


def test_what_was_pressed_without_a_connection_is_told_until_it_is_pressed_again(desk):
    """What saves itself afterwards is a draft only."""
    window = a_page(ARTICLE)(desk(CHIEF))
    told = window.page.locator("footer .undone")
    window.types("u")
    window.sees_saved()
    window.page.context.set_offline(True)
    form = PageForm(window.desk, window.selector)
    form.press("Pubblica")
    expect(told).to_contain_text("Non pubblicato. Quando la connessione torna, premi di nuovo «Pubblica».")
    form.press("Pubblica")
    expect(told).to_have_count(1)
    window.types("v")
    window.page.context.set_offline(False)
    window.sees_saved()
    expect(told).to_contain_text("Non pubblicato. La connessione è tornata: premi di nuovo «Pubblica».")
    window.desk.picture("not-published")
    window.saves("Pubblica")
    expect(told).to_have_count(0)
    window.page.goto(window.address)
    expect(window.field).to_have_value(re.compile("uv$"))
    expect(window.page.get_by_role("link", name="Pubblicata Visibile a tutti")).to_be_visible()
