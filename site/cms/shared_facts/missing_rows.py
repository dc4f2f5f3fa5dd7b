"""What the original of a page has more of than its translation: rows that nobody has translated yet."""

from django.db import models
from django.utils.text import capfirst

from .fields import neutral_fields


def lists_with_more(original_id: int, version: models.Model) -> list[str]:
    """The names of the lists in which the original has more rows; one query."""
    fields = neutral_fields(type(version)).lists
    if not fields:
        return []
    rows = type(version)._base_manager.filter(pk=original_id).values_list(*(field.name for field in fields))
    theirs = rows.first() or ()
    return [
        capfirst(str(field.verbose_name))
        for field, value in zip(fields, theirs, strict=False)
        if len(value) > len(getattr(version, field.name))
    ]
