"""``make journeys``: editors who do one thing after the other, at a person's pace, until something is refused
or lost. ``python -m tests.journeys SEED COUNT [FOLDER]``; the same seed makes the same journey, so that many
can be done in parts: ``1 20``, then ``21 20``. A folder keeps the site, which the next part goes on with.

Each journey is on one page or snippet, and has its line. Ends with 1 if a form was refused without a reason,
or if the site shows or has something else than what was typed; a picture of what was seen then is kept.
"""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django

from tests.browser.chromium import chromium
from tests.browser.server import environment, running_site
from tests.browser.working_day.people import CHIEF
from tests.database import lend

from .journey import Journey
from .things import THINGS, Thing
from .translating import Translating

PICTURES = Path(__file__).resolve().parents[2] / "var" / "journeys"


def main(seed: int, count: int, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "db.sqlite3"
    if not database.exists():
        _begin(database)
    with running_site(folder) as address, chromium() as browser:
        password = _people(folder, address)
        seeds = range(seed, seed + count)
        failed = [one for one in seeds if not _travel(_log_in(browser, address, password), one, database)]
    print(f"{count} journeys from seed {seed}, {len(failed)} failed: {failed}")
    return 1 if failed else 0


def _begin(database: Path) -> None:
    """With the tests' snapshot, where there is one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    django.setup()
    lend(database)


def _people(folder: Path, address: str) -> str:
    """The password of all people, who come to be the first time that the folder is used."""
    kept = folder / "password.txt"
    if not kept.exists():
        password = secrets.token_urlsafe(12)
        command = [sys.executable, "-m", "tests.browser.working_day.yesterday"]
        subprocess.run(command, env=environment(folder, address), input=password, text=True, check=True)
        kept.write_text(password)
    return kept.read_text()


def _log_in(browser, address: str, password: str):
    context = browser.new_context(base_url=address, locale="it", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("#id_username", CHIEF.login)
    page.fill("#id_password", password)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    return page


def _travel(page, seed: int, database: Path) -> bool:
    """Whether all went well. Prints one line, and what went wrong."""
    began = time.monotonic()
    thing: Thing = THINGS[seed % len(THINGS)]
    done, failure = [], ""
    try:
        journey = (Translating if thing.translated else Journey)(page, seed, thing, database)
        done = journey.done
        journey.go()
    except Exception as trouble:  # whatever it is, the next journey begins
        failure = f"{type(trouble).__name__}: {str(trouble)[:600]}"
    seconds = time.monotonic() - began
    print(f"{seed} {thing.name}: {' '.join(done)} ({seconds:.0f} s)", flush=True)
    if failure:
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{seed}.png", animations="disabled")
        print(f"  FAILED at {page.url}: {failure}", flush=True)
    page.context.close()
    return not failure


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        where = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(scratch)
        sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), where))
