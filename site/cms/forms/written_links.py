"""Web addresses, wherever a form has a field for one: what is expected is said in our words."""

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

EXPECTED = _("Give a whole web address that starts with https://, such as https://www.example.org/page.")


def install() -> None:
    """Once, before the first form is made."""
    URLValidator.message = EXPECTED
    forms.URLField.default_error_messages = {**forms.URLField.default_error_messages, "invalid": EXPECTED}
