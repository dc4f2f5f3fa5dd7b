"""Model fields that pages share."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from .vocabularies import Vocabulary


class CodesField(models.JSONField):
    """A list of codes of one closed list, kept in the list's order, without repetition.

    The codes are the same in every language, so wagtail-localize synchronises the field and a
    translation cannot break a filter.
    """

    default_error_messages = {"unknown_code": _("“%(code)s” is not in the list.")}

    def __init__(self, *args, vocabulary: Vocabulary | None = None, **kwargs):
        self.vocabulary = vocabulary
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        for code in value:
            if code not in self.vocabulary:
                raise ValidationError(self.error_messages["unknown_code"], "unknown_code", {"code": code})

    def clean(self, value, model_instance):
        value = super().clean(value or [], model_instance)
        return [code for code in self.vocabulary.codes if code in value]

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=lambda: self.vocabulary.choices,
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text),
        )


class LinkField(models.URLField):
    """A whole web address. The message names the field, so that it also helps away from the form."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 500)
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        self.error_messages["invalid"] = format_lazy(
            _("{field}: give a whole web address that starts with https:// or http://."),
            field=capfirst(self.verbose_name),
        )

    def formfield(self, **kwargs):
        messages = {"invalid": self.error_messages["invalid"]}
        return super().formfield(**{"assume_scheme": "https", "error_messages": messages, **kwargs})
