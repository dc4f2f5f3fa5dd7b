"""Amounts and shares in the forms of the admin: written as in the finder, see ``search.amounts``."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override

from cms.formats import localized
from cms.forms.written_numbers import NumberInput
from search.amounts import amount_of

from ..presentation.field_types import PERCENT
from ..presentation.sheet_fields import names_of


class AmountField(forms.DecimalField):
    widget = NumberInput
    default_error_messages = {
        "invalid": _("This is not an amount. Write it as 30,000, 30,000.50 or 1.5 million.")
    }

    def to_python(self, value):
        if value in self.empty_values or not (text := str(value).strip()):
            return None
        if (amount := amount_of(text)) is None:
            raise ValidationError(self.error_messages["invalid"], "invalid")
        refuse_two_readings(text)
        return amount


def refuse_two_readings(text: str) -> None:
    """ "50,000" is fifty for an Italian and fifty thousand for an Englishman: an editor is asked. The finder,
    where nobody types cents, reads thousands."""
    sign = localized.decimal_sign()
    if found := re.search(rf"(?<![\d.,])\d{{1,3}}{re.escape(sign)}\d{{3}}(?![\d.,])", text):
        thousands, decimals = found[0].replace(sign, ""), found[0].replace(sign, ".")
        readings = [localized.plain_number(Decimal(number)) for number in (thousands, decimals)]
        words = _("“%(typed)s” can be read as %(one)s or as %(other)s: write the one that is meant.")
        raise ValidationError(
            words % {"typed": found[0], "one": readings[0], "other": readings[1]}, "two_readings"
        )


class ShareField(AmountField):
    """In hundredths."""

    default_error_messages = {"invalid": _("This is not a percentage. Write it as 80 or 62.5.")}

    def to_python(self, value):
        return super().to_python(value.strip().removesuffix("%") if isinstance(value, str) else value)


def _override(field: models.DecimalField) -> dict:
    return {"form_class": ShareField if field.name in names_of(PERCENT) else AmountField}


def install() -> None:
    """Once, before the first form is made."""
    register_form_field_override(models.DecimalField, override=_override)
