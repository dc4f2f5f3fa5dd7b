"""Whether an original that is published again says what its translations were made from."""

import json

from django.db.models import Model
from django.utils import timezone
from wagtail.models import TranslatableMixin
from wagtail.signals import published
from wagtail_localize.models import TranslationSource
from wagtail_localize.segments import OverridableSegmentValue, RelatedObjectSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments

from . import addresses


def connect() -> None:
    published.connect(_note, dispatch_uid="translation-unchanged")


def _note(sender, instance, **kwargs) -> None:
    """The time of a source is when it was compared last: lists cannot compare contents in their queries."""
    if not isinstance(instance, TranslatableMixin):
        return
    sources = TranslationSource.objects.filter(
        object_id=instance.translation_key, locale_id=instance.locale_id
    )
    source = sources.first()
    if source is not None and is_unchanged(source, instance):
        sources.update(last_updated_at=max(timezone.now(), instance.last_published_at))


def is_unchanged(source: TranslationSource, instance: Model) -> bool:
    """Whether ``instance`` has the texts, links and choices of ``source`` in their order."""
    return _now(instance) == _stored(source)


def _now(instance: Model) -> list[list[tuple]]:
    texts, frames, related, choices = [], [], [], []
    for value in extract_segments(instance):
        if isinstance(value, TemplateSegmentValue):
            frames.append((value.path, value.template))
        elif isinstance(value, RelatedObjectSegmentValue):
            related.append((value.path, value.translation_key))
        elif isinstance(value, OverridableSegmentValue):
            choices.append((value.path, json.loads(json.dumps(value.data, default=str))))
        else:
            texts.append((value.path, value.string.data, value.attrs or {}))
    return _without_address(texts, frames, related, choices)


def _stored(source: TranslationSource) -> list[list[tuple]]:
    def read(segments, *names):
        return segments.order_by("order").values_list("context__path", *names)

    texts = read(source.stringsegment_set, "string__data", "attrs")
    choices = read(source.overridablesegment_set, "data_json")
    return _without_address(
        [(path, text, json.loads(attrs) or {} if attrs else {}) for path, text, attrs in texts],
        list(read(source.templatesegment_set, "template__template")),
        list(read(source.relatedobjectsegment_set, "object_id")),
        [(path, json.loads(data)) for path, data in choices],
    )


def _without_address(*kinds: list[tuple]) -> list[list[tuple]]:
    """Each language has its own."""
    return [[each for each in some if each[0] != addresses.PATH] for some in kinds]
