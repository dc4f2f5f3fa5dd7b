"""A site that takes its time, a line that is interrupted: what is typed is neither lost nor refused."""

import pytest
from playwright.sync_api import expect

from tests.browser.slow_line import slow_line

from .desk import Desk
from .form import PageForm
from .people import CHIEF
from .test_saving import ARTICLE, Window, a_page

pytestmark = pytest.mark.browser

NEW = "/admin/pages/add/news/articlepage/4/"
WATCHED = 2500  # milliseconds until the form is watched
# Nothing else tells what is on a page while another one is loaded.
LOOK = """() => setInterval(() => console.log(JSON.stringify({
    told: document.querySelector(".sending")?.innerText, summary: document.querySelector("#id_summary").value,
})), 100)"""


@pytest.fixture
def line(site):
    with slow_line(site) as made:
        yield made


@pytest.fixture
def slow_desk(open_page, password, album, cookies, line):
    """The editor-in-chief's, at the end of that line."""
    return Desk(open_page("about:blank", base_url=line.address), CHIEF, password, album, cookies)


def seen(page) -> list[str]:
    """What the page says from now on, as it looks every tenth of a second."""
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.evaluate(LOOK)
    return said


def wait_for(page, said: list[str], words: str) -> None:
    for _ in range(600):
        if said and words in said[-1]:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{words} is not in {said[-1:]}")


def waiting_page(desk, line, title: str) -> Window:
    """A new page that has saved itself for the first time, and waits for the answer."""
    desk.page.goto(NEW)
    desk.page.wait_for_timeout(WATCHED)
    line.hold("self")
    window = Window(desk, NEW, "#id_title")
    window.types(title)
    for _ in range(100):
        if line.sent:
            break
        desk.page.wait_for_timeout(100)
    return window


def test_a_form_that_is_sent_takes_nothing_more_until_somebody_goes_on_writing(slow_desk, line):
    window = a_page(ARTICLE)(slow_desk)
    page = window.page
    page.wait_for_timeout(WATCHED)
    window.types("a")
    window.sees_saved()
    before = window.field.input_value()
    said = seen(page)
    line.hold("hand")
    page.keyboard.press("Control+s")
    page.keyboard.type("nothing of this", delay=80)
    wait_for(page, said, "aspetta la risposta")
    assert before in said[-1] and "nothing of this" not in said[-1]
    wait_for(page, said, "Il sito tarda a rispondere")
    page.keyboard.press("Enter")  # the button has the focus
    wait_for(page, said, '"told":""')
    page.keyboard.type("bc", delay=150)  # where they were
    wait_for(page, said, f"{before}bc")
    line.let_go()
    window.sees_saved()
    window.saves("Pubblica")
    page.goto(window.address)
    expect(window.field).to_have_value(f"{before}bc")


def test_a_new_page_that_waits_fifteen_seconds_for_its_first_answer_is_one_page(slow_desk, line):
    page = slow_desk.page
    window = waiting_page(slow_desk, line, "Quindici")
    window.type(page.locator("#id_summary"), "secondi")
    PageForm(slow_desk).press("Pubblica")
    page.wait_for_timeout(12_000)
    expect(page.locator(".sending")).to_contain_text("Il sito tarda a rispondere")
    slow_desk.picture("takes-long")
    assert line.sent == ["self"]
    line.let_go()
    expect(page.locator(".messages .success")).to_be_visible()
    page.goto("/admin/pages/search/?q=Quindici")
    expect(page.locator("main .title a").filter(has_text="Quindici")).to_have_count(1)
    page.locator("main a[href$='/edit/']").first.click()
    expect(page.locator("#id_summary")).to_have_value("secondi")


def test_a_line_that_is_lost_and_comes_back_keeps_everything_and_makes_nothing_twice(slow_desk, line):
    page = slow_desk.page
    window = waiting_page(slow_desk, line, "Interrotta")
    line.is_cut = True  # the site has made the page, and the form does not hear of it
    line.let_go()
    window.foot("La connessione è interrotta")
    PageForm(slow_desk).press("Pubblica")
    expect(page.locator("footer .undone")).to_contain_text("Non pubblicato")
    head = page.locator(".w-autosave-indicator")
    window.type(page.locator("#id_summary"), "e ripresa")
    expect(head).to_contain_text("in pausa")  # as the foot says
    line.is_cut = False
    window.sees_saved()
    expect(page.locator("footer .footer__save-warning")).to_be_hidden()
    PageForm(slow_desk).choose("Pubblica")
    expect(page.locator(".messages .success")).to_be_visible()
    page.goto("/admin/pages/search/?q=Interrotta")
    expect(page.locator("main .title a").filter(has_text="Interrotta")).to_have_count(1)
