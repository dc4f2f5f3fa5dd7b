"""What was deleted since it was chosen does not keep a translation from being published.

The library would look for it and raise ``DoesNotExist``, or ask an empty block what it chooses from.
"""

from django.db import models
from django.db.models import Model
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField
from wagtail_localize import models as theirs
from wagtail_localize.segments import OverridableSegmentValue, ingest

from .targets import stored

# What a translation holds in place of a thing that its translator has taken out.
EMPTY = ""


def install() -> None:
    """The library has no hook between reading its segments and writing them."""
    theirs.ingest_segments = _ingest
    ingest.handle_related_object = _related_object
    ingest.StreamFieldSegmentsWriter.handle_block = _handle_block


def _ingest(original, translated, source_locale, target_locale, segments) -> None:
    """The library's, without the segments that have nothing to act on."""
    fitting = [segment for segment in segments if _fits(original, segment)]
    _theirs_ingest(original, translated, source_locale, target_locale, fitting)


def _related_object(related_model, source_locale, target_locale, segments):
    segment = segments[0]
    if isinstance(segment, OverridableSegmentValue):
        return stored(related_model, segment.data)
    return _theirs_related_object(related_model, source_locale, target_locale, segments)


def _handle_block(writer, block, value, segments):
    """A chooser whose own thing is gone holds None, which does not tell what it chooses from."""
    if isinstance(block, blocks.ChooserBlock):
        return _related_object(block.model_class, writer.src_locale, writer.tgt_locale, segments)
    return _theirs_handle_block(writer, block, value, segments)


_theirs_ingest = theirs.ingest_segments
_theirs_related_object = ingest.handle_related_object
_theirs_handle_block = ingest.StreamFieldSegmentsWriter.handle_block


def _fits(original: Model, segment) -> bool:
    """Whether the row or block is still there, and what was chosen instead of its own thing as well."""
    try:
        chosen_from = _in_instance(original, segment.path.split("."))
    except LookupError:
        return False
    if chosen_from is None or not isinstance(segment, OverridableSegmentValue):
        return True
    return segment.data == EMPTY or stored(chosen_from, segment.data) is not None


def _in_instance(instance: Model, path: list[str]) -> type[Model] | None:
    """The model that the place chooses from, None for a text. Raises ``LookupError`` where it is gone."""
    field = instance._meta.get_field(path[0])
    if isinstance(field, models.ManyToOneRel):
        rows = getattr(instance, path[0]).all()
        row = next((each for each in rows if str(each.translation_key) == path[1]), None)
        if row is None:
            raise LookupError(path[1])
        return _in_instance(row, path[2:])
    if isinstance(field, StreamField):
        return _in_block(field.stream_block, field.value_from_object(instance), path[1:])
    return field.related_model if isinstance(field, models.ForeignKey) else None


def _in_block(block: blocks.Block, value, path: list[str]) -> type[Model] | None:
    if isinstance(block, blocks.ChooserBlock):
        return block.model_class
    if not path or not isinstance(block, (blocks.StreamBlock, blocks.ListBlock, blocks.StructBlock)):
        return None
    if isinstance(block, blocks.StructBlock):
        return _in_block(block.child_blocks[path[0]], value[path[0]], path[1:])
    children = value.bound_blocks if isinstance(value, ListValue) else value
    child = next((each for each in children if each.id == path[0]), None)
    if child is None:
        raise LookupError(path[0])
    return _in_block(child.block, child.value, path[1:])
