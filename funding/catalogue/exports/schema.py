"""The JSON Schema (2020-12) of the list as data, from the same fields that fill it."""

from typing import Any

from django.utils.translation import gettext as _

from cms.addresses import absolute
from funding.catalogue.finder.parameters import FIT, SORTS
from funding.presentation.sheet_fields import EXPORT_FIELDS

from .data import SCHEMA_FILE
from .lists import LIST_FIELDS

TEXT = {"type": "string"}
ADDRESS = {"type": "string", "format": "uri"}
OPTIONAL = {"type": ["string", "null"]}


def schema(index) -> dict[str, Any]:
    """For the lists of ``index``; descriptions in the active language."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": absolute(f"{index.url}{SCHEMA_FILE}"),
        "title": _("Funding sheets, as data"),
        "description": _(
            "A null is a fact that the source does not give. Amounts are euro, days and hours are those of "
            "Rome. Status and days left are those of the moment in “generated_at”."
        ),
        **_object(_envelope() | {"records": {"type": "array", "items": _object(_record())}}),
    }


def _envelope() -> dict[str, Any]:
    values = {"type": "array", "items": TEXT}
    return {
        "$schema": _described(ADDRESS, _("This schema")),
        "title": _described(TEXT, _("Title of the list")),
        "language": _described(TEXT, _("Language of the texts and labels")),
        "address": _described(ADDRESS, _("The same list as a page")),
        "generated_at": _described({**TEXT, "format": "date-time"}, _("When this file was made")),
        "publisher": _described(_object({"name": TEXT, "website": ADDRESS}), _("Who publishes")),
        "licence": _described(
            _object({"name": TEXT, "address": {**OPTIONAL, "format": "uri"}}), _("Licence of our texts")
        ),
        "filters": _described(
            {"type": "object", "additionalProperties": values},
            _("The finder's parameters that this list answers"),
        ),
        "sort": _described({"enum": [*SORTS, FIT]}, _("Order")),
        "notices": _described(values, _("What was ignored in the address")),
        "sources": _described(
            {"type": "array", "items": _object({"name": TEXT, "licence": OPTIONAL})},
            _("Where the facts come from, each with its licence: to be named when they are used"),
        ),
        "count": _described({"type": "integer", "minimum": 0}, _("How many sheets there are")),
    }


def _record() -> dict[str, Any]:
    fields = {field.name: _described(field.kind.schema, str(field.title)) for field in EXPORT_FIELDS}
    entries = {
        name: _described({"type": "array", "items": _object(dict.fromkeys(parts, OPTIONAL))}, str(title))
        for name, (title, parts) in LIST_FIELDS.items()
    }
    return fields | entries


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """All that is named is always there."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _described(schema, description: str) -> dict[str, Any]:
    return {"description": description, **schema}
