"""Versions of pages and snippets, and the open form that each of them was typed in."""

from django.db.models import Q, QuerySet
from wagtail.models import Revision, TaskState

FORM_KEY = "form_key"


class KeyedVersionsMixin:
    """For models with versions. ``form_key`` is set by the form that is about to save."""

    form_key = ""

    def serializable_data(self):
        """What a version keeps: with the form's key, which no field reads back."""
        data = super().serializable_data()
        return data | {FORM_KEY: self.form_key} if self.form_key else data


def versions_to_come(things: QuerySet) -> QuerySet[Revision]:
    """The versions of these pages or snippets that may still be published, or are read on: the newest, the
    live, those that wait for approval and those that are scheduled."""
    ids = [str(pk) for pk in things.values_list("pk", flat=True)]
    kind = things.model().get_base_content_type()
    ours = Revision.objects.filter(base_content_type=kind, object_id__in=ids)
    waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).values("revision")
    condition = Q(pk__in=things.values("latest_revision")) | Q(pk__in=things.values("live_revision"))
    condition |= Q(pk__in=waiting) | Q(approved_go_live_at__isnull=False)
    return ours.filter(condition)
