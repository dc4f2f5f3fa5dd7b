"""Days that a source gives without their year: written and shown as 05/12.

The column needs some year: ``PLACEHOLDER`` is a leap year, so that every day has its place.
"""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

PLACEHOLDER = 2012
WITHOUT_YEAR = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})\s*\Z")


class DayField(forms.DateField):
    """A day with or without its year; ``year_known`` False shows any day without one, None only those that
    have the placeholder."""

    def __init__(self, *, year_known: bool | None = None, **kwargs):
        super().__init__(**kwargs)
        self.year_known = year_known
        self.widget.attrs["data-yearless"] = ""

    def to_python(self, value):
        found = WITHOUT_YEAR.match(value) if isinstance(value, str) else None
        if not found:
            return super().to_python(value)
        try:
            return date(PLACEHOLDER, int(found[2]), int(found[1]))
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], "invalid") from error

    def prepare_value(self, value):
        if not isinstance(value, date) or self.year_known:
            return value
        hidden = self.year_known is False or value.year == PLACEHOLDER
        return f"{value:%d/%m}" if hidden else value

    @classmethod
    def instead_of(cls, field: forms.DateField, year_known: bool) -> "DayField":
        return cls(
            year_known=year_known,
            required=field.required,
            label=field.label,
            help_text=field.help_text,
            widget=field.widget,
        )
