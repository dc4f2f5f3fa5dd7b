"""The editor-in-chief withdraws a page in both languages, and copies none below the other language."""

import re

import pytest
from playwright.sync_api import expect

from .people import CHIEF

pytestmark = pytest.mark.browser

ITALIAN = "/it/storie/malga-campet-pedavena/"
ENGLISH = "/en/stories/malga-campet-dairy-pedavena/"


@pytest.fixture
def number(visitor):
    """The page's own, as the API tells it."""
    found = visitor.request.get("/api/v2/pages/?slug=malga-campet-dairy-pedavena").json()["items"][0]
    key = visitor.request.get(f"/api/v2/pages/?translation_of={found['id']}").json()["items"][0]
    return key["id"]


def test_a_story_is_not_copied_below_english_and_goes_in_both_languages(desk, visitor, number):
    carla = desk(CHIEF)
    page = carla.page
    page.goto(f"/admin/pages/{number}/copy/")
    # The window offers no such parent (tests/core/test_parents.py); the form refuses it as well.
    english = visitor.request.get("/api/v2/pages/?type=stories.StoryIndexPage&locale=en").json()["items"][0][
        "id"
    ]
    page.locator("[name=new_parent_page]").evaluate("(field, value) => (field.value = value)", str(english))
    page.get_by_role("button", name="Copia questa pagina").click()
    expect(page.locator(".w-field__errors")).to_contain_text("è in inglese")
    expect(page.get_by_role("link", name="Traduci questa pagina")).to_be_visible()
    carla.picture("copy-refused")

    assert visitor.request.get(ENGLISH).status == 200
    page.goto(f"/admin/pages/{number}/unpublish/")
    expect(page.get_by_text("Inglese:")).to_be_visible()
    page.get_by_label("Anche queste traduzioni").check()
    carla.picture("these-too")
    page.get_by_role("button", name=re.compile("annulla la pubblicazione", re.I)).click()
    carla.told("Lo stesso per queste traduzioni")
    assert [visitor.request.get(address).status for address in (ITALIAN, ENGLISH)] == [404, 404]
