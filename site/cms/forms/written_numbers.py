"""Numbers as people write them, in every form of the admin.

A browser's own number input drops what it cannot read: "50mila" arrives as 50, "30000,50" as 3000050. So
numbers are written into plain text inputs, and what they mean is decided here and, for amounts, by the app
that has them; anything else is refused beside the field and stays in it.
"""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override

from ..formats.localized import exact_number

_WHOLE = re.compile(r"\d{1,9}", re.ASCII)


class NumberInput(forms.TextInput):
    """Decimals are grouped in the language that is spoken; what was typed is shown as it was typed."""

    def __init__(self, attrs=None):
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value):
        return exact_number(value) if isinstance(value, Decimal) else super().format_value(value)


class WholeNumberField(forms.IntegerField):
    widget = NumberInput(attrs={"inputmode": "numeric"})
    default_error_messages = {"invalid": _("Write a whole number in digits, such as 24.")}

    def to_python(self, value):
        """Django would take 1.000 for 1."""
        text = "" if value is None else str(value).strip()
        if text and not _WHOLE.fullmatch(text):
            raise ValidationError(self.error_messages["invalid"], "invalid")
        return int(text) if text else None


def install() -> None:
    """Once, before the first form is made."""
    register_form_field_override(models.IntegerField, override={"form_class": WholeNumberField})
