"""wagtail-localize's translation sources, written in a dozen queries each instead of hundreds.

The result is what ``TranslationSource.update_or_create_from_instance`` makes; a test compares the two.
"""

import json
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

schema_version = cache(get_schema_version)


def source_of(instance: models.Model) -> TranslationSource:
    """The translation source of an instance that has none yet, with all its segments."""
    owner, _ = TranslatableObject.objects.get_or_create_from_instance(instance)
    source = TranslationSource.objects.create(
        object=owner,
        locale=instance.locale,
        specific_content_type=ContentType.objects.get_for_model(type(instance)),
        object_repr=str(instance)[:200],
        content_json=_content(instance),
        schema_version=schema_version(instance._meta.app_label),
        last_updated_at=timezone.now(),
    )
    segments = extract_segments(instance)
    contexts = _contexts(owner, instance, segments)

    def create(segment_model: type[models.Model], values: list, **fields) -> None:
        segment_model.objects.bulk_create(
            segment_model(
                source=source,
                context=contexts[value.path],
                order=value.order,
                **{name: made(value) for name, made in fields.items()},
            )
            for value in values
        )

    strings, templates, related, overridable = (
        [segment for segment in segments if isinstance(segment, kind)]
        for kind in (
            StringSegmentValue,
            TemplateSegmentValue,
            RelatedObjectSegmentValue,
            OverridableSegmentValue,
        )
    )
    string_rows, template_rows = _strings(source, strings), _templates(templates)
    create(
        StringSegment,
        strings,
        string=lambda value: string_rows[String._get_data_hash(value.string.data)],
        attrs=lambda value: _json(value.attrs),
    )
    create(TemplateSegment, templates, template=lambda value: template_rows[value.template])
    create(RelatedObjectSegment, related, object=_object_of)
    create(OverridableSegment, overridable, data_json=lambda value: _json(value.data))
    return source


def _content(instance: models.Model) -> str:
    if isinstance(instance, ClusterableModel):
        return instance.to_json()
    return _json(get_serializable_data_for_fields(instance))


def _json(value: object) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)


def _contexts(owner: TranslatableObject, instance: models.Model, segments: list) -> dict:
    contexts = {}
    for path in {segment.path for segment in segments}:
        context = TranslationContext(object=owner, path=path, path_id=TranslationContext._get_path_id(path))
        context.save = lambda **kwargs: None  # it would save each path on its own
        context.get_field_path(instance)
        del context.save
        contexts[path] = context
    TranslationContext.objects.bulk_create(contexts.values())
    return contexts


def _strings(source: TranslationSource, values: list[StringSegmentValue]) -> dict:
    texts = {String._get_data_hash(value.string.data): value.string.data for value in values}
    rows = [String(locale=source.locale, data_hash=number, data=text) for number, text in texts.items()]
    String.objects.bulk_create(rows, ignore_conflicts=True)
    return {row.data_hash: row for row in String.objects.filter(locale=source.locale, data_hash__in=texts)}


def _templates(values: list[TemplateSegmentValue]) -> dict:
    return {value.template: Template.from_value(value) for value in values}


def _object_of(value: RelatedObjectSegmentValue) -> TranslatableObject:
    found, _ = TranslatableObject.objects.get_or_create(
        content_type=value.content_type, translation_key=value.translation_key
    )
    return found
