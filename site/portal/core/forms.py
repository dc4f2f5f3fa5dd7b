"""The editor's forms: what was saved meanwhile by somebody else is not written over unseen."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm


class NothingOverwrittenMixin:
    """Refuses what was typed over an older version than the latest, and keeps it in the form.

    The form then knows the latest version: who saves again has been told. Wagtail's own notice needs a
    script and can be clicked away before it is read.
    """

    may_lack_versions = False  # whether a form may be made from something that has no version yet

    def clean(self):
        cleaned = super().clean()
        newer = self._newer_version()
        if newer is not None:
            user, saved = newer.user, timezone.localtime(newer.created_at)
            told = {
                "name": user.get_full_name() or user.get_username() if user else _("Somebody"),
                "time": date_format(saved, "TIME_FORMAT"),
            }
            message = _(
                "%(name)s saved this at %(time)s, after you had opened it. Nothing is overwritten: what you "
                "typed is still here. Compare it with the latest version under “History”; saving again "
                "puts yours in its place."
            )
            self.add_error(None, message % told)
        return cleaned

    def _newer_version(self):
        """The latest revision, if the form was not made from it."""
        loaded = self.data.get("overwrite_revision_id") or self.data.get("loaded_revision_id")
        if self.instance.pk is None or not (loaded or self.may_lack_versions):
            return None
        latest = type(self.instance).objects.get(pk=self.instance.pk).latest_revision
        if latest is None or str(latest.pk) == loaded or (not loaded and latest.user == self.for_user):
            return None
        return latest


class EditorPageForm(NothingOverwrittenMixin, WagtailAdminPageForm):
    """Of every page."""

    def __init__(self, *args, instance=None, **kwargs):
        if instance is not None:
            _renew_rows(instance)
        super().__init__(*args, instance=instance, **kwargs)


def _renew_rows(page) -> None:
    """Topics, links and the like that an earlier version had and that have been deleted since come back as
    new rows. By their old numbers the form would look for them, and refuse itself without a word of why.
    """
    versions = getattr(page, "_cluster_related_objects", {})
    for relation in get_all_child_relations(type(page)):
        rows = [row for row in versions.get(relation.get_accessor_name(), ()) if row.pk]
        if rows:
            there = type(rows[0])._base_manager.filter(pk__in=[row.pk for row in rows])
            numbers = set(there.values_list("pk", flat=True))
            for row in rows:
                if row.pk not in numbers:
                    row.pk = None


class EditorSnippetForm(NothingOverwrittenMixin, WagtailAdminModelForm):
    """Of topics, organisations and glossary terms."""

    may_lack_versions = True
