"""The form that visitors fill in: the editors' fields, the consent, and a trap for programs."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

CONSENT = "consent"
# A name that programs like to fill in. People never see the field.
TRAP = "website"
MAX_LENGTHS = {"singleline": 250, "multiline": 5000}
AUTOCOMPLETE = {"email": "email"}


class ContactForm(BaseForm):
    """Knows whether a program has filled it in, which is not told to that program."""

    error_css_class = "invalid"
    use_required_attribute = False  # our own words say what is missing, all of it at once

    @property
    def trapped(self) -> bool:
        return bool(self.data.get(TRAP))

    @property
    def visible(self):
        """The fields that people see, in order."""
        return [field for field in self if field.name != TRAP]

    @property
    def invalid_fields(self):
        """The fields that were not filled in rightly."""
        return [field for field in self.visible if field.errors]


class ContactFormBuilder(FormBuilder):
    """``fields`` as ``home.contact.fields.FormField``."""

    def __init__(self, fields, consent: str):
        super().__init__(fields)
        self.consent = consent

    def create_singleline_field(self, field, options):
        return forms.CharField(**options, max_length=MAX_LENGTHS["singleline"])

    def create_multiline_field(self, field, options):
        widget = forms.Textarea(attrs={"rows": 7})
        return forms.CharField(**options, max_length=MAX_LENGTHS["multiline"], widget=widget)

    def create_email_field(self, field, options):
        widget = forms.EmailInput(attrs={"autocomplete": "email"})
        return forms.EmailField(**options, widget=widget)

    @property
    def formfields(self):
        found = super().formfields
        for field in found.values():
            field.error_messages["required"] = _("Fill in “%(label)s”.") % {"label": field.label}
        found[CONSENT] = forms.BooleanField(
            label=self.consent,
            error_messages={"required": _("Without your consent we may not keep the message.")},
        )
        found[TRAP] = forms.CharField(label=_("Leave this empty"), required=False)
        return found

    def get_form_class(self):
        return type("ContactForm", (ContactForm,), dict(self.formfields))
