"""Writes facts into every version of a sheet that may still be published, so that none of them undoes the
row."""

import json
from typing import Any

from wagtail_localize.models import TranslationSource

from cms.forms.revisions import versions_to_come


def write_versions(sheets, facts: dict[str, Any]) -> None:
    """Into what can still become the live version, and what translations take facts from."""
    for revision in versions_to_come(sheets):
        revision.content |= facts
        revision.save(update_fields=["content"])
    keys = sheets.values("translation_key")
    for source in TranslationSource.objects.filter(object_id__in=keys):
        source.content_json = json.dumps(json.loads(source.content_json) | facts)
        source.save(update_fields=["content_json"])
