"""What visitors type arrives, key by key, at the pace of people: in the finder, which answers meanwhile, and
in every other field of the public site.

``PACES`` gives other paces, in milliseconds a key: ``PACES=100,900``.
"""

import os
from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = pytest.mark.browser

PACES = [int(pace) for pace in os.environ.get("PACES", "20,450").split(",")]
DAYS = ("closes_before", "closes_after", "opens_after")
DAY_KEYS = "12122026"  # the same whether the browser shows the day first or the month
CALM = "() => !document.querySelector('[aria-busy]')"
ANSWERED = f"text => document.querySelector('#results').textContent !== text && ({CALM})()"
MARK = "one => { one.mark = true }"


def open_finder(open_page, width: int = 1280):
    page = open_page("/it/bandi/", width)
    if width < 992:
        page.locator(".filters > summary").click()
    page.locator("[data-facet=amount] > summary").click()
    return page


def type_keys(field, keys: str, pace: int) -> None:
    """Every key is in the field before the next one comes, and the field is still the same element."""
    field.focus()
    field.evaluate(MARK)
    before = field.input_value()
    for count in range(1, len(keys) + 1):
        field.page.keyboard.type(keys[count - 1])
        assert field.input_value() == before + keys[:count]
        field.page.wait_for_timeout(pace)
    assert field.evaluate("one => one.mark && one === document.activeElement")


def type_day(field, pace: int) -> None:
    """The year at this pace; day and month, which are no date yet, without a pause."""
    page = field.page
    field.focus()
    field.evaluate(MARK)
    page.keyboard.type(DAY_KEYS[:4])
    page.keyboard.type(DAY_KEYS[4:], delay=pace)
    assert field.evaluate("one => one.mark && one === document.activeElement")
    assert field.input_value() == "2026-12-12"
    while field.evaluate("one => one === document.activeElement"):
        page.keyboard.press("Tab")


def in_address(page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.mark.parametrize("pace", PACES)
def test_the_finder_keeps_every_key_and_the_address_says_what_the_fields_say(open_page, pace):
    page = open_finder(open_page, 390)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/it/bandi/?" in request.url else None)
    total = page.locator("#results").text_content()
    type_keys(page.locator("#finder-words"), "arte", pace)
    page.wait_for_url("**/it/bandi/?q=arte")
    type_keys(page.locator("#finder-amount"), "500", pace)
    page.wait_for_url("**/it/bandi/?q=arte&amount=500")
    page.wait_for_function(ANSWERED, arg=total)
    for name in DAYS:
        type_day(page.locator(f"[name={name}]"), pace)
        page.wait_for_url(f"**&{name}=2026-12-12")
    page.wait_for_function(CALM)
    assert in_address(page) == {"q": "arte", "amount": "500"} | dict.fromkeys(DAYS, "2026-12-12")
    assert not [url for url in asked if "=0" in url], "a day was asked for before it was whole"
    assert page.locator("#finder-amount").input_value() == "500"
    assert page.locator("#finder-said").text_content() == page.locator("#results").text_content()
    assert page.locator(".mistake:visible").count() == 0


def test_half_a_word_is_not_told_to_find_nothing(open_page):
    page = open_finder(open_page)
    said = "() => { const heading = () => document.querySelector('#results').textContent.trim();"
    page.evaluate(said + " window.told = []; setInterval(() => window.told.push(heading()), 20) }")
    page.locator("#finder-words").press_sequentially("xyzw", delay=600)
    page.wait_for_function("() => window.told.at(-1).startsWith('0 ')")
    told = list(dict.fromkeys(page.evaluate("window.told")))
    assert told[1:] == ["…", "0 bandi"]
    page.locator("#finder-words").press_sequentially("v")
    page.wait_for_url("**?q=xyzwv")


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize(
    ("path", "field", "keys"),
    [
        ("/it/bandi/fa-per-noi/", "#fit-need", "5.0"),
        ("/it/bandi/confronta/", "#compare-words", "art"),
        ("/it/cerca/", "#search-page-words", "art"),
        ("/it/", ".site-head input[name=q], main input[name=q]", "art"),
    ],
)
def test_every_other_field_keeps_every_key(open_page, path, field, keys, pace):
    type_keys(open_page(path, 390).locator(field).first, keys, pace)


@pytest.mark.parametrize("pace", PACES)
def test_whatever_one_does_in_a_field_is_done(open_page, pace):
    page = open_finder(open_page)
    field = page.locator("#finder-amount")
    type_keys(field, "5007", pace)

    def press(key: str, value: str, caret: int):
        page.keyboard.press(key)
        page.wait_for_timeout(pace)
        assert (field.input_value(), field.evaluate("one => one.selectionStart")) == (value, caret)

    press("Backspace", "500", 3)
    press("ArrowLeft", "500", 2)
    press("ArrowLeft", "500", 1)
    press("9", "5900", 2)
    press("8", "59800", 3)
    press("Backspace", "5900", 2)
    press("Delete", "590", 2)
    page.wait_for_url("**/?amount=590")
    press("Control+A", "590", 0)
    press("Control+C", "590", 0)
    press("ArrowRight", "590", 3)
    press("Control+V", "590590", 6)
    page.wait_for_url("**/?amount=590590")
    press("Control+Z", "590", 3)
    press("Control+Shift+Z", "590590", 6)
    page.wait_for_url("**/?amount=590590")
    page.wait_for_function(CALM)
    assert field.input_value() == "590590"


@pytest.mark.parametrize("pace", PACES)
def test_an_input_method_is_let_finish_its_word(open_page, pace):
    page = open_finder(open_page)
    field = page.locator("#finder-words")
    type_keys(field, "arte ", pace)
    page.wait_for_url("**/?q=arte")
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "q=" in request.url else None)
    session = page.context.new_cdp_session(page)
    for text in ("c", "ci", "cin", "cine"):
        session.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        )
        page.wait_for_timeout(pace)
        assert field.input_value() == f"arte {text}"
    assert not asked
    session.send("Input.insertText", {"text": "cinema"})
    page.wait_for_url("**/?q=arte+cinema")
    assert field.input_value() == "arte cinema"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_filter_ticked_meanwhile_takes_what_is_typed_along(open_page, width):
    page = open_finder(open_page, width)
    page.locator("#finder-amount").press_sequentially("500")
    half = page.locator("[name=closes_before]")
    half.focus()
    page.keyboard.type("1212")
    box = page.locator("[name=beneficiary][value=cooperative]")
    box.focus()  # from then on no answer may replace it
    box.evaluate(MARK)
    page.keyboard.press("Space")
    page.wait_for_url("**/it/bandi/?beneficiary=cooperative&amount=500")
    page.wait_for_function(CALM)
    assert box.evaluate("one => one.mark && one === document.activeElement && one.checked")
    assert half.evaluate("one => one.validity.badInput"), "the half of a day that was typed is gone"


def test_typing_on_while_a_slow_answer_comes_loses_nothing(open_page):
    page = open_finder(open_page)
    waiting = []
    page.route("**/it/bandi/?amount=5", lambda route: waiting.append(route))
    field = page.locator("#finder-amount")
    type_keys(field, "5", 20)
    page.wait_for_selector("[aria-busy]")
    type_keys(field, "0", 20)
    waiting[0].continue_()
    page.wait_for_url("**/?amount=50")
    type_keys(field, "00", 20)
    page.wait_for_url("**/?amount=5000")
    page.locator("#pick-1-2").click()
    page.locator("#finder-words").press_sequentially("cultura")
    page.wait_for_url("**/?q=cultura&amount=5000&closes_before=*")
    assert page.locator("#finder-words").input_value() == "cultura"
    assert page.locator("[name=closes_before]").input_value()


def test_going_back_the_fields_follow_the_address(open_page):
    page = open_finder(open_page)
    type_keys(page.locator("#finder-amount"), "5000", 20)
    page.wait_for_url("**/?amount=5000")
    type_day(page.locator("[name=closes_before]"), 20)
    page.wait_for_url("**/?amount=5000&closes_before=2026-12-12")
    page.go_back()
    page.wait_for_url("**/?amount=5000")
    page.wait_for_function("() => !document.querySelector('[name=closes_before]').value")
    page.go_back()
    page.wait_for_url("**/it/bandi/")
    page.wait_for_function("() => !document.querySelector('#finder-amount').value")
    page.go_forward()
    page.wait_for_function("() => document.querySelector('#finder-amount').value === '5000'")
    page.wait_for_function(CALM)
    page.locator("#finder-words").press_sequentially("teatro")
    page.locator(".results h3 a").first.click()
    page.wait_for_url("**/it/bandi/*/")
    page.go_back()
    page.wait_for_url("**amount=5000")
    page.wait_for_function(CALM)
    assert page.locator("#finder-amount").input_value() == "5000"
    assert page.locator("#finder-words").input_value() == in_address(page).get("q", "")


def test_without_a_network_typing_goes_on_and_the_form_works_as_a_form(open_page):
    page = open_finder(open_page)
    page.route("**/it/bandi/?q=*", lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed"):
        type_keys(page.locator("#finder-words"), "cul", 20)
    type_keys(page.locator("#finder-words"), "tura", 20)
    page.wait_for_url("**/it/bandi/?q=cultura")
    page.route("**/it/bandi/?q=*", lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed"):
        type_keys(page.locator("#finder-words"), " tea", 20)
    page.evaluate("() => { window.sameDocument = true }")
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.sameDocument === undefined")
    page.wait_for_selector("#finder-words")
    assert in_address(page)["q"] == "cultura tea"


def test_a_whole_day_is_asked_for_when_the_typing_pauses(open_page):
    page = open_finder(open_page)
    field = page.locator("[name=closes_before]")
    field.focus()
    page.keyboard.type(DAY_KEYS, delay=20)
    page.wait_for_url("**/it/bandi/?closes_before=2026-12-12")
    page.wait_for_function(CALM)
    assert field.evaluate("one => one === document.activeElement")
    assert field.input_value() == "2026-12-12"


def test_a_day_of_the_year_2_asks_nothing_and_is_told_beside_the_field(open_page):
    page = open_finder(open_page)
    field = page.locator("[name=closes_before]")
    field.focus()
    page.keyboard.type("12120002", delay=20)
    page.locator("#finder-amount").focus()
    page.wait_for_timeout(600)
    assert page.url.endswith("/it/bandi/")
    assert field.input_value() == "0002-12-12"
    assert page.locator(".mistake:visible").inner_text() == "Un giorno completo, come 31/12/2026"
    page.locator("#finder-words").press("Enter")
    page.wait_for_url("**/?closes_before=0002-12-12")
    page.wait_for_function(CALM)
    assert (
        "«12/12/0002» non è un giorno in cui un bando possa aprire o chiudere"
        in page.locator(".notice").inner_text()
    )
    assert field.input_value() == "0002-12-12"
