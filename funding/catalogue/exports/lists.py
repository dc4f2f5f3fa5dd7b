"""What a sheet lists under one name: requirements, papers, steps. Only data has room for it, no table has."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model

from cms.addresses import absolute
from cms.formats.plain_text import printable
from funding.models.sheet import FundingSheet as Sheet

# The sheet's field with its title and what each entry tells.
LIST_FIELDS = {
    "requirements": (_("Further requirements: needed or preferred"), ("text", "level")),
    "documents": (_("Documents of the call"), ("title", "address", "day", "language")),
    "legal_basis": (_("Acts that the call rests on"), ("act", "link")),
    "criteria": (_("What applications are judged by"), ("name", "weight")),
    "steps": (_("Steps with their days"), ("title", "day")),
}


def lists(sheet: Sheet, files: dict[int, str]) -> dict[str, list[dict[str, Any]]]:
    """All lists of ``sheet``, which was read with them; ``files`` are our documents by number."""
    return {
        name: [_entry(block["value"], parts, files) for block in _blocks(sheet, name)]
        for name, (_title, parts) in LIST_FIELDS.items()
    }


def file_addresses(sheets: Iterable[Sheet]) -> dict[int, str]:
    """The addresses of the documents that ``sheets`` keep here, in one query at most."""
    blocks = (block["value"] for sheet in sheets for block in _blocks(sheet, "documents"))
    ids = {block["file"] for block in blocks if block.get("file")}
    if not ids:
        return {}
    return {pk: absolute(file.url) for pk, file in get_document_model().objects.in_bulk(ids).items()}


def _blocks(sheet: Sheet, name: str) -> list[dict[str, Any]]:
    return getattr(sheet, f"raw_{name}") or []


def _entry(value: dict[str, Any], parts: Iterable[str], files: dict[int, str]) -> dict[str, Any]:
    known = value | {"address": files.get(value.get("file")) or value.get("link")}
    return {part: printable(str(known[part])) if known.get(part) else None for part in parts}
