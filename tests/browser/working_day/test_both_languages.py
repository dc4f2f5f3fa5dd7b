"""The editor-in-chief withdraws a page in both languages, and copies none below the other language."""

import re

import pytest
from playwright.sync_api import expect

from .people import CHIEF

pytestmark = pytest.mark.browser

SLUG = "malga-campet-dairy-pedavena"  # of the English version


@pytest.fixture
def versions(visitor):
    """The page's two versions as the API tells them, the Italian first."""
    [english] = visitor.request.get(f"/api/v2/pages/?slug={SLUG}").json()["items"]
    [italian] = visitor.request.get(f"/api/v2/pages/?translation_of={english['id']}").json()["items"]
    return italian, english


def test_a_page_is_not_copied_below_english_and_goes_in_both_languages(desk, visitor, versions):
    number, addresses = versions[0]["id"], [each["meta"]["html_url"] for each in versions]
    carla = desk(CHIEF)
    page = carla.page
    page.goto(f"/admin/pages/{number}/copy/")
    # The window offers no such parent (tests/cms/test_parents.py); the form refuses it as well.
    home = visitor.request.get("/api/v2/pages/?type=home.HomePage&locale=en").json()["items"][0]["id"]
    page.locator("[name=new_parent_page]").evaluate("(field, value) => (field.value = value)", str(home))
    page.get_by_role("button", name="Copia questa pagina").click()
    expect(page.locator(".w-field__errors").filter(has_text="è in inglese")).to_be_visible()
    expect(page.get_by_role("link", name="Traduci questa pagina")).to_be_visible()
    carla.picture("copy-refused")

    assert [visitor.request.get(address).status for address in addresses] == [200, 200]
    page.goto(f"/admin/pages/{number}/unpublish/")
    expect(page.get_by_text("Inglese:")).to_be_visible()
    page.get_by_label("Anche queste versioni").check()
    carla.picture("these-too")
    page.get_by_role("button", name=re.compile("annulla la pubblicazione", re.I)).click()
    carla.told("Lo stesso per queste traduzioni")
    assert [visitor.request.get(address).status for address in addresses] == [404, 404]
