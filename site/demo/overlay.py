"""Lays a translated file over its source: texts from the one, everything else from the other.

The two must have the same structure, because wagtail-localize pairs texts by the blocks that hold them.
"""

from collections.abc import Mapping
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail_localize.fields import get_translatable_fields

from cms.pages import BasePage
from home.models import HomePage

from .values import TEXT_BLOCKS, ContentPath, kind_and_value

# Names and figures that may read the same in all languages, so that a translation may leave them out.
SAME_IN_ALL = {
    "address", "author", "contact_office", "language", "name", "people", "place_name", "places",
    "quotation_name", "town", "unit", "value",
}  # fmt: skip


def overlay(model: type, source: Mapping, translation: Mapping, path: ContentPath) -> dict[str, Any]:
    """The data of the translated page; raises ``ContentError`` where the two files differ in structure."""
    texts = translatable_texts(model)
    for name, value in translation.items():
        if name not in texts and value != source.get(name):
            raise (path / name).error("only texts differ between languages; leave it out here")
        if name in texts and not source.get(name) and value:
            raise (path / name).error("the source does not have it")
    merged = dict(source)
    for name in texts & source.keys():
        if source[name]:
            field = model._meta.get_field(name)
            block = field.stream_block if isinstance(field, StreamField) else None
            merged[name] = _text(block, name, source[name], translation.get(name), path / name)
    return merged


def translatable_texts(model: type) -> set[str]:
    """The names of the fields whose text a translator writes; the address of a page is written like one."""
    texts = {
        field.field_name
        for field in get_translatable_fields(model)
        if field.is_translated(model) and not model._meta.get_field(field.field_name).is_relation
    }
    has_address = issubclass(model, BasePage) and model is not HomePage
    return texts | {"slug"} if has_address else texts


def _text(block: blocks.Block | None, name: str, source: Any, translation: Any, path: ContentPath) -> Any:
    if translation in (None, "") and name in SAME_IN_ALL:
        return source
    if translation in (None, ""):
        raise path.error("the translation is missing")
    return _block(block, source, translation, path) if block else translation


def _block(block: blocks.Block, source: Any, translation: Any, path: ContentPath) -> Any:
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        return _items(block, source, translation, path)
    if isinstance(block, blocks.StructBlock):
        return _struct(block, source, translation, path)
    if isinstance(block, TEXT_BLOCKS):
        return translation
    if translation != source:
        raise path.error(f"“{translation}” differs from the source's “{source}”; leave it out here")
    return source


def _items(block: blocks.Block, source: Any, translation: Any, path: ContentPath) -> list:
    if not isinstance(translation, list) or len(source) != len(translation):
        count = len(translation) if isinstance(translation, list) else "no"
        raise path.error(f"the source has {len(source)} items, the translation {count}")
    merged = []
    for n, (one, other) in enumerate(zip(source, translation, strict=True)):
        here = path / n
        if isinstance(block, blocks.ListBlock):
            merged.append(_block(block.child_block, one, other, here))
            continue
        (kind, one), (other_kind, other) = (kind_and_value(block, item, here) for item in (one, other))
        if kind != other_kind:
            raise here.error(f"the source has “{kind}” here, the translation “{other_kind}”")
        value = _block(block.child_blocks[kind], one, other, here / kind)
        merged.append({kind: value} if len(block.child_blocks) > 1 else value)
    return merged


def _struct(block: blocks.StructBlock, source: Any, translation: Any, path: ContentPath) -> dict[str, Any]:
    if not isinstance(translation, dict):
        raise path.error("fields and their values are expected")
    for name, value in translation.items():
        if value and not source.get(name):
            raise (path / name).error("the source does not have it")
    merged = dict(source)
    for name, child in block.child_blocks.items():
        if not source.get(name):
            continue
        has_text = isinstance(child, (*TEXT_BLOCKS, blocks.ListBlock, blocks.StreamBlock, blocks.StructBlock))
        if has_text:
            merged[name] = _text(child, name, source[name], translation.get(name), path / name)
        elif name in translation:
            merged[name] = _block(child, source[name], translation[name], path / name)
    return merged
