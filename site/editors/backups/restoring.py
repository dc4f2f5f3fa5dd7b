"""``manage.py restore``: everything in one transaction, the files exchanged at its end; or nothing at all."""

import gzip
import itertools
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import Error, connection, transaction

from cms import cache_version
from cms.page_types import sections

from . import files, manifest, schema, tables
from .manifest import BackupError, Manifest

Say = Callable[[str], None]
# What people make: table, and what it holds in words.
MADE_BY_PEOPLE = {
    "accounts_user": "accounts",
    "media_picture": "pictures",
    "media_attachment": "documents",
    "core_topic": "topics",
    "core_organisation": "organisations",
    "wagtailforms_formsubmission": "messages",
    "wagtailcore_page": "pages",
}


def verified(folder: Path) -> Manifest:
    """The manifest of a backup that is whole. Raises ``BackupError``; touches no site."""
    held = manifest.read(folder)
    manifest.check_files(folder, held)
    for label, rows in held.counts.items():
        with _opened(folder, label) as file:
            if sum(1 for _line in file) - 1 != rows:
                raise BackupError(f"The rows of {label} are not as many as they were: take another backup.")
    return held


def restore(folder: Path, replace: bool, say: Say) -> Manifest:
    """Raises ``BackupError``, ``OSError`` or a database's error; then all is as it was."""
    say("Checking the backup")
    held = verified(folder)
    if newer := schema.unknown(held.known_migrations):
        label, name = newer[0]
        raise BackupError(
            f"The backup is of release {held.release}, which has changes of the database that this release "
            f"does not know ({label}.{name}): restore it with that release."
        )
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    if not replace and (there := contents()):
        raise BackupError(
            f"This site is not empty ({there}): give --replace to put the backup in its place, or restore "
            "into another one."
        )
    _need_own_database()
    places = [
        files.restored(storage, folder / part, manifest.below(held, part))
        for part, storage in files.places().items()
    ]
    try:
        say("Files")
        for place in places:
            place.stage()
        with connection.constraint_checks_disabled(), transaction.atomic():
            say("Database")
            _restore_rows(folder, held)
            for place in places:
                place.swap()
    except BaseException:
        for place in places:
            place.undo()
        raise
    for place in places:
        place.finish()
    return held


def make_the_rest(say: Say) -> None:
    """What no backup holds. The site is served without it as well."""
    cache_version.bump(withdraws=True)
    say("Search index")
    try:
        call_command("rebuild_search")
        call_command("extract_attachments", verbosity=0)
    except CommandError as reason:
        say(f"All is restored, but not the search: {reason}")


def contents() -> str:
    """What people have made in this database, in words; nothing on a site that was only prepared."""
    there = set(connection.introspection.table_names())
    found = {}
    for table, title in MADE_BY_PEOPLE.items():
        if table in there:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")
                found[title] = cursor.fetchone()[0]
    # The root, and what `open_site` makes in place of Wagtail's welcome page.
    prepared = 1 + len(settings.WAGTAIL_CONTENT_LANGUAGES) * (1 + len(list(sections())))
    if found.get("pages", 0) <= prepared:
        found.pop("pages", None)
    return ", ".join(f"{number} {title}" for title, number in found.items() if number)


def _need_own_database() -> None:
    """All tables may be dropped: none may be of something else."""
    there = connection.introspection.table_names()
    if "django_migrations" not in there:
        ours = ()
    else:
        labels = {label for label, _name in schema.MigrationRecorder(connection).applied_migrations()}
        ours = ("django_", "wagtail", *(f"{label}_" for label in labels))
    if strange := [name for name in there if not name.startswith(ours)]:
        raise BackupError(
            f"The database has a table that is none of this site, {strange[0]}: restore into a database of "
            "its own."
        )


def _restore_rows(folder: Path, held: Manifest) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        if schema.applied(connection) != held.known_migrations:
            schema.make_anew(connection, held.known_migrations)
        all_tables = tables.tables(schema.models_at(held.known_migrations))
        tables.empty(connection, all_tables)
        if connection.vendor == "postgresql":
            # Rows may point at such as come later; PostgreSQL changes no table while such checks wait.
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in all_tables:
            _restore_table(folder, held, table)
        connection.check_constraints()
        tables.reset_sequences(connection, all_tables)
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    if schema.missing(connection):
        # What an upgrade does.
        call_command("migrate", verbosity=0, interactive=False)


def _restore_table(folder: Path, held: Manifest, table: tables.Table) -> None:
    if table.is_left_out:
        return
    if table.label not in held.counts:
        raise BackupError(f"The backup has no rows of {table.label}: restore it with release {held.release}.")
    try:
        with _opened(folder, table.label) as file:
            columns = json.loads(next(file))
            tables.write(connection, table, columns, map(json.loads, file))
    except tables.TableMismatchError as reason:
        raise BackupError(f"{reason} Restore the backup with release {held.release}.") from reason
    except (Error, ValueError) as reason:
        told = " ".join(str(reason).split())
        raise BackupError(f"A row of {table.label} cannot be stored here: {told}") from reason
    if (rows := tables.count(connection, table)) != held.counts[table.label]:
        raise BackupError(f"{table.label} has {rows} rows instead of {held.counts[table.label]}.")


@contextmanager
def _opened(folder: Path, label: str) -> Iterator[Iterator[bytes]]:
    """The lines of a table; the first one names the columns."""
    with gzip.open(folder / "rows" / f"{label}.jsonl.gz", "rb") as file:
        yield itertools.chain(file)
