"""Days are typed as people write them, and nothing but the person changes what was typed."""

import secrets
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.human import Hands

from .form import PageForm
from .people import CHIEF, EXPERT
from .yesterday import DRAFT

pytestmark = pytest.mark.browser

SHEET = "Nuovo sportello per le librerie"
CALENDARS = ".xdsoft_datetimepicker:visible"


def write(field: Locator, text: str, delay: int = 90) -> None:
    """Key by key over what is there, and on to the next field."""
    field.click()
    field.press("Control+a")
    field.press_sequentially(text, delay=delay)
    field.press("Tab")


@pytest.fixture
def sheet(desk):
    """The form of a new sheet."""
    bruno = desk(EXPERT)
    bruno.menu("Schede bando")
    bruno.page.get_by_role("link", name="Aggiungi scheda bando").first.click()
    form = PageForm(bruno)
    form.type_title(f"{SHEET} {secrets.token_hex(2)}")  # its address is its own
    bruno.page.get_by_role("tab", name="Quando").click()
    return form


def test_a_day_is_shown_as_it_is_stored_once_its_field_is_left(sheet):
    page = sheet.page
    closes = page.locator("#id_closes_on")
    expect(closes).to_have_attribute("placeholder", "gg/mm/aaaa")
    closes.click()
    expect(page.locator(CALENDARS).locator("thead th").first).to_have_text("lun")
    write(closes, "31/01/2027", delay=450)
    expect(closes).to_have_value("31/01/2027")
    expect(page.locator(CALENDARS)).to_have_count(0)
    write(page.locator("#id_opens_on"), "1.12.26")
    write(page.locator("#id_closes_at"), "ore 9.30")
    expect(page.locator("#id_opens_on")).to_have_value("01/12/2026")  # what is stored
    expect(page.locator("#id_closes_at")).to_have_value("09:30")
    for typed, shown in {"8.05": "08:05", "mezzogiorno": "12:00", "0:00": "00:00", "0930": "09:30"}.items():
        write(page.locator("#id_closes_at"), typed, delay=40)
        expect(page.locator("#id_closes_at")).to_have_value(shown)
    for typed in ("2026-11-02", "2-11-26", "2 nov. 2026"):
        write(page.locator("#id_announced_on"), typed, delay=40)
        expect(page.locator("#id_announced_on")).to_have_value("02/11/2026")
    write(page.locator("#id_opens_at"), "24:00", delay=40)
    write(page.locator("#id_results_published_on"), "3 sett 27", delay=40)
    expect(page.get_by_text("con quattro cifre")).to_be_visible()
    page.locator("#id_results_published_on").fill("")
    beside = page.locator("[data-field]", has=page.locator("#id_opens_at")).locator(".error-message")
    expect(beside).to_contain_text("La mezzanotte si scrive 00:00")
    page.locator("#id_opens_at").fill("")
    expect(beside).to_have_count(0)
    sheet.save_draft()
    assert [page.locator(f"#id_{name}").input_value() for name in ("opens_on", "closes_on", "closes_at")] == [
        "01/12/2026",
        "31/01/2027",
        "09:30",
    ]


def test_a_note_that_contradicts_the_day_is_asked_about_at_once(sheet):
    """By the form that saves itself: at the day, at the note and in the checklist, until it is settled."""
    page, hands = sheet.page, Hands(sheet.page)
    asked = page.locator("[data-question]:visible")
    counter = page.locator("[data-side-panel-toggle=checklist] [data-side-panel-toggle-counter]")
    write(page.locator("#id_closes_on"), "15/01/2027", delay=40)
    page.locator("#id_dates_note").fill("Domande entro il 31 gennaio 2027.")
    hands.sees_saved()
    expect(page.locator("#id_closes_at")).to_have_value("")  # an empty hour is no midnight
    expect(asked).to_have_count(2)
    expect(asked.first).to_contain_text("31 gennaio 2027")
    expect(counter).to_be_visible()
    panel = sheet.open_panel("checklist")
    expect(panel).to_contain_text("31 gennaio 2027")
    write(page.locator("#id_closes_on"), "31/01/2027", delay=40)
    hands.sees_saved()
    expect(page.locator("[data-question]:not(:empty)")).to_have_count(0)
    expect(panel).not_to_contain_text("La nota sulle date")


@pytest.mark.parametrize("typed", ["30/02/2027", "01/01/0002", "01-02-27"])
def test_what_is_no_day_stays_and_is_refused_beside_the_field(sheet, typed):
    page = sheet.page
    closes = page.locator("#id_closes_on")
    write(closes, typed)
    expect(closes).to_have_value(typed)
    sheet.save_draft()
    expect(page.locator("#id_closes_on")).to_have_value(typed)
    beside = page.locator("[data-field]", has=page.locator("#id_closes_on")).locator(".error-message")
    expect(beside).to_contain_text("anno" if "0002" in typed else "31/01/2027")


def test_the_schedule_is_typed_and_its_button_is_free(desk):
    time = (datetime.now() + timedelta(days=3)).replace(hour=9, minute=0)
    carla = desk(CHIEF)
    carla.menu("Articoli")
    carla.page.get_by_role("link", name=DRAFT).click()
    form = PageForm(carla)
    form.open_panel("status")
    carla.page.get_by_role("button", name="Pianifica", exact=True).click()
    dialog = carla.page.get_by_role("dialog").filter(has=carla.page.locator("#id_go_live_at"))
    write(dialog.locator("#id_go_live_at"), f"{time:%d/%m/%Y %H:%M}")
    expect(carla.page.locator(CALENDARS)).to_have_count(0)
    carla.picture("schedule-typed")
    dialog.get_by_role("button", name="Salva pianificazione").click()
    expect(dialog).to_be_hidden()
    form.save_draft()
    expect(carla.page.locator("#id_go_live_at")).to_have_value(f"{time:%d/%m/%Y} 09:00")


def test_a_filter_keeps_a_day_and_refuses_what_is_none(desk):
    page = desk(CHIEF).page
    page.goto("/admin/reports/aging-pages/")
    page.get_by_role("button", name="Mostra filtri").click()
    page.locator("[aria-controls=drilldown-id_last_published_at]").click()
    day = page.locator("#id_last_published_at")
    refused = page.locator("#drilldown-id_last_published_at .error-message")
    write(day, "31/02/2026")
    expect(day).to_have_value("31/02/2026")
    expect(refused).to_be_visible()
    with page.expect_response(lambda answer: "2%2F2026" in answer.url):
        write(day, "1/2/2026")
    expect(day).to_have_value("01/02/2026")
    expect(refused).to_have_count(0)


def test_a_row_takes_a_day_and_the_calendar_gives_one(sheet):
    page = sheet.page
    page.get_by_role("tab", name="Come si valuta").click()
    page.locator("[data-contentpath=steps] .c-sf-add-button").first.click()
    day = page.locator("input[name='steps-0-value-day']")
    expect(day).to_have_attribute("placeholder", "gg/mm/aaaa")
    write(day, "1/3/2027")
    expect(day).to_have_value("01/03/2027")
    day.click()
    calendar = page.locator(CALENDARS)
    expect(calendar).to_contain_text("marzo")
    calendar.locator("td[data-date='15'][data-month='2']").click()
    expect(day).to_have_value("15/03/2027")


def test_who_reads_english_writes_the_same_form(sheet):
    page = sheet.page
    page.goto("/admin/account/")
    page.locator("#id_locale-preferred_language").select_option("en")
    page.get_by_role("button", name="Salva").click()
    page.goto("/admin/funding_sheets/")
    page.get_by_role("link", name="Add funding sheet").first.click()
    page.get_by_role("tab", name="When").click()
    closes = page.locator("#id_closes_on")
    expect(closes).to_have_attribute("placeholder", "dd/mm/yyyy")
    write(closes, "31/01/2027")
    expect(closes).to_have_value("31/01/2027")
    page.goto("/admin/account/")
    page.locator("#id_locale-preferred_language").select_option("it")
    page.get_by_role("button", name="Save").click()


def test_a_story_saves_itself(desk):
    """Its form once had a field that hid the address to send it to."""
    carla = desk(CHIEF)
    carla.menu("Storie")
    carla.page.get_by_role("link", name="Aggiungi storia").first.click()
    carla.page.wait_for_timeout(2000)  # what is typed at once counts as the form's beginning
    PageForm(carla).type_title("Una rete per il teatro")
    expect(carla.page.get_by_text("Salvato", exact=True).first).to_be_visible(timeout=60_000)
    carla.page.wait_for_url("**/admin/pages/*/edit/")
