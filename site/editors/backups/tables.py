"""The rows of a database, table by table, in a form that both engines take: JSON, one line a row.

Django's own serializers do not serve here: they load whole models, send signals, and name pages by their
parents, which are not there yet. What is read here is what the columns hold.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Col
from django.utils.duration import duration_iso_string

# Empty after a restore: what belongs to the moment, and what is made anew.
LEFT_OUT = {
    "attempts.attemptcount",
    "jobs.jobrun",
    "jobs.workerheartbeat",
    "search.outboxentry",
    "sessions.session",
    "wagtailadmin.editingsession",
}
LEFT_OUT_APPS = {"wagtailsearch"}  # differs by engine, and is not used
ROWS_AT_ONCE = 500


class TableMismatchError(Exception):
    """Rows that do not fit into their table; the text says which and why."""


@dataclass(frozen=True)
class Table:
    """A table of a model: its columns, each with a field that reads and writes what the column holds."""

    model: type[models.Model]
    fields: dict[str, models.Field]
    file_columns: tuple[str, ...]

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def is_left_out(self) -> bool:
        return self.label in LEFT_OUT or self.model._meta.app_label in LEFT_OUT_APPS


def tables(apps: Apps) -> list[Table]:
    """Of all models, those between two models included, by label."""
    found = [_table(model) for model in apps.get_models(include_auto_created=True) if _has_table(model)]
    return sorted(found, key=lambda table: table.label)


def _has_table(model: type[models.Model]) -> bool:
    return model._meta.managed and not model._meta.proxy


def _table(model: type[models.Model]) -> Table:
    left_out = model._meta.app_label in LEFT_OUT_APPS
    own = () if left_out else model._meta.local_concrete_fields
    files = tuple(field.column for field in own if isinstance(field, models.FileField))
    return Table(model, {field.column: _plain(field) for field in own}, files)


def _plain(field: models.Field) -> models.Field:
    """A field of Django's own for the same column. JSON is text: "null" is something else than no value."""
    while field.remote_field:
        field = field.target_field
    kind = field.get_internal_type()
    if kind == "DecimalField":
        return field
    return models.TextField() if kind == "JSONField" else getattr(models, kind)()


def count(connection: BaseDatabaseWrapper, table: Table) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table.model._meta.db_table)}")
        return cursor.fetchone()[0]


def read(connection: BaseDatabaseWrapper, table: Table) -> Iterator[list]:
    """Each row, as its columns stand in ``table``. Within a transaction: rows are fetched as they are asked
    for."""
    quote, name = connection.ops.quote_name, table.model._meta.db_table
    converters = [
        (index, connection.ops.get_db_converters(expression), expression)
        for index, expression in enumerate(Col(name, field) for field in table.fields.values())
    ]
    columns = ", ".join(map(quote, table.fields))
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {quote(name)} ORDER BY {quote(table.model._meta.pk.column)}")
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            for row in map(list, rows):
                for index, convert, expression in converters:
                    for each in convert:
                        row[index] = each(row[index], expression, connection)
                yield row


def write(connection: BaseDatabaseWrapper, table: Table, columns: list[str], rows: Iterable[list]) -> None:
    """Add ``rows``. Raises ``TableMismatchError`` where the columns are others than those of the table."""
    if set(columns) != set(table.fields):
        raise TableMismatchError(f"The columns of {table.label} are others than this release has.")
    fields, rows = [table.fields[column] for column in columns], iter(rows)
    quote = connection.ops.quote_name
    places = ", ".join(["%s"] * len(columns))
    name, named = quote(table.model._meta.db_table), ", ".join(map(quote, columns))
    statement = f"INSERT INTO {name} ({named}) VALUES ({places})"
    with connection.cursor() as cursor:
        while some := list(islice(rows, ROWS_AT_ONCE)):
            cursor.executemany(statement, [_stored(connection, fields, row) for row in some])


def _stored(connection: BaseDatabaseWrapper, fields: list[models.Field], row: list) -> list:
    pairs = zip(fields, row, strict=True)
    return [field.get_db_prep_save(field.to_python(value), connection) for field, value in pairs]


def empty(connection: BaseDatabaseWrapper, which: list[Table]) -> None:
    with connection.cursor() as cursor:
        there = {table.model._meta.db_table for table in which}
        there.intersection_update(connection.introspection.table_names(cursor))
        names = list(map(connection.ops.quote_name, sorted(there)))
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(names)} CASCADE")
            return
        for name in names:
            cursor.execute(f"DELETE FROM {name}")


def reset_sequences(connection: BaseDatabaseWrapper, which: list[Table]) -> None:
    """Let the next new row have a number that is free."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [table.model for table in which]):
            cursor.execute(statement)


def to_line(row: list) -> bytes:
    return json.dumps(row, default=_as_text, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _as_text(value: Any) -> str:
    """What the ``to_python`` of its field reads."""
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_iso_string(value)
    if isinstance(value, (bytes, memoryview)):
        return base64.b64encode(value).decode()
    if isinstance(value, (Decimal, UUID)):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form for a backup.")
