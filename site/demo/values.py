"""From plain YAML values to the raw values of StreamField blocks, with ids that never change.

An id follows from the page's key and the place in the file, so that the same block has the same id in
every language and in every installation: that is how a translation finds its source.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.core.exceptions import ValidationError
from wagtail import blocks

from .content import ContentError
from .markdown import rich_text

# A day of an example, counted from the day of loading: "+12 days", "-3 days".
_RELATIVE = re.compile(r"([+-]\d+) days?")
NAMESPACE = UUID("6b0f7c0e-2a54-4d53-9d0c-6a5d7d7f3c11")

TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)


def stable_id(*parts: object) -> UUID:
    """The same parts, the same id."""
    return uuid5(NAMESPACE, "/".join(str(part) for part in parts))


def day_from(value: Any, today: date) -> Any:
    """The day that "+12 days" stands for; any other value as it is."""
    found = _RELATIVE.fullmatch(value) if isinstance(value, str) else None
    return today + timedelta(days=int(found[1])) if found else value


@dataclass(frozen=True)
class ContentPath:
    """A place in a content file: for messages, and for the ids of what stands there."""

    file: str
    key: str
    path: str = ""

    def __truediv__(self, step: str | int) -> "ContentPath":
        separator = "." if self.path and isinstance(step, str) else ""
        return replace(
            self, path=f"{self.path}{separator}{f'[{step + 1}]' if isinstance(step, int) else step}"
        )

    def error(self, message: object) -> ContentError:
        return ContentError(self.file, self.path, str(message))

    @property
    def id(self) -> str:
        return str(stable_id(self.key, self.path))


@dataclass(frozen=True)
class Raw:
    """Makes raw block values; ``page_id`` finds a page's id by its key, days are counted from ``today``."""

    page_id: Callable[[str, ContentPath], int | None]
    today: date

    def value(self, block: blocks.Block, value: Any, path: ContentPath) -> Any:
        """What Wagtail would store for ``block``."""
        if isinstance(block, blocks.StreamBlock):
            return [self._stream_item(block, item, path / n) for n, item in enumerate(_list(value, path))]
        if isinstance(block, blocks.ListBlock):
            return [
                {
                    "type": "item",
                    "value": self.value(block.child_block, item, path / n),
                    "id": (path / n).id,
                }
                for n, item in enumerate(_list(value, path))
            ]
        if isinstance(block, blocks.StructBlock):
            return self._struct(block, value, path)
        if isinstance(block, blocks.RichTextBlock):
            return self.rich_text(value, path)
        if isinstance(block, blocks.PageChooserBlock):
            return self.page_id(value, path) if value else None
        if isinstance(block, blocks.DateBlock):
            value = day_from(value, self.today)
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, int | float) and isinstance(block, TEXT_BLOCKS) and not isinstance(value, bool):
            raise path.error(f"text is expected: put {value} in quotes")
        return value

    def rich_text(self, markdown: Any, path: ContentPath) -> str:
        """The rich text of a piece of Markdown."""
        if not isinstance(markdown, str):
            raise path.error("text is expected")
        try:
            return rich_text(markdown, lambda key: self.page_id(key, path) or 0)
        except ValueError as error:
            raise path.error(error) from error

    def _stream_item(self, block: blocks.StreamBlock, item: Any, path: ContentPath) -> dict[str, Any]:
        kind, value = kind_and_value(block, item, path)
        inner = path / kind if len(block.child_blocks) > 1 else path
        return {"type": kind, "value": self.value(block.child_blocks[kind], value, inner), "id": path.id}

    def _struct(self, block: blocks.StructBlock, value: Any, path: ContentPath) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise path.error("fields and their values are expected")
        for name in value:
            if name not in block.child_blocks:
                raise (path / name).error(f"not a field here; there are {', '.join(block.child_blocks)}")
        return {
            name: self.value(child, value[name], path / name) if name in value else _nothing(child)
            for name, child in block.child_blocks.items()
        }


def kind_and_value(block: blocks.StreamBlock, item: Any, path: ContentPath) -> tuple[str, Any]:
    """The type and the value of a stream's item: ``{type: value}``, or the value where there is one type."""
    if len(block.child_blocks) == 1:
        return next(iter(block.child_blocks)), item
    if not isinstance(item, dict) or len(item) != 1:
        raise path.error("one kind of block and its value are expected, such as “- text: …”")
    ((kind, value),) = item.items()
    if kind not in block.child_blocks:
        raise path.error(f"“{kind}” is not a block; there are {', '.join(block.child_blocks)}")
    return kind, value


def check_stream(block: blocks.StreamBlock, value: blocks.StreamValue, path: ContentPath) -> None:
    """Validate as the editor's form would; raises ``ContentError`` with the place of the first mistake."""
    try:
        block.clean(value)
    except ValidationError as error:
        raise _first(error, path) from error


def _first(error: ValidationError, path: ContentPath) -> ContentError:
    for step, inner in getattr(error, "block_errors", {}).items():
        return _first(inner, path / step)
    messages = getattr(error, "non_block_errors", None) or error.messages
    return path.error("; ".join(str(message) for message in messages))


def _list(value: Any, path: ContentPath) -> list:
    if not isinstance(value, list):
        raise path.error("a list is expected")
    return value


def _nothing(block: blocks.Block) -> Any:
    """The raw value of a field that the file leaves out."""
    if isinstance(block, blocks.ListBlock | blocks.StreamBlock):
        return []
    if isinstance(block, blocks.StructBlock):
        return {name: _nothing(child) for name, child in block.child_blocks.items()}
    if isinstance(block, TEXT_BLOCKS):
        return ""  # as the editor's form leaves it; wagtail-localize stumbles over None
    return block.get_prep_value(block.get_default())
