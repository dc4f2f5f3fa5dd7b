"""One module a source: its columns, and how a row becomes a call. ``read_file`` is the way in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from ..errors import FileError
from ..json_rows import json_rows
from ..record import CallRecord, Refusal
from ..rows import Row
from ..source_file import look_at
from ..tables import heading, table_rows
from . import incentivi, italia_domani, pa_digitale

READERS = {reader.SOURCE: reader for reader in (incentivi, italia_domani, pa_digitale)}
MOST_RECORDS = 100_000


@dataclass(frozen=True)
class Reading:
    """Everything that a file holds, in its order."""

    source: str
    records: tuple[CallRecord, ...]
    refusals: tuple[Refusal, ...]
    notices: tuple[str, ...] = ()


def read_file(source: str, path: Path, today: date, limit: int | None = None) -> Reading:
    """Read the whole file before anything is done with it: ``FileError`` means that nothing was.

    ``today`` tells whether a call that its source calls over has a closing day still to come.
    """
    reader = READERS[source]
    file = look_at(path)
    if file.is_json:
        rows = _checked(json_rows(file), reader)
    else:
        try:
            rows = list(table_rows(file, reader.COLUMNS, reader.REQUIRED))
        except FileError as error:
            raise _with_hint(error, source, path, file.encoding) from error
    whole = [row if isinstance(row, Row) else Refusal(row[0], (row[1],)) for row in rows]
    if len(whole) > MOST_RECORDS:
        raise FileError(_("There are more than %(limit)d records.") % {"limit": MOST_RECORDS})
    results = _once_each(reader.read([row for row in whole if isinstance(row, Row)], today))
    misfits = [row for row in whole if isinstance(row, Refusal)]
    if not whole:
        raise FileError(_("The file has no records."))
    return _reading(source, sorted([*results, *misfits], key=_line)[:limit], file.notices)


def _reading(source: str, results: list[CallRecord | Refusal], notices: tuple[str, ...]) -> Reading:
    return Reading(
        source,
        tuple(result for result in results if isinstance(result, CallRecord)),
        tuple(result for result in results if isinstance(result, Refusal)),
        notices,
    )


def _line(result: CallRecord | Refusal) -> int:
    return result.row.line if isinstance(result, CallRecord) else result.line


def _checked(rows: Iterator[Row], reader) -> list[Row]:
    """The rows of a JSON file, whose names are looked at in the first one."""
    rows = list(rows)
    if rows and not any(name in row.cells for row in rows[:50] for name in reader.REQUIRED):
        missing = {"missing": ", ".join(reader.REQUIRED)}
        message = _("no record has %(missing)s: is this the file of another source?") % missing
        raise FileError(message, rows[0].line, 1)
    return rows


def _once_each(results: Iterator[CallRecord | Refusal]) -> Iterator[CallRecord | Refusal]:
    """The same identifier twice: the first counts, the second is refused unless it says the same."""
    seen: dict[str, CallRecord] = {}
    for result in results:
        if isinstance(result, Refusal):
            yield result
            continue
        first = seen.setdefault(result.identifier, result)
        if first is result:
            yield result
        elif first.fingerprint != result.fingerprint:
            reason = _("line %(line)d has the same identifier and says something else.")
            yield Refusal(
                result.row.line,
                (reason % {"line": first.row.line},),
                result.identifier,
                result.title,
                result.row.cells,
            )


def _with_hint(error: FileError, source: str, path: Path, encoding: str) -> FileError:
    """Whose file it is, if its first line is that of another source."""
    with path.open(encoding=encoding) as file:
        first = heading(file.readline(10_000))
    for name, reader in READERS.items():
        if name != source and all(heading(column) in first for column in reader.REQUIRED):
            hint = _("It looks like a file of “%(name)s”.") % {"name": name}
            return FileError(f"{error} {hint}")
    return error
