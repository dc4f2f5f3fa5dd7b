"""What a click on the list of changed statuses may say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from funding.editors.correcting import CORRECTION, EXTENSION
from funding.editors.status_resolution import CONCLUDED, DATED, NO_DEADLINE, RIGHT


class StatusForm(forms.Form):
    """One statement; a closing day goes with one of them only."""

    statement = forms.ChoiceField(choices=[(name, name) for name in (NO_DEADLINE, CONCLUDED, DATED, RIGHT)])
    day = forms.DateField(required=False, error_messages={"invalid": _("Expected a day such as 31/12/2026.")})

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("statement") == DATED and not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", _("Give the closing day."))
        return cleaned


class CorrectionForm(forms.Form):
    """What a logged change of the closing day was."""

    classification = forms.ChoiceField(choices=[(name, name) for name in (CORRECTION, EXTENSION)])

    @property
    def is_correction(self) -> bool:
        return self.cleaned_data["classification"] == CORRECTION
