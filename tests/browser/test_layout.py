"""Pages fit every width, and weigh little."""

import pytest

from .numbers import broken_numbers
from .paths import LISTS, first_below
from .widths import fits

pytestmark = pytest.mark.browser

PATHS = ["/it/", "/it/bandi/", "/it/cerca/?q=cultura", "/en/events/", "/it/notizie/", "/it/storie/"]
PATHS += [
    "/it/glossario/",
    "/it/bandi/fa-per-noi/",
    "/it/bandi/confronta/?s=voucher-piccoli-editori&s=cultura-cresce&s=nuova-marcora",
]
HOME_BYTES = 120_000


@pytest.mark.parametrize("path", PATHS)
def test_nothing_sticks_out_at_the_side(open_page, path):
    page = open_page(path)
    for width in (320, 390, 768, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 900})
        fits(page, width)


@pytest.mark.parametrize("path", LISTS[::2])
def test_nor_does_anything_on_the_pages_themselves(open_page, path):
    page = open_page(path, 320)
    page.goto(first_below(page, path))
    fits(page, 320)


@pytest.mark.parametrize("path", ["/it/bandi/cultura-cresce/", "/en/funding/cultura-cresce-southern-italy/"])
def test_no_number_breaks(open_page, path):
    page = open_page(path)
    for width in (320, 390, 600, 768, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 900})
        assert broken_numbers(page) == [], width


def test_the_home_page_is_light_on_a_phone(browser, site):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True
    )
    page = context.new_page()
    sizes = {}
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]}))
    page.goto(f"{site}/it/", wait_until="networkidle")
    # As far as a visitor can scroll: what is loaded late counts as well.
    for _screen in range(12):
        page.mouse.wheel(0, 800)
        page.wait_for_timeout(50)
    page.wait_for_load_state("networkidle")
    context.close()
    print(f"home on a phone: {sum(sizes.values())} bytes in {len(sizes)} requests")
    assert sum(sizes.values()) <= HOME_BYTES


def test_no_page_of_ours_logs_an_error(open_page):
    page = open_page("about:blank")
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    for path in PATHS:
        page.goto(path)
    assert errors == []
