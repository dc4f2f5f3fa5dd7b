"""A small site in a database file of its own, for processes that may be killed."""

import os
import subprocess
import sys
from pathlib import Path

from tests.services.elasticsearch import Server

ROOT = Path(__file__).resolve().parents[3]
PAGES = 40
MAKE = f"""
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.factories import pages
tree = pages.site_tree()
for number in range({PAGES}):
    pages.article(tree.news, title=f"Notizia {{number}}")
call_command("rebuild_search")
"""


class Site:
    """Its environment, and commands that are run in it."""

    def __init__(self, folder: Path, server: Server | None):
        self.log = folder / "publishing.log"
        self.environment = os.environ | {
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
            "ELASTICSEARCH_URL": server.url if server else "",
            "ELASTICSEARCH_PREFIX": f"stress-{folder.name.lower()}",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        }
        self.environment.pop("DATABASE_URL", None)
        self.run("-c", MAKE).check_returncode()

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

    def manage(self, *arguments: str) -> subprocess.CompletedProcess:
        return self.run("manage.py", *arguments)

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
