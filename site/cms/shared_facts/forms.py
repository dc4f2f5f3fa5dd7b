"""The form of a version that is written by hand and follows another: its facts are that one's.

What may differ, such as a link, can be changed here. Where the other version has changed it since the form
was opened, and nobody has typed anything else here, the form keeps the new value. Another day, amount or code
in a row that both versions have is refused.
"""

import json

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..formats.localized import language_in_sentence
from .conflicting_rows import with_right_facts
from .copy_facts import stored
from .fields import neutral_fields
from .version_group import leader_of

SEEN = "shared_seen"


class SharedFactsFormMixin:
    """Before Wagtail's form of a page or a snippet."""

    def __init__(self, *args, instance=None, **kwargs):
        leader = leader_of(instance) if instance is not None else None
        if leader is not None:
            for field in neutral_fields(type(instance)).facts:
                setattr(instance, field.attname, getattr(leader, field.attname))
        super().__init__(*args, instance=instance, **kwargs)
        self._leader, self._may_differ = leader, []
        if leader is not None:
            self._show_only(leader)
            self._note_what_is_seen()

    def _show_only(self, leader) -> None:
        note = _("As in the version in %(language)s.") % {"language": language_in_sentence(leader.locale)}
        for field in neutral_fields(type(leader)).facts:
            if field.name in self.fields:
                self.fields[field.name].disabled = True
                self.fields[field.name].help_text = note

    def _note_what_is_seen(self) -> None:
        choices = neutral_fields(type(self.instance)).choices
        self._may_differ = [field.name for field in choices if field.name in self.fields]
        seen = {name: _plain(self.initial.get(name)) for name in self._may_differ}
        lists = neutral_fields(type(self.instance)).lists
        seen |= {field.name: stored(field, self.instance) for field in lists if field.name in self.fields}
        self.fields[SEEN] = forms.CharField(required=False, widget=forms.HiddenInput)
        self.initial[SEEN] = json.dumps(seen)

    def clean(self):
        cleaned = super().clean()
        for name in self._may_differ:
            if self._was_left_alone(name):
                cleaned[name] = self.fields[name].clean(self.initial.get(name))
        if self._leader is not None:
            self._share_facts_in_rows(cleaned)
        return cleaned

    def _share_facts_in_rows(self, cleaned: dict) -> None:
        for field in neutral_fields(type(self.instance)).lists:
            if cleaned.get(field.name) is not None:
                rows = self._seen().get(field.name)
                seen = rows if isinstance(rows, list) else []
                try:
                    cleaned[field.name] = with_right_facts(self._leader, field, cleaned[field.name], seen)
                except ValidationError as error:
                    self.add_error(field.name, error)

    def _was_left_alone(self, name: str) -> bool:
        """Whether it has another value than when the form was opened, which the form still has."""
        seen = self._seen()
        if name not in seen:
            return False
        sent = _plain(self[name].data)
        return sent == seen[name] and sent != _plain(self.initial.get(name))

    def _seen(self) -> dict:
        """What the form was opened with."""
        try:
            seen = json.loads(self.data.get(SEEN) or "{}")
        except ValueError:
            return {}
        return seen if isinstance(seen, dict) else {}


def _plain(value) -> str:
    """As it is sent: a thing that is chosen goes by its number."""
    return "" if value is None else str(getattr(value, "pk", value))
