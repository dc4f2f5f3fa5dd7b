"""What is given a time appears at that time, by the timer's command, and not before."""

import re
import sqlite3
import time
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from .form import PageForm
from .people import CHIEF
from .yesterday import DRAFT

pytestmark = pytest.mark.browser

# The command as the timer runs it, at another time.
LATER = """
import sys
import django
import time_machine
django.setup()
from django.core.management import call_command
with time_machine.travel(sys.argv[1]):
    call_command("publish_scheduled")
"""


def test_a_draft_appears_at_its_time(desk, visitor, run):
    moment = (datetime.now() + timedelta(hours=30)).replace(minute=0, second=0, microsecond=0)
    carla = desk(CHIEF)
    carla.menu("Articoli")
    carla.page.get_by_role("link", name=DRAFT).click()
    form = PageForm(carla)
    # The button is called otherwise where a schedule has been written before.
    form.open_panel("status").get_by_role("button", name=re.compile("pianifica", re.IGNORECASE)).first.click()
    dialog = carla.page.get_by_role("dialog").filter(has=carla.page.locator("#id_go_live_at"))
    dialog.locator("#id_go_live_at").fill(f"{moment:%d/%m/%Y %H:%M}")
    carla.picture("schedule")
    dialog.get_by_role("button", name="Salva pianificazione").click()
    form.choose("Pianifica la pubblicazione")
    carla.told("pianificata")
    carla.picture("scheduled")

    listed = visitor.locator("main").get_by_role("link", name=DRAFT)
    run("manage.py", "run_due")
    visitor.goto("/it/notizie/")
    expect(listed).to_have_count(0)
    run("-c", LATER, (moment + timedelta(hours=2)).isoformat())
    visitor.goto("/it/notizie/")
    listed.click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(DRAFT)
    visitor.goto("/it/cerca/?q=Fonderia")
    expect(listed).to_be_visible()


def test_the_site_has_a_clock_of_its_own(site, site_folder):
    """Nobody needs to set up a timer to see a scheduled page appear."""
    database = sqlite3.connect(f"file:{site_folder / 'db.sqlite3'}?mode=ro", uri=True)
    end = time.monotonic() + 60
    ran = None
    while not ran and time.monotonic() < end:
        time.sleep(1)
        asked = "SELECT ended_at FROM jobs_jobrun WHERE command = 'publish_scheduled' AND succeeded"
        ran = database.execute(asked).fetchone()
    assert ran
