"""Whether two states of a page or a snippet say the same in words, whatever their facts."""

import re

from django.db import models
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments

# An editor's form gives each paragraph one when it is saved, whatever was typed.
PARAGRAPH_KEY = re.compile(r' data-block-key="[^"]*"')


def same_words(one: models.Model, other: models.Model) -> bool:
    return _words(one) == _words(other)


def _words(instance: models.Model) -> list[tuple]:
    """What a translator would be given, with where it stands."""
    found = []
    for each in extract_segments(instance):
        if isinstance(each, StringSegmentValue):
            found.append((each.path, each.string.data, each.attrs))
        elif isinstance(each, TemplateSegmentValue):
            found.append((each.path, PARAGRAPH_KEY.sub("", each.template)))
    return found
