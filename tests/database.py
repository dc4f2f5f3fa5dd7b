"""A migrated test database in a second: the result of the migrations is kept until one of them changes."""

import fcntl
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.test.utils import setup_databases

ROOT = Path(__file__).resolve().parents[1]
SNAPSHOTS = ROOT / ".pytest_cache" / "databases"


def prepare() -> None:
    """Set up the test database: from the snapshot if it fits, otherwise by migrating and keeping one."""
    if connection.vendor != "sqlite":
        setup_databases(verbosity=0, interactive=False)
        return
    with _alone():
        snapshot = _snapshot()
        if snapshot.exists():
            connection.close()
            connection.settings_dict["NAME"] = connection.creation._get_test_db_name()
            _restore(snapshot)
        else:
            setup_databases(verbosity=0, interactive=False)
            _keep(snapshot)


@contextmanager
def _alone() -> Iterator[None]:
    """Of several processes that begin together one migrates, and the others wait for its snapshot."""
    SNAPSHOTS.mkdir(parents=True, exist_ok=True)
    with (SNAPSHOTS / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def migrate() -> None:
    """Migrate the site's own database, from the snapshot where there is one for a database that is new."""
    new = connection.vendor == "sqlite" and not connection.introspection.table_names()
    if new and (snapshot := _snapshot()).exists():
        _restore(snapshot)
    call_command("migrate", verbosity=0)


def lend(file: Path) -> None:
    """Begin a site's database with the snapshot, where there is one."""
    if (snapshot := _snapshot()).exists():
        shutil.copyfile(snapshot, file)


def _snapshot() -> Path:
    return SNAPSHOTS / f"{_fingerprint()}.sqlite3"


def _restore(snapshot: Path) -> None:
    connection.ensure_connection()
    with sqlite3.connect(snapshot) as kept:
        kept.backup(connection.connection)


def _keep(snapshot: Path) -> None:
    scratch = snapshot.with_suffix(f".{os.getpid()}")
    connection.ensure_connection()
    with sqlite3.connect(scratch) as kept:
        connection.connection.backup(kept)
    scratch.replace(snapshot)


def _fingerprint() -> str:
    """Changes with any migration of ours and with any version of the packages that bring others."""
    digest = hashlib.sha256(
        repr([version(name) for name in ("django", "wagtail", "wagtail-localize")]).encode()
    )
    loader = MigrationLoader(None, ignore_no_migrations=True)
    for key in sorted(loader.disk_migrations):
        module = __import__(loader.disk_migrations[key].__module__, fromlist=["*"])
        digest.update(repr(key).encode() + Path(module.__file__).read_bytes())
    for file in sorted((ROOT / "search" / "synonyms").glob("*.yaml")):  # a migration reads them
        digest.update(file.read_bytes())
    return digest.hexdigest()[:20]
