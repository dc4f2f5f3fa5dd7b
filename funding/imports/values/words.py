"""A value of a record as editors read it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from cms.fields import CodesField
from cms.formats import localized

from ..fields import field_of
from .text import normalise_space, truncate, without_markup

MAX_CHARACTERS_SHOWN = 80  # signs of a value
SHARES = ("intensity_min", "intensity_max")


def in_words(name: str, value: Any) -> str:
    """The value of the sheet's field ``name``, short enough for a line."""
    if value in (None, "", []):
        return _("empty")
    return truncate(_said(name, value), MAX_CHARACTERS_SHOWN)


def _said(name: str, value: Any) -> str:
    field = field_of(name)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(field, CodesField):
        return ", ".join(field.vocabulary.labels(value))
    if isinstance(field, models.DecimalField):
        amount = Decimal(value)
        return f"{localized.number(amount)}%" if name in SHARES else localized.euro(amount)
    if isinstance(field, models.DateField):
        return localized.long_date(date.fromisoformat(value))
    if isinstance(value, list):
        return ", ".join(_blocks(value))
    return str(dict(field.flatchoices).get(value, normalise_space(str(value))))


def _blocks(blocks: Iterable[dict[str, Any]]) -> Iterable[str]:
    """The text of each row or paragraph, without markup."""
    for block in blocks:
        value = block["value"]
        if isinstance(value, dict):
            value = next((value[key] for key in ("act", "text", "title", "link") if value.get(key)), "")
        yield normalise_space(without_markup(str(value)))
