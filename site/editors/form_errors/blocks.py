"""What is wrong inside the blocks of a form: which input it is about, in words and by name.

The inputs of blocks are numbered by a script in the order in which they were added, mistakes in the order in
which the blocks stand; what was sent says which number belongs to which place.
"""

from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import BaseStreamBlock, Block, ListBlock

Found = tuple[str, str, str]  # name of the input, place in words, message


def is_of_blocks(error: ValidationError) -> bool:
    return hasattr(error, "block_errors")


def in_blocks(
    block: Block, data: Mapping[str, str], prefix: str, error: ValidationError, place: str, depth: int = 0
) -> Iterator[Found]:
    """``place`` says where ``block`` stands, ``prefix`` how its inputs' names begin in ``data``."""
    inner = getattr(error, "block_errors", None) or {}
    numbers = _numbers(data, prefix) if isinstance(block, BaseStreamBlock | ListBlock) else []
    for step, one in inner.items() if isinstance(inner, dict) else enumerate(inner):
        if one is None:
            continue
        child, name, words = _child(block, data, prefix, numbers, step)
        where = _place(place, step, words, depth)
        if child is None:
            yield name, where, one.messages[0]
        else:
            yield from in_blocks(child, data, name, one, where, depth + 1)
    of_all = getattr(error, "non_block_errors", None)
    if of_all or not inner:
        yield prefix, place, (list(of_all) if of_all else error.messages)[0]


def _numbers(data: Mapping[str, str], prefix: str) -> list[int]:
    """The numbers of the blocks that were sent, in the order in which they stand."""
    count = data.get(f"{prefix}-count", "")
    there = range(int(count) if count.isdecimal() else 0)
    kept = [number for number in there if not data.get(f"{prefix}-{number}-deleted")]
    return sorted(kept, key=lambda number: int(data.get(f"{prefix}-{number}-order") or 0))


def _child(block: Block, data, prefix: str, numbers: list[int], step) -> tuple[Block | None, str, str]:
    """The block inside, how the names of its inputs begin, and its label; of a list's none."""
    if not isinstance(step, int):
        child = block.child_blocks[step]
        return child, f"{prefix}-{step}", str(child.label)
    number = numbers[step] if step < len(numbers) else step
    name = f"{prefix}-{number}-value"
    if isinstance(block, ListBlock):
        return block.child_block, name, ""
    child = block.child_blocks.get(data.get(f"{prefix}-{number}-type"))
    return child, name, str(child.label) if child else ""


def _place(place: str, step, words: str, depth: int) -> str:
    if not isinstance(step, int):
        return f"{place} · {words}"
    if depth:
        return f"{place} ({step + 1})" + (f" · {words}" if words else "")
    place = _("%(field)s, block %(place)s") % {"field": place, "place": step + 1}
    return f"{place} ({words})" if words else place
