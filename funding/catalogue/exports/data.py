"""The list as JSON, with where it comes from and on which terms; ``schema`` describes it."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import override

from cms.addresses import absolute
from cms.constants import ROME
from cms.formats.plain_text import printable
from cms.models import PortalSettings
from funding.presentation.sheet_fields import EXPORT_FIELDS

from .batches import batches
from .clock import Clock
from .export_request import ExportRequest
from .lists import LIST_FIELDS, file_addresses, lists

SCHEMA_FILE = "export-schema.json"


def data(export: ExportRequest) -> Iterator[bytes]:
    """The file in pieces. The call itself fails when the search cannot answer.

    What only the end knows comes last: the sources of the sheets, and how many there are.
    """
    return _pieces(export, export.ids())


def _pieces(export: ExportRequest, ids: Iterator[int]) -> Iterator[bytes]:
    sources: dict[tuple, dict[str, Any]] = {}
    count = 0
    with override(export.language):
        head = _json(envelope(export))
    yield head.removesuffix(b"}") + b',"records":['
    for sheets in batches(ids, LIST_FIELDS):
        with override(export.language):
            files = file_addresses(sheets)
            records = [record(sheet, export.clock, files) for sheet in sheets]
        for sheet in sheets:
            _note_source(sheet, sources)
        lines = b",\n".join(map(_json, records))
        yield (b",\n" if count and records else b"") + lines
        count += len(records)
    end = _json({"sources": list(sources.values()), "count": count})
    yield b"]," + end.removeprefix(b"{") + b"\n"


def envelope(export: ExportRequest) -> dict[str, Any]:
    """All that is known before the first sheet."""
    terms = PortalSettings.of_site()
    return {
        "$schema": absolute(f"{export.index.url}{SCHEMA_FILE}"),
        "title": printable(export.name),
        "language": export.language,
        "address": export.list_address,
        "generated_at": export.clock.now.astimezone(ROME).isoformat(timespec="seconds"),
        "publisher": {"name": printable(terms.owner), "website": absolute("/")},
        "licence": {"name": printable(terms.licence_name), "address": terms.licence_url or None},
        "filters": export.filters(),
        "sort": export.parameters.sort,
        "notices": list(export.notices),
    }


def record(sheet, clock: Clock, files: dict[int, str]) -> dict[str, Any]:
    """One sheet."""
    return {field.name: field.value(sheet, clock) for field in EXPORT_FIELDS} | lists(sheet, files)


def _note_source(sheet, sources: dict[tuple, dict[str, Any]]) -> None:
    """Sources are few, however many sheets there are."""
    if sheet.source_name:
        key = (sheet.source_name, sheet.source_licence)
        sources.setdefault(key, {"name": printable(key[0]), "licence": printable(key[1]) or None})


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
