"""``manage.py backup``: written beside its folder, which appears once it is whole."""

import gzip
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from django.db import connection, transaction

from . import files, schema, tables
from .manifest import BackupError, Manifest, digest_of

Say = Callable[[str], None]


def make(folder: Path, say: Say) -> Manifest:
    """Raises ``BackupError``, ``OSError`` or a database's error; then there is no folder."""
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupError(f"There is something at {folder} already: name a new folder.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        manifest = _fill(aside, say)
        # Takes the place of an empty folder as well.
        aside.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return manifest


def _fill(folder: Path, say: Say) -> Manifest:
    manifest = Manifest(version("intreccio"), _now(), connection.vendor, [])
    # Before and after the rows: a file that they name was there before them or has come since.
    say("Files")
    _keep_files(folder, manifest)
    say("Database")
    with one_moment():
        named = _keep_rows(folder, manifest)
    _keep_files(folder, manifest)
    there = {name.removeprefix("media/") for name in manifest.files}
    manifest.missing = sorted(name for name in named if name not in there)
    manifest.write(folder)
    return manifest


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read shows the database at one moment, while others go on writing."""
    before = getattr(connection, "transaction_mode", None)
    if connection.vendor == "sqlite":
        # The site's own transactions begin by locking out all others who write.
        connection.transaction_mode = "DEFERRED"
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = before


def _keep_rows(folder: Path, manifest: Manifest) -> set[str]:
    """Of all tables; the names of the uploaded files that the rows name."""
    migrations = schema.applied(connection)
    if not migrations:
        raise BackupError("There is no site in this database: nothing to keep.")
    if newer := schema.unknown(migrations):
        label, name = newer[0]
        raise BackupError(
            f"The database is that of a newer release ({label}.{name}): make the backup with that one."
        )
    manifest.migrations = sorted(map(list, migrations))
    (folder / "rows").mkdir()
    named = set()
    for table in tables.tables(schema.models_at(migrations)):
        if table.is_left_out:
            continue
        path = folder / "rows" / f"{table.label}.jsonl.gz"
        columns = list(table.fields)
        # Uploads of imports have a place of their own.
        uploaded = () if table.model._meta.app_label == "funding" else table.file_columns
        watched = [columns.index(name) for name in uploaded]
        rows = 0
        with path.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=1, mtime=0) as file:
            file.write(tables.to_line(columns))
            for row in tables.read(connection, table):
                file.write(tables.to_line(row))
                named.update(row[index] for index in watched if row[index])
                rows += 1
        manifest.counts[table.label] = rows
        manifest.files[f"rows/{path.name}"] = [path.stat().st_size, digest_of(path)]
    return named


def _keep_files(folder: Path, manifest: Manifest) -> None:
    """What is not kept yet: uploaded files never change under their names."""
    for part, storage in files.places().items():
        for name in files.names(storage):
            path = f"{part}/{name}"
            if path not in manifest.files and (kept := files.keep(storage, name, folder / path)):
                manifest.files[path] = kept


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
