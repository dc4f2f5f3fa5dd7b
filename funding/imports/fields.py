"""Values of a record and fields of a page, in both directions, and when two values are the same."""

import html
import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import models
from wagtail.fields import StreamField

from funding.models import FundingSheetPage

from .record import ORGANISATION_FIELDS
from .values.organisations import name_key

BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


@cache
def field_of(name: str) -> models.Field:
    return FundingSheetPage._meta.get_field(name)


def label_of(name: str) -> str:
    """The field's name as editors read it."""
    return str(field_of(name).verbose_name)


def assign(page: FundingSheetPage, values: Mapping[str, Any], organisations: Mapping[str, int]) -> None:
    """Set fields from a record's values; ``None`` empties a field. Bodies are known by ``name_key``."""
    for name, value in values.items():
        if name in ORGANISATION_FIELDS:
            setattr(page, f"{name}_id", organisations.get(name_key(value)) if value else None)
        else:
            setattr(page, name, _to_python(field_of(name), value))


def current(page: FundingSheetPage, names: Iterable[str]) -> dict[str, Any]:
    """What the page says, as a record would."""
    return {name: to_json(field_of(name), getattr(page, name)) for name in names}


def same(name: str, one: Any, other: Any) -> bool:
    """Whether two values say the same. An editor's form writes line ends and markup in its own way."""
    if name in ORGANISATION_FIELDS:
        return name_key(one or "") == name_key(other or "")
    return _plain(one) == _plain(other)


def _to_python(field: models.Field, value: Any) -> Any:
    # A stream writes identifiers into what it is given; the record must stay as the source told it.
    value = deepcopy(value)
    if isinstance(field, StreamField):
        return field.to_python(value or [])
    if value is None:
        return None if field.null else field.get_default()
    return value if isinstance(value, bool | list) else field.to_python(value)


def to_json(field: models.Field, value: Any) -> Any:
    """A field's value as a record holds it."""
    if isinstance(field, StreamField):
        return _without_ids(value.get_prep_value()) if value else None
    if isinstance(field, models.ForeignKey):
        return value.name if value else None
    if isinstance(value, Decimal):
        return str(value.quantize(Decimal("0.01")))
    return value.isoformat() if hasattr(value, "isoformat") else value


def _without_ids(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_ids(item) for item in value]
    if isinstance(value, dict):
        is_block = "type" in value and "value" in value
        return {key: _without_ids(item) for key, item in value.items() if not (is_block and key == "id")}
    return value


def _plain(value: Any) -> Any:
    """Empty is empty, however it is written; text without what only a form adds."""
    if isinstance(value, str):
        text = html.unescape(BLOCK_KEY.sub("", value.replace("\r\n", "\n"))).strip()
        return text or None
    if isinstance(value, list):
        return [_plain(item) for item in value] or None
    if isinstance(value, dict):
        return {key: plain for key, item in value.items() if (plain := _plain(item)) is not None}
    return value or None
