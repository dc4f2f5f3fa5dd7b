"""Logging in as people do: a slip, a wrong code, the right one; all of it by the keyboard, and seen."""

import re
import subprocess
import sys
import time

import pytest
from django.conf import settings
from playwright.sync_api import expect

from editors.accounts.second_factor import totp

from .server import environment
from .widths import fits

pytestmark = pytest.mark.browser
NAME, PASSWORD = "prova", "un-lungo-telaio-42"
PACE = 60  # milliseconds between two keys


@pytest.fixture
def person(site, site_folder):
    """Somebody of one's own: the others of the tests log in with their password alone."""
    command = [sys.executable, str(settings.ROOT / "manage.py"), "createsuperuser", "--noinput"]
    told = {"USERNAME": NAME, "EMAIL": "prova@example.org", "PASSWORD": PASSWORD}
    variables = environment(site_folder, site) | {f"DJANGO_SUPERUSER_{name}": it for name, it in told.items()}
    subprocess.run(command, env=variables, check=True, capture_output=True)


def type_password(page, password):
    page.get_by_label("Nome utente").fill("")
    page.get_by_label("Nome utente").press_sequentially(NAME, delay=PACE)
    page.keyboard.press("Tab")
    page.keyboard.type(password, delay=PACE)
    page.keyboard.press("Enter")


def test_a_second_factor_is_set_up_and_asked_for(person, open_page):
    page = open_page("/admin/login/?next=/admin/account/second-factor/set-up/", locale="it-IT")
    type_password(page, "sbagliata")
    expect(page.locator(".messages").get_by_text("non corrispondono")).to_be_visible()
    type_password(page, PASSWORD)
    key = page.locator(".second-factor code")
    expect(key).to_be_visible()
    key = key.inner_text().replace(" ", "")
    assert page.locator(".second-factor-picture svg").bounding_box()["width"] > 200
    page.locator("#id_code").press_sequentially(totp.code_at(key, int(time.time()) // totp.STEP), delay=PACE)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD, delay=PACE)
    page.keyboard.press("Enter")
    codes = page.locator(".second-factor-codes code")
    expect(codes).to_have_count(10)
    recovery = codes.first.inner_text()

    page = open_page("/admin/login/?next=/admin/pages/", 390, locale="it-IT")
    type_password(page, PASSWORD)
    expect(page.get_by_role("heading", name="Ancora un passo")).to_be_visible()
    expect(page.locator("#id_code")).to_be_focused()
    page.keyboard.type("000000", delay=PACE)
    page.keyboard.press("Enter")
    expect(page.locator(".messages").get_by_text("Il codice non è giusto")).to_be_visible()
    fits(page, 390)
    page.locator("#id_code").fill("")
    page.locator("#id_code").press_sequentially(recovery.upper(), delay=PACE)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/admin/pages/"))
    expect(page.get_by_text("Era un codice di recupero. Ne restano 9.")).to_be_visible()
