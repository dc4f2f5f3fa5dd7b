"""``make journeys``: editors who do one thing after the other, at a person's pace, until something is refused
or lost. ``python -m tests.journeys SEED COUNT``; the same seed makes the same journeys.

Each journey is on one page or snippet. Ends with 1 if a form was refused without a reason, or if the site has
something else than what was typed.
"""

import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.browser.chromium import chromium
from tests.browser.server import environment, running_site
from tests.browser.working_day.people import CHIEF

from .journey import Journey
from .things import THINGS


def main(seed: int, count: int) -> int:
    with (
        tempfile.TemporaryDirectory() as folder,
        running_site(Path(folder)) as address,
        chromium() as browser,
    ):
        password = secrets.token_urlsafe(12)
        command = [sys.executable, "-m", "tests.browser.working_day.yesterday"]
        subprocess.run(command, env=environment(Path(folder), address), input=password, text=True, check=True)
        failures = sum(_travel(browser, address, password, seed + number) for number in range(count))
    print(f"{count} journeys from seed {seed}, {failures} failed.")
    return 1 if failures else 0


def _travel(browser, address: str, password: str, seed: int) -> bool:
    """Whether it failed. Prints one line, and what was done before a failure."""
    began = time.monotonic()
    context = browser.new_context(base_url=address, locale="it", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("#id_username", CHIEF.login)
    page.fill("#id_password", password)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    journey = Journey(page, seed, THINGS[seed % len(THINGS)])
    try:
        journey.go()
    except Exception as trouble:  # whatever it is, the next journey begins
        journey.failure = journey.failure or f"{type(trouble).__name__}: {str(trouble)[:600]}"
    seconds = time.monotonic() - began
    print(f"{seed} {journey.thing.name}: {' '.join(journey.done)} ({seconds:.0f} s)", flush=True)
    if journey.failure:
        print(f"  FAILED: {journey.failure}", flush=True)
    context.close()
    return bool(journey.failure)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
