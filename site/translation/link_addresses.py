"""The address to which a link of a translation leads, where it is another one than the original's."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

MAIL = "mailto:"
WITHOUT_CHECK = ("tel:", "/", "#")  # telephone numbers, and places on this site


def is_web_address(value) -> bool:
    """Whether the original leads to a web address: what else may be overridden is no text, or a page."""
    return isinstance(value, str) and value.startswith(("http://", "https://"))


def cleaned(value: str) -> tuple[str, str]:
    """``value`` as it is stored, and for its writer why it leads nowhere; that is empty where it may."""
    value = value.strip()
    if value.startswith(WITHOUT_CHECK):
        return value, ""
    try:
        if value.startswith(MAIL):
            validate_email(value.removeprefix(MAIL))
            return value, ""
        return forms.URLField(assume_scheme="https").clean(value), ""
    except ValidationError as error:
        return value, " ".join(error.messages)
