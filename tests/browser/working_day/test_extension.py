"""A deadline is extended in Italian; whoever reads English reads it at once."""

import pytest
from playwright.sync_api import expect

from .form import PageForm
from .people import CHIEF

pytestmark = pytest.mark.browser

SLUG = "start-innova-young-people-marche"  # of the English version


def test_an_extension_in_italian_is_read_in_english_at_once(desk, visitor):
    [english] = visitor.request.get(f"/api/v2/pages/?slug={SLUG}").json()["items"]
    [italian] = visitor.request.get(f"/api/v2/pages/?translation_of={english['id']}").json()["items"]
    visitor.goto(english["meta"]["html_url"])
    expect(visitor.locator("main")).to_contain_text("18 March 2027")

    carla = desk(CHIEF)
    page = carla.page
    page.goto(f"/admin/pages/{italian['id']}/edit/")
    form = PageForm(carla)
    page.get_by_role("tab", name="Quando").click()
    closes = page.locator("#id_closes_on")
    closes.click()
    closes.press("Control+a")
    closes.press_sequentially("25/03/2027", delay=90)
    closes.press("Tab")
    form.choose("Pubblica")
    carla.told("pubblicata")

    visitor.goto(english["meta"]["html_url"])
    main = visitor.locator("main")
    expect(main).to_contain_text("25 March 2027")
    expect(main).to_contain_text("Extended to 25 March 2027")
    expect(main.get_by_text("18 March 2027").first).to_be_attached()
    carla.picture("extended")
