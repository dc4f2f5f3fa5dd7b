"""Writes facts into every version of a sheet that may still be published, so that none of them undoes the
row."""

import json
from typing import Any

from django.db.models import Q
from wagtail.models import Revision, TaskState
from wagtail_localize.models import TranslationSource


def write_versions(sheets, facts: dict[str, Any]) -> None:
    """Into what can still become the live version, and what translations take facts from."""
    for revision in Revision.objects.filter(pk__in=_versions_to_come(sheets)):
        revision.content |= facts
        revision.save(update_fields=["content"])
    keys = sheets.values("translation_key")
    for kept in TranslationSource.objects.filter(object_id__in=keys):
        kept.content_json = json.dumps(json.loads(kept.content_json) | facts)
        kept.save(update_fields=["content_json"])


def _versions_to_come(sheets) -> list[int]:
    numbers = [str(pk) for pk in sheets.values_list("pk", flat=True)]
    ours = Revision.page_revisions.filter(object_id__in=numbers)
    newest = sheets.values("latest_revision")
    live = sheets.values("live_revision")
    waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).values("revision")
    wanted = Q(pk__in=newest) | Q(pk__in=live) | Q(pk__in=waiting) | Q(approved_go_live_at__isnull=False)
    return list(ours.filter(wanted).values_list("pk", flat=True))
