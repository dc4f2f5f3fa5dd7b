"""Whether two states of a page or a snippet say the same in words, whatever their facts."""

from django.db import models
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments


def same_words(one: models.Model, other: models.Model) -> bool:
    return _words(one) == _words(other)


def _words(instance: models.Model) -> list[tuple]:
    """What a translator would be given, with where it stands."""
    found = []
    for each in extract_segments(instance):
        if isinstance(each, StringSegmentValue):
            found.append((each.path, each.string.data, each.attrs))
        elif isinstance(each, TemplateSegmentValue):
            found.append((each.path, each.template))
    return found
