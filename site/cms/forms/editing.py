"""The editor's forms: each open one has a key, and a version keeps the key of the form that made it."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from ..shared_facts.forms import SharedFactsFormMixin
from .revisions import FORM_KEY
from .written_days import SKIPPED_HOUR, is_skipped
from .written_numbers import NumberInput


class FormKeyField(forms.CharField):
    """Hidden; made anew for each form that is opened, and kept while it is saved and refused. Begins with the
    language that the form is shown in, for what is told when nobody is logged in any more.
    """

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def __init__(self):
        super().__init__(required=False, initial=lambda: f"{get_language()}.{uuid4().hex}")

    def has_changed(self, initial, data):
        return False


class KeyedFormMixin:
    """Hands its key to the version that is made of it. An expiry that has done its work is gone: it would
    forbid every saving, and end what is published next at once.
    """

    def __init__(self, *args, instance=None, **kwargs):
        self._expired = instance.expire_at if instance is not None else None
        if self._expired and self._expired < timezone.now():
            instance.expire_at = None
        super().__init__(*args, instance=instance, **kwargs)
        self.fields[FORM_KEY] = FormKeyField()

    def clean_go_live_at(self):
        """An hour that has passed since it was saved may stay; a new one lies ahead."""
        moment, known = self.cleaned_data["go_live_at"], self.initial.get("go_live_at")
        stays = known and moment and known.replace(second=0, microsecond=0) == moment
        if moment and moment < timezone.now() and not stays:
            raise forms.ValidationError(_("This hour has passed: write one that is still to come."), "past")
        return moment

    def clean_expire_at(self):
        """Also that of a form which was opened before it passed."""
        moment = self.cleaned_data["expire_at"]
        return None if moment and moment < timezone.now() and self._is_known(moment) else moment

    def _is_known(self, moment) -> bool:
        """Whether the latest version has it, or the one that the form was made from: to the minute."""
        known, loaded = [self._expired], self.data.get("loaded_revision_id", "")
        if loaded.isdecimal() and self.instance.pk:
            for version in self.instance.revisions.filter(pk=loaded):
                known.append(parse_datetime(version.content["expire_at"] or ""))
        return any(one and one.replace(second=0, microsecond=0) == moment for one in known)

    def get_field_updates_for_resave(self):
        updates = super().get_field_updates_for_resave()
        if self.data.get("expire_at") and self.instance.expire_at is None:
            updates.append(("expire_at", ""))
        return [*updates, *self._amounts_in_full()]

    def _amounts_in_full(self) -> Iterator[tuple[str, list[str]]]:
        """What was typed and how it was understood. No input has such a name: amounts.js shows it once the
        field is left, so that nothing changes under somebody's hands."""
        for name, field in self.fields.items():
            amount, typed = self.cleaned_data.get(name), self.data.get(self.add_prefix(name), "")
            if isinstance(field.widget, NumberInput) and isinstance(amount, Decimal):
                full = field.widget.format_value(amount)
                if typed.strip() != full:
                    yield f"written:{self.add_prefix(name)}", [typed, full]

    def full_clean(self):
        """Tells each mistake once, where the form and the model find the same. Several stand in one line.
        A slug that is too long because a script made it of the title is no mistake of its own."""
        super().full_clean()
        name_too_long = any(self.has_error(name, "max_length") for name in ("title", "name"))
        if name_too_long and self.has_error("slug", "max_length"):
            del self._errors["slug"]
        for errors in self._errors.values():
            found = list({tuple(error.messages): error for error in errors.data}.values())
            errors.data = [_ended(error) for error in found] if len(found) > 1 else found

    def save(self, commit=True):
        self.instance.form_key = self.cleaned_data[FORM_KEY]
        return super().save(commit)


def _ended(error: forms.ValidationError) -> forms.ValidationError:
    """With a full stop, as Wagtail's own messages have it or not."""
    text = error.messages[0]
    if type(error) is not forms.ValidationError or text.endswith((".", "!", "?", "…")):
        return error
    return forms.ValidationError(f"{text}.", error.code)


class EditorPageForm(KeyedFormMixin, SharedFactsFormMixin, WagtailAdminPageForm):
    """The form of every page."""

    def __init__(self, *args, instance=None, **kwargs):
        if instance is not None:
            _renew_rows(instance)
        super().__init__(*args, instance=instance, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self):
        """A script makes it from the title, and the form may save itself before that: then the page keeps the
        one it has, or gets its first from the model."""
        return self.cleaned_data["slug"] or self.instance.slug

    def clean(self):
        """Of the hour that comes twice in a year the first is meant; a schedule refuses it."""
        cleaned = super().clean()
        for hour, *days in self._meta.model.hours_with_days:
            at, day = cleaned.get(hour), next(filter(None, map(cleaned.get, days)), None)
            if at and day and is_skipped(datetime.combine(day, at)):
                self.add_error(hour, SKIPPED_HOUR)
        if not self.is_deferred_validation:
            self._ask_for_what_readers_need(cleaned)
        return cleaned

    def _ask_for_what_readers_need(self, cleaned: dict) -> None:
        """Require what readers need; a draft may go without it."""
        required_messages = {}
        if self._meta.model.needs_summary:
            required_messages["summary"] = _("Write one or two sentences: nothing is published without them.")
        if cleaned.get("picture"):
            required_messages["picture_alt"] = _(
                "Say in words what the picture shows, for those who cannot see it."
            )
        for name, message in required_messages.items():
            if name in self.fields and not cleaned.get(name) and not self.has_error(name):
                self.add_error(name, message)


def _renew_rows(page) -> None:
    """Topics, links and the like that an earlier version had and that have been deleted since come back as
    new rows. By their old numbers the form would look for them, and refuse itself without a word of why.
    """
    versions = getattr(page, "_cluster_related_objects", {})
    for relation in get_all_child_relations(type(page)):
        rows = [row for row in versions.get(relation.get_accessor_name(), ()) if row.pk]
        if rows:
            there = type(rows[0])._base_manager.filter(pk__in=[row.pk for row in rows])
            ids = set(there.values_list("pk", flat=True))
            for row in rows:
                if row.pk not in ids:
                    row.pk = None


class EditorSnippetForm(KeyedFormMixin, SharedFactsFormMixin, WagtailAdminModelForm):
    """The form of topics, organisations and glossary terms."""

    def clean(self):
        """What is unique in a language is asked for here: Django leaves such a rule to the database where the
        language is no field of the form."""
        cleaned = super().clean()
        for name in self._unique_in_language():
            if not (value := cleaned.get(name)) or self.has_error(name):
                continue
            others = self._meta.model._default_manager.filter(
                **{name: value, "locale": self.instance.locale_id}
            )
            if other := others.exclude(pk=self.instance.pk).first():
                self.add_error(
                    name, _("“%(other)s” has this already. Choose another one.") % {"other": other}
                )
        return cleaned

    def _unique_in_language(self) -> list[str]:
        rules = [rule.fields for rule in self._meta.model._meta.constraints if hasattr(rule, "fields")]
        pairs = [set(fields) - {"locale"} for fields in rules if "locale" in fields and len(fields) == 2]
        return [name for pair in pairs for name in pair if name in self.fields]
