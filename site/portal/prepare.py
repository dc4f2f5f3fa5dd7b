"""``python -m portal.prepare``: bring database, search index and what is built from the code up to date.

A release does it once, before its web processes start. Each step looks first whether there is anything to do,
so that the second time takes seconds. Several may begin at once: they wait for one another.
"""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import OperationalError, connections

from editors.backups import schema
from portal import build

LOCK_FILE = "prepare.lock"
LOCK_NUMBER = 7_402_117  # of the lock in PostgreSQL; any number that nothing else uses


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
    try:
        prepare()
    except (ImproperlyConfigured, CommandError) as reason:
        sys.exit(str(reason))
    except OperationalError as reason:
        told = " ".join(str(reason).split())
        sys.exit(f"The database does not answer: {told} Start it, or put DATABASE_URL right.")


def prepare() -> None:
    began = time.monotonic()
    django.setup()
    if not build.is_built():
        _step("Fonts, lists of words, static files")
        # By a process of its own: the settings find a font only once it is there.
        if ended := subprocess.run([sys.executable, "-m", "portal.build"], check=False).returncode:
            sys.exit(ended)
    try:
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        (settings.DATA_DIR / LOCK_FILE).touch()
    except OSError as reason:
        raise ImproperlyConfigured(
            f"DATA_DIR, {settings.DATA_DIR}, cannot be written ({reason.strerror}): set it to a folder that "
            f"user {os.getuid()} may write."
        ) from reason
    with _one_at_a_time():
        _prepare_data()
    print(f"Ready after {time.monotonic() - began:.0f} s.", flush=True)


def _prepare_data() -> None:
    _step("Database")
    # As after a roll-back: the changelog of a release says where an older one does not work on its tables.
    for label, name in schema.unknown(schema.applied(connections["default"]))[:1]:
        told = f"The database is that of a newer release ({label}.{name}). It stays as it is."
        print(told, file=sys.stderr)
    call_command("migrate", verbosity=0, interactive=False)
    if "demo" in settings.INSTALLED_APPS:
        _step("Demonstration content")
        call_command("load_demo")
    call_command("open_site")
    call_command("setup_roles")
    _step("Search index")
    # The site is served without its search as well, and says so.
    try:
        call_command("rebuild_search", if_needed=True)
    except CommandError as reason:
        print(reason, file=sys.stderr)
    call_command("extract_attachments", verbosity=0)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two that migrate one database at once would trip over each other."""
    with (settings.DATA_DIR / LOCK_FILE).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if connections["default"].vendor != "postgresql":
            yield
            return
        # A connection of its own: it holds the lock for as long as it is open, on whatever machine.
        connection = connections.create_connection("default")
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK_NUMBER])
            yield
        finally:
            connection.close()


def _step(name: str) -> None:
    print(f"· {name}", flush=True)


if __name__ == "__main__":
    main()
