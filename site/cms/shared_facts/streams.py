"""Neutral values inside streams: days, hours, files, links, choices. The words belong to each language; a
value follows in the rows that both have.
"""

from collections.abc import Callable
from typing import Any

from wagtail import blocks

from ..blocks import CodeBlock
from .fields import is_translated

Keeps = Callable[[str, Any, Any], bool]  # path, own value, the leader's value until now
Kinds = tuple[type[blocks.Block], ...]
WORDS = (blocks.CharBlock, blocks.TextBlock, blocks.BlockQuoteBlock, blocks.RichTextBlock)
# What no language has its own of, unless its row is about another paper or page.
FACTS = (
    *(blocks.DateBlock, blocks.TimeBlock, blocks.DateTimeBlock, blocks.BooleanBlock),
    *(blocks.IntegerBlock, blocks.DecimalBlock, blocks.FloatBlock),
    *(blocks.ChoiceBlock, blocks.MultipleChoiceBlock, CodeBlock),
)
THINGS = (blocks.URLBlock, blocks.EmailBlock, blocks.ChooserBlock)
UNKNOWN = object()


def merged(
    block: blocks.Block, path: str, theirs: Any, own: Any, before: Any, keeps: Keeps, facts: Kinds = ()
) -> Any:
    """``own`` with the neutral values of ``theirs``; all three as they are stored. ``before`` may be
    ``UNKNOWN``. Values of the kinds ``facts`` are not kept, whatever ``keeps`` says."""
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        return _rows(block, path, theirs, own, before, keeps, facts)
    if isinstance(block, blocks.StructBlock):
        if not isinstance(theirs, dict) or not isinstance(own, dict):
            return own
        old = before if isinstance(before, dict) else {}
        parts = [
            (name, child, f"{path}.{name}", theirs[name], own[name], old.get(name, UNKNOWN))
            for name, child in block.child_blocks.items()
            if name in theirs and name in own
        ]
        if any(_is_another(child, *values, keeps) for _name, child, *values in parts):
            facts = ()
        return own | {name: merged(*part, keeps, facts) for name, *part in parts}
    if _is_own(block) or (not isinstance(block, facts) and keeps(path, own, before)):
        return own
    return theirs


def without_removed(theirs: list[dict], own: list[dict], before: Any) -> list[dict]:
    """The rows of ``own`` but for those that the leader had until now and has no more; if it is ``UNKNOWN``
    what it had, those that it does not have."""
    there, old = _by_id(theirs), _by_id(before)
    return [
        row for row in own if row.get("id") in there or (before is not UNKNOWN and row.get("id") not in old)
    ]


def _is_another(block: blocks.Block, path: str, theirs: Any, own: Any, before: Any, keeps: Keeps) -> bool:
    """Whether the row is about another file, page or address than the leader's."""
    return isinstance(block, THINGS) and own != theirs and (_is_own(block) or keeps(path, own, before))


def _is_own(block: blocks.Block) -> bool:
    """Words, and what each language has its own of."""
    if isinstance(block, CodeBlock | blocks.URLBlock | blocks.EmailBlock):
        return False
    if isinstance(block, blocks.ChooserBlock):
        return is_translated(block.model_class)
    return hasattr(block, "get_translatable_segments") or isinstance(block, WORDS)


def _rows(block, path: str, theirs: Any, own: Any, before: Any, keeps: Keeps, facts: Kinds) -> list:
    there, old = _by_id(theirs), _by_id(before)
    result = []
    for row in own or []:
        other = there.get(row.get("id")) if isinstance(row, dict) else None
        if other is not None and other["type"] == row["type"]:
            child = block.child_block if isinstance(block, blocks.ListBlock) else _child(block, row["type"])
            was = old[row["id"]]["value"] if row["id"] in old else UNKNOWN
            if child is not None:
                value = merged(child, f"{path}.{row['id']}", other["value"], row["value"], was, keeps, facts)
                row = row | {"value": value}
        result.append(row)
    return result


def _child(block: blocks.StreamBlock, name: str) -> blocks.Block | None:
    return block.child_blocks.get(name)


def _by_id(rows: Any) -> dict[str, dict]:
    if not isinstance(rows, list):
        return {}
    return {row["id"]: row for row in rows if isinstance(row, dict) and row.get("id")}
