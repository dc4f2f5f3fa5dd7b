"""A form that somebody has sent: what it was saving by itself comes first, and nothing comes after."""

import re

import pytest
from playwright.sync_api import expect

from .form import PageForm
from .people import CHIEF
from .test_saving import Window, a_page

pytestmark = pytest.mark.browser

ARTICLE = "laboratorio"  # of its own: it is left as sent back, and asks before it is published
SECONDS = 60  # the machine may be busy with other tests


class Line:
    """Between a window and the site: what is sent waits until it is let go."""

    def __init__(self, window: Window):
        self.page, self.by_itself, self.by_hand = window.page, [], []
        self.page.route("**/edit/", self._hold)

    def _hold(self, route) -> None:
        if route.request.method != "POST":
            return route.continue_()
        by_itself = "json" in route.request.headers.get("accept", "")
        return (self.by_itself if by_itself else self.by_hand).append(route)

    def wait_for(self, sent: list) -> None:
        for _ in range(SECONDS * 10):
            if sent:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("nothing was sent")

    def is_quiet(self, by_itself: int, by_hand: int) -> None:
        """For longer than a form takes to save itself, nothing more is sent than so many."""
        self.page.wait_for_timeout(2000)
        assert (len(self.by_itself), len(self.by_hand)) == (by_itself, by_hand)

    def answer(self) -> None:
        with self.page.expect_navigation():
            self.by_hand[0].continue_()
        self.page.unroute("**/edit/")


def test_who_asks_for_changes_while_the_form_saves_itself_is_never_in_their_own_way(desk):
    """Wagtail sends the form by a program then, which tells no listener of it."""
    window = a_page(ARTICLE)(desk(CHIEF))
    window.saves("Invia per l’approvazione")
    window.page.goto(window.address)
    window.page.wait_for_timeout(2500)  # from then on the form is watched
    line = Line(window)
    window.types("c")
    line.wait_for(line.by_itself)
    form = PageForm(window.desk, window.selector)
    form.press("Richiedi modifiche")
    form.comment("Da rivedere")
    line.is_quiet(1, 0)
    line.by_itself.pop().continue_()
    line.wait_for(line.by_hand)
    line.is_quiet(0, 1)
    line.answer()
    window.desk.told("rimandata")
    window.page.goto(window.address)
    expect(window.field).to_have_value(re.compile("c$"))
    window.types("d")
    window.sees_saved()
    window.has_kept()
