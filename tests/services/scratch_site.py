"""A small site in a database file of its own, for processes that may be killed."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = 40
MAKE = f"""
import django
django.setup()
from django.core.management import call_command
from tests import database
database.migrate()
from tests.factories import pages
tree = pages.site_tree()
for number in range({PAGES}):
    pages.article(tree.news, title=f"Notizia {{number}}")
call_command("rebuild_search")
"""
NOTE = """
import django
django.setup()
from wagtail.models import Page
from search.index import outbox
with outbox.deferred(drain=False):
    for _ in range({rounds}):
        outbox.note_pages(Page.objects.all())
"""


class Site:
    """Its environment, and commands that are run in it."""

    def __init__(self, folder: Path, **environment: str):
        """``environment`` beside what keeps the site apart from every other."""
        self.log = folder / "publishing.log"
        self.environment = os.environ | {
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
            "DEBUG": "1",  # static files are found without having been collected
            "ELASTICSEARCH_PREFIX": f"scratch-{folder.name.lower()}",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        }
        for name in ("DATABASE_URL", "CACHE_URL", "ELASTICSEARCH_URL"):
            self.environment.pop(name, None)
        self.environment |= environment

    def make(self) -> None:
        """A tree in two languages with some articles, indexed."""
        self.done("-c", MAKE)

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        """Python, with these arguments; what it says is kept."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )

    def start(self, *arguments: str) -> subprocess.Popen:
        """The same, beside the test."""
        return subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=self.environment)

    def done(self, *arguments: str) -> str:
        """The same; what it says, or an error that tells it."""
        ended = self.run(*arguments)
        if ended.returncode:
            said = f"{ended.stdout}{ended.stderr}"[-4000:]
            raise RuntimeError(f"{arguments} ended with {ended.returncode}:\n{said}")
        return ended.stdout

    def manage(self, *arguments: str) -> subprocess.CompletedProcess:
        return self.run("manage.py", *arguments)

    def drain_twice_at_once(self, rounds: int) -> list[int]:
        """Every page is noted so many times, then two processes drain; how they ended."""
        self.done("-c", NOTE.format(rounds=rounds))
        command = [sys.executable, "manage.py", "sync_search"]
        drains = [subprocess.Popen(command, cwd=ROOT, env=self.environment) for _ in range(2)]
        return [drain.wait(600) for drain in drains]

    def nursery(self) -> subprocess.Popen:
        """Starts publishing processes; see ``publishing``."""
        return subprocess.Popen(
            [sys.executable, "-m", "tests.services.stress.publishing"],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log.open("w"),
            text=True,
        )
