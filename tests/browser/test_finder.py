"""The finder answers in place: results, counts, address, focus and message follow each choice; without
JavaScript the same form does the same by loading the page."""

import pytest

from .test_accessibility import violations
from .widths import either, fits

pytestmark = pytest.mark.browser

MANY = (
    "/it/bandi/?q=sipario&status=open&status=closing&status=forthcoming&beneficiary=cooperative"
    "&beneficiary=enterprise&region=ITC4&region=IT&sector=culture&mission=M1&component=M1C3&amount=1000"
    "&closes_before=2099-12-31&closes_after=2020-01-01&sort=title&per=25"
)
HEADING = "#results"
SAID = "#finder-said"


@pytest.fixture(params=[390, 1280])
def finder(request, open_page):
    """The finder on a phone and on a desk, with its filters in sight; a mark tells whether it is reloaded."""
    page = open_page("/it/bandi/", request.param)
    page.evaluate("() => { window.sameDocument = true }")
    if request.param < 992:
        page.locator(".filters > summary").click()
    return page


def not_reloaded(page) -> bool:
    return page.evaluate("() => window.sameDocument === true")


def focused(page) -> str:
    return page.evaluate("() => [document.activeElement.id, document.activeElement.name].join()")


def tick(page, name: str, value: str):
    box = page.locator(f"input[name={name}][value='{value}']")
    with page.expect_response(lambda response: f"{name}={value}" in response.url):
        box.focus()
        page.keyboard.press("Space")
    page.wait_for_function("() => !document.querySelector('#finder-results[aria-busy]')")


def test_a_choice_changes_everything_that_depends_on_it(finder):
    before = finder.locator(HEADING).inner_text()
    count = finder.locator("label:has(input[value=cooperative]) .count").inner_text()
    tick(finder, "beneficiary", "cooperative")
    assert not_reloaded(finder)
    assert finder.url.endswith("/it/bandi/?beneficiary=cooperative")
    heading = finder.locator(HEADING).inner_text()
    assert heading != before
    assert heading.split()[0] == count
    assert finder.locator(SAID).text_content().strip() == heading
    assert finder.locator(SAID).get_attribute("role") == "status"
    assert finder.locator(".chips .chip").count() == 1
    assert focused(finder) == ",beneficiary"
    assert finder.locator("input[value=cooperative]").is_checked()


def test_the_other_language_and_the_head_follow_what_is_chosen(open_page):
    page = open_page("/it/bandi/", 1280)
    page.locator("#finder-words").press_sequentially("sipario", delay=120)
    page.wait_for_url("**/it/bandi/?q=sipario")
    english = page.locator(".lang a[hreflang=en]")
    page.wait_for_function("document.title.includes('sipario')")
    assert english.get_attribute("href").endswith("?q=sipario")
    assert page.locator("link[rel=canonical]").get_attribute("href").endswith("/it/bandi/?q=sipario")
    assert "q=sipario" in page.locator("link[type='application/rss+xml']").get_attribute("href")


def test_back_and_forward_go_through_the_choices(finder):
    before = finder.locator(HEADING).inner_text()
    tick(finder, "beneficiary", "cooperative")
    tick(finder, "status", "open")
    chosen = finder.locator(HEADING).inner_text()
    finder.go_back()
    finder.wait_for_url("**/it/bandi/?beneficiary=cooperative")
    finder.wait_for_selector("input[value=open]:not(:checked)", state="attached")
    finder.go_back()
    finder.wait_for_function("text => document.querySelector('#results').innerText === text", arg=before)
    assert not finder.locator("input[value=cooperative]").is_checked()
    finder.go_forward()
    finder.go_forward()
    finder.wait_for_function("text => document.querySelector('#results').innerText === text", arg=chosen)
    assert not_reloaded(finder)


def test_words_are_asked_when_the_typing_pauses_and_nothing_typed_is_lost(finder):
    asked = []
    finder.on("request", lambda request: asked.append(request.url) if "q=" in request.url else None)
    field = finder.locator("#finder-words")
    field.focus()
    length = finder.evaluate("() => history.length")
    finder.keyboard.type("cul", delay=20)
    finder.keyboard.type("tura", delay=20)
    finder.wait_for_url("**/it/bandi/?q=cultura")
    finder.keyboard.type(" teatro", delay=20)
    finder.wait_for_url("**/it/bandi/?q=cultura+teatro")
    assert field.input_value() == "cultura teatro"
    assert focused(finder) == "finder-words,q"
    assert len(asked) == 2
    assert finder.evaluate("() => history.length") == length + 1


def test_enter_asks_in_place_whatever_has_been_chosen_before(finder):
    tick(finder, "beneficiary", "cooperative")
    finder.wait_for_url("**/it/bandi/?beneficiary=cooperative")
    finder.locator("#finder-words").fill("cultura")
    finder.keyboard.press("Enter")
    finder.wait_for_url("**/it/bandi/?q=cultura&beneficiary=cooperative")
    assert focused(finder) == "finder-words,q"
    assert not_reloaded(finder)


def test_only_the_last_question_is_answered(finder):
    slow = []

    def later(route):
        slow.append(route)

    finder.route("**/it/bandi/?status=open", later)
    finder.locator("input[name=status][value=open]").check(no_wait_after=True)
    finder.wait_for_selector("#finder-results[aria-busy]")
    finder.locator("input[name=beneficiary][value=cooperative]").check(no_wait_after=True)
    finder.wait_for_url("**/?status=open&beneficiary=cooperative")
    assert len(slow) == 1
    assert finder.locator("input[name=status][value=open]").is_checked()


def test_a_chip_goes_and_the_focus_goes_to_what_it_left(finder):
    tick(finder, "beneficiary", "cooperative")
    finder.locator(".chip").first.focus()
    finder.keyboard.press("Enter")
    finder.wait_for_url("**/it/bandi/")
    finder.wait_for_selector(".chip", state="detached")
    assert focused(finder).startswith("results")
    assert not_reloaded(finder)


def test_order_size_and_pages_work_in_place(finder):
    finder.locator("#finder-sort").select_option("title")
    finder.wait_for_url("**/it/bandi/?sort=title")
    finder.wait_for_function("() => !document.querySelector('[aria-busy]')")
    first = finder.locator(".results h3").first.inner_text()
    finder.locator(".pagination [rel=next]").click()
    finder.wait_for_url("**/it/bandi/?sort=title&page=2")
    finder.wait_for_function("text => document.querySelector('.results h3').innerText !== text", arg=first)
    assert focused(finder).startswith("results")
    finder.locator("#finder-per").select_option("25")
    finder.wait_for_url("**/it/bandi/?sort=title&per=25")
    finder.wait_for_function("() => document.querySelectorAll('.sheet-card').length > 10")
    assert not_reloaded(finder)


def test_what_closes_soon_is_one_click(finder):
    finder.locator("#pick-1-3").click()
    finder.wait_for_url("**/?closes_before=*")
    finder.wait_for_selector("#pick-1-3[aria-current]")
    assert focused(finder).startswith("pick-1-3")
    assert finder.locator(".chip").count() == 1


def test_groups_that_a_visitor_opened_stay_open(finder):
    group = finder.locator("[data-facet=sector]")
    group.locator("summary").first.click()
    tick(finder, "status", "open")
    assert finder.locator("[data-facet=sector]").get_attribute("open") is not None


def test_when_asking_fails_the_browser_goes_there_itself(finder):
    finder.route("**/it/bandi/?status=open", lambda route: route.abort(), times=1)
    finder.locator("input[name=status][value=open]").check(no_wait_after=True)
    finder.wait_for_url("**/it/bandi/?status=open*")
    finder.wait_for_function("() => window.sameDocument === undefined")
    assert finder.locator("input[name=status][value=open]").is_checked()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_same_without_javascript(open_page, width):
    page = open_page("/it/bandi/", width, java_script_enabled=False)
    if width < 992:
        page.locator(".filters > summary").click()
    count = page.locator("label:has(input[value=cooperative]) .count").inner_text()
    page.locator("input[name=beneficiary][value=cooperative]").check()
    page.locator(".filters > button").click()
    assert "beneficiary=cooperative" in page.url
    assert page.locator(HEADING).inner_text().split()[0] == count
    page.locator(".chip").first.click()
    assert page.url.endswith("/it/bandi/")
    page.locator("#pick-1-2").click()
    assert page.locator("#pick-1-2[aria-current]").count() == 1


def without_the_bar(page):
    """What the bar at the lower edge lies over comes out by scrolling; axe sees it as too small to touch."""
    page.eval_on_selector_all(".show-results", "all => all.forEach(one => { one.hidden = true })")


def test_a_bar_on_the_phone_says_what_a_choice_did(open_page):
    page = open_page("/it/bandi/", 390)
    assert not page.locator(".show-results").is_visible()
    page.locator(".filters > summary").click()
    names = page.locator("[data-facet=region] label").all_inner_texts()
    tick(page, "beneficiary", "cooperative")
    bar = page.locator(".show-results")
    assert bar.inner_text() == f"Mostra {page.locator(HEADING).inner_text()}"
    assert bar.bounding_box()["y"] + bar.bounding_box()["height"] <= 900
    after = page.locator("[data-facet=region] label").all_inner_texts()
    assert [one.split("\n")[0] for one in after] == [one.split("\n")[0] for one in names]
    bar.click()
    page.wait_for_function("() => document.activeElement.id === 'results'")


@either
def test_axe_finds_nothing_with_many_filters(open_page, width):
    page = open_page(MANY, width)
    assert page.locator(".chip").count() == 13
    page.eval_on_selector_all(".filters, .filters details", "all => all.forEach(one => { one.open = true })")
    without_the_bar(page)
    assert not violations(page)
    page.locator("input[name=status][value=open]").uncheck()
    page.wait_for_function("() => document.querySelectorAll('.chip').length === 12")
    without_the_bar(page)
    assert not violations(page)
    fits(page, width)


def test_filters_are_heard_while_somebody_types(finder):
    """Each pause is answered; no key and no focus is lost; a click makes words of a filter again."""
    field = finder.locator("#finder-words")
    field.click()
    for part in ("cooper", "ative a ", "Tara", "nto"):
        field.press_sequentially(part, delay=90)
        finder.wait_for_timeout(600)
    heard = finder.locator(".understood .chip")
    heard.nth(1).wait_for()
    assert field.input_value() == "cooperative a Taranto"
    assert focused(finder) == "finder-words,q"
    assert [text.split("\n")[0] for text in heard.all_inner_texts()][1] == "Puglia (Taranto)"
    heard.nth(1).click()
    finder.wait_for_url("**literal=taranto*")
    finder.wait_for_function("() => document.querySelectorAll('.understood .chip').length === 1")
    assert field.input_value() == "cooperative a Taranto"
    assert not_reloaded(finder)
