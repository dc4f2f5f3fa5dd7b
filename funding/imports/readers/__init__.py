"""One module a source: its columns, and how a row becomes a call. ``read_file`` is the way in.

A further source also needs a choice in ``Source`` (``funding.models.import_job``) and its words in
``mappings/sources.yaml``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..errors import FileError, location
from ..record import CallRecord, Refusal
from . import incentivi, italia_domani, pa_digitale
from .json_rows import json_rows
from .rows import SourceRow
from .source_file import SourceFile, look_at
from .tables import Misfit, heading, table_rows

READERS = {reader.SOURCE: reader for reader in (incentivi, italia_domani, pa_digitale)}
MAX_RECORDS = 100_000


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
    file = look_at(path)
    misfits: list[Refusal] = []
    calls = READERS[source].read(_fitting(read_rows_of(source, file), misfits), today)
    repeated: list[int] = []
    results = [*_once_each(calls, repeated), *misfits]
    if not results:
        raise FileError(_("The file has no records."))
    results.sort(key=lambda result: result.line)
    return Reading(
        source,
        tuple(result for result in results[:limit] if isinstance(result, CallRecord)),
        tuple(result for result in results[:limit] if isinstance(result, Refusal)),
        (*file.notices, *_repetition_notices(repeated)),
    )


def cells_at(source: str, path: Path, lines: Collection[int]) -> dict[int, Mapping[str, Any]]:
    """The cells as they stand in the file, by line: read again, because few are ever asked for."""
    rows = read_rows_of(source, look_at(path))
    return {row.line: row.cells for row in rows if isinstance(row, SourceRow) and row.line in lines}


def read_rows_of(source: str, file: SourceFile) -> Iterator[SourceRow | Misfit]:
    """The rows of a table or JSON file, one at a time."""
    reader = READERS[source]
    if file.is_json:
        rows = _checked(json_rows(file), reader)
    else:
        rows = table_rows(file, reader.COLUMNS, reader.REQUIRED)
    try:
        for number, row in enumerate(rows, 1):
            if number > MAX_RECORDS:
                raise FileError(_("There are more than %(limit)d records.") % {"limit": MAX_RECORDS})
            yield row
    except FileError as error:
        raise _with_hint(error, source, file) from error


def _fitting(rows: Iterable[SourceRow | Misfit], misfits: list[Refusal]) -> Iterator[SourceRow]:
    """Set aside the rows that do not fit the header."""
    for row in rows:
        if isinstance(row, SourceRow):
            yield row
        else:
            line, reason = row
            misfits.append(Refusal(line, (f"{location(line)}: {reason}",)))


def _checked(rows: Iterator[SourceRow], reader) -> Iterator[SourceRow]:
    """The rows of a JSON file, whose names are looked at in the first ones."""
    first = list(islice(rows, 50))
    if first and not any(name in row.cells for row in first for name in reader.REQUIRED):
        missing = {"missing": ", ".join(reader.REQUIRED)}
        message = _("no record has %(missing)s: is this the file of another source?") % missing
        raise FileError(message, first[0].line, 1)
    return chain(first, rows)


def _once_each(
    results: Iterable[CallRecord | Refusal], repeated: list[int]
) -> Iterator[CallRecord | Refusal]:
    """The same identifier twice: the first counts, the second is refused; one that says the same is only
    noted in ``repeated``, by its line."""
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
            reasons = (reason % {"line": first.line},)
            yield Refusal(result.line, reasons, result.identifier, result.title)
        else:
            repeated.append(result.line)


def _repetition_notices(repeated: list[int]) -> list[str]:
    """The rows of a file add up only if those that said nothing new are told."""
    if not repeated:
        return []
    text = ngettext(
        "%(count)d record says again what an earlier one says, and counts once (line %(line)d).",
        "%(count)d records say again what earlier ones say, and count once (from line %(line)d on).",
        len(repeated),
    )
    return [text % {"count": len(repeated), "line": repeated[0]}]


def _with_hint(error: FileError, source: str, file: SourceFile) -> FileError:
    """Whose file it is, if its first line is that of another source."""
    with file.open() as text:
        first = heading(text.readline(10_000))
    for name, reader in READERS.items():
        if name != source and all(heading(column) in first for column in reader.REQUIRED):
            hint = _("It looks like a file of “%(name)s”.") % {"name": name}
            return FileError(f"{error} {hint}")
    return error
