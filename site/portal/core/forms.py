"""The editor's forms: each open one has a key, and a version keeps the key of the form that made it."""

from datetime import datetime
from uuid import uuid4

from django import forms
from modelcluster.models import get_all_child_relations
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from .versions import FORM_KEY
from .writtendays import SKIPPED_HOUR, is_skipped


class FormKeyField(forms.CharField):
    """Hidden; made anew for each form that is opened, and kept while it is saved and refused."""

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def __init__(self):
        super().__init__(required=False, initial=lambda: uuid4().hex)

    def has_changed(self, initial, data):
        return False


class KeyedFormMixin:
    """Hands its key to the version that is made of it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[FORM_KEY] = FormKeyField()

    def save(self, commit=True):
        self.instance.form_key = self.cleaned_data[FORM_KEY]
        return super().save(commit)


class EditorPageForm(KeyedFormMixin, WagtailAdminPageForm):
    """Of every page."""

    def __init__(self, *args, instance=None, **kwargs):
        if instance is not None:
            _renew_rows(instance)
        super().__init__(*args, instance=instance, **kwargs)

    def clean(self):
        """Of the hour that comes twice in a year the first is meant; a schedule refuses it."""
        cleaned = super().clean()
        for hour, *days in self._meta.model.hours_with_days:
            at, day = cleaned.get(hour), next(filter(None, map(cleaned.get, days)), None)
            if at and day and is_skipped(datetime.combine(day, at)):
                self.add_error(hour, SKIPPED_HOUR)
        return cleaned


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


class EditorSnippetForm(KeyedFormMixin, WagtailAdminModelForm):
    """Of topics, organisations and glossary terms."""
