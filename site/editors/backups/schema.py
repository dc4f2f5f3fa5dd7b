"""The migrations that a database has: the tables that follow from them, and making these anew."""

from collections.abc import Collection, Iterable

from django.apps import apps as installed
from django.apps.registry import Apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

Migration = tuple[str, str]  # label of the application, name


def applied(connection: BaseDatabaseWrapper) -> set[Migration]:
    """Those of a database; of applications that are installed no longer, none."""
    found = MigrationRecorder(connection).applied_migrations()
    return {each for each in found if each[0] in installed.app_configs}


def unknown(migrations: Iterable[Migration]) -> list[Migration]:
    """Those that this release does not have: the database, or the backup, is of a newer one."""
    return sorted(set(migrations) - set(MigrationLoader(None).disk_migrations))


def missing(connection: BaseDatabaseWrapper) -> bool:
    """Whether this release has migrations that the database has still to go through."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def models_at(migrations: Collection[Migration]) -> Apps:
    """The models as they are after these migrations, which need not be all of this release."""
    loader = MigrationLoader(None)
    return loader.project_state(_last(loader, migrations)).apps


def make_anew(connection: BaseDatabaseWrapper, migrations: Collection[Migration]) -> None:
    """Drop all tables, and make those that these migrations make. Within a transaction."""
    _drop_all(connection)
    executor = MigrationExecutor(connection)
    executor.migrate(_last(executor.loader, migrations))


def _last(loader: MigrationLoader, migrations: Collection[Migration]) -> list[Migration]:
    """Of each application those that no other one of it follows."""
    known = {each for each in migrations if each in loader.graph.nodes}
    followed = {
        parent.key
        for each in known
        for parent in loader.graph.node_map[each].parents
        if parent.key[0] == each[0]
    }
    return sorted(known - followed)


def _drop_all(connection: BaseDatabaseWrapper) -> None:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            names = connection.introspection.table_names(cursor)
            if names:
                cursor.execute(f"DROP TABLE {', '.join(map(quote, names))} CASCADE")
            return
        # A virtual table takes its own tables along.
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"
        )
        for (name,) in cursor.fetchall():
            if not name.startswith("sqlite_"):
                cursor.execute(f"DROP TABLE IF EXISTS {quote(name)}")
