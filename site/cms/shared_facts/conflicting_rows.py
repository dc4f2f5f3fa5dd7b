"""What a version by hand says in a row other than the one that it follows: told beside the field."""

from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField

from ..formats import localized
from .copy_facts import as_stored, with_facts_of

Rows = list[dict]


def with_right_facts(leader, field: StreamField, value, seen: Rows):
    """``value`` with the days, amounts and codes of the leader. What was typed and is another raises an
    error; what stands as the form was opened with, which ``seen`` holds, has only been overtaken."""
    sent = as_stored(field, value)
    right = with_facts_of(leader, field, sent)
    known = {row.get("id"): row for row in seen}
    wrong = {}
    for index, (row, correct) in enumerate(zip(sent, right, strict=True)):
        if row != correct and (typed := _typed(row, correct, known.get(row.get("id")))):
            block = field.stream_block.child_blocks[row["type"]]
            wrong[index] = StructBlockValidationError(
                {name: _error(block.child_blocks[name], correct["value"][name], leader) for name in typed}
            )
    if wrong:
        raise StreamBlockValidationError(wrong)
    return value if sent == right else field.stream_block.to_python(right)


def _typed(row: dict, correct: dict, known: dict | None) -> list[str]:
    opened = known["value"] if known else {}
    return [
        name
        for name, value in row["value"].items()
        if value != correct["value"][name] and (name not in opened or value != opened[name])
    ]


def _error(block: blocks.Block, value: Any, leader) -> ValidationError:
    text = _("The version in %(language)s says: %(value)s. It is the same in every language.")
    language = localized.language_in_sentence(leader.locale)
    return ValidationError(text % {"language": language, "value": _in_words(block, value)})


def _in_words(block: blocks.Block, stored: Any) -> str:
    value = block.to_python(stored)
    if value in (None, "", []):
        return _("not indicated")
    if isinstance(value, date):
        return localized.long_date(value)
    if isinstance(value, time):
        return localized.hour(value)
    if isinstance(block, blocks.ChoiceBlock):
        return str(dict(block.field.choices).get(value, value))
    return str(value)
