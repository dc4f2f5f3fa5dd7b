"""The funding expert's morning: what was checked is noted, and a file of open data becomes drafts."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.widths import fits

from .people import EXPERT

pytestmark = pytest.mark.browser

CALLS = Path(__file__).with_name("calls.json")
NEW_CALL = "Sale di prova per giovani musicisti"
TO_VERIFY = "Da verificare"
WORKER_MS = 20_000  # it asks for work every two seconds, and the page asks how it goes every three


def test_one_click_notes_that_a_sheet_was_verified_today(desk, visitor):
    bruno = desk(EXPERT)
    row = bruno.panel(TO_VERIFY).get_by_role("row").nth(1)
    title = row.get_by_role("link").inner_text()
    row.get_by_role("button", name="Segna come verificata oggi").click()
    bruno.told(f"«{title}» risulta verificata il")
    expect(bruno.panel(TO_VERIFY)).to_be_visible()
    expect(bruno.row(TO_VERIFY, title)).to_have_count(0)
    bruno.picture("verified")

    visitor.goto("/it/bandi/?status=any&per=50")
    visitor.locator("main").get_by_role("link", name=title).first.click()
    expect(visitor.get_by_text(EXPERT.name).first).to_be_attached()


@pytest.mark.parametrize("path", ["/admin/", "/admin/funding/imports/", "/admin/reports/not-verified/"])
def test_the_work_can_be_done_on_a_phone(desk, path):
    bruno = desk(EXPERT, 390)
    bruno.page.goto(path, wait_until="networkidle")
    bruno.picture(f"phone{path.replace('/', '-').rstrip('-')}")
    fits(bruno.page, 390)


def test_a_file_is_looked_through_confirmed_and_reported(desk, visitor):
    bruno = desk(EXPERT)
    page = bruno.page
    bruno.menu("Importa bandi")
    bruno.picture("import-file")
    page.select_option("[name=source]", "incentivi")
    page.set_input_files("[name=file]", CALLS)
    page.get_by_role("button", name="Carica e vedi l’anteprima").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(CALLS.name)
    bruno.picture("import-waiting")
    expect(page.get_by_role("heading", name="Che cosa verrebbe fatto")).to_be_visible(timeout=WORKER_MS)
    expect(page.get_by_role("row", name="nuovi")).to_contain_text("1")
    expect(page.get_by_role("row", name="scartati")).to_contain_text("1")
    bruno.picture("import-preview")

    page.get_by_role("button", name="Importa", exact=True).click()
    expect(page.get_by_role("heading", name="Che cosa è stato fatto")).to_be_visible(timeout=WORKER_MS)
    expect(page.get_by_role("row", name="nuovi")).to_contain_text("1")
    bruno.picture("import-report")
    page.locator("main").get_by_role("link", name="Bozze importate da rivedere").click()
    expect(page.get_by_role("row").filter(has_text=NEW_CALL)).to_be_visible()
    bruno.picture("import-drafts")
    visitor.goto("/it/bandi/?status=any&q=musicisti")
    expect(visitor.locator("main").get_by_role("link", name=NEW_CALL)).to_have_count(0)
