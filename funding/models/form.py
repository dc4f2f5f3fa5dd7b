"""The editor's form of a sheet."""

from django.utils import timezone
from django.utils.translation import gettext as _
from portal.core.forms import EditorPageForm

from funding.ateco import not_codes
from funding.editions import mistake_in
from funding.rules import gaps


class SheetForm(EditorPageForm):
    """A draft may have gaps, as Wagtail allows; what is published may not."""

    def clean(self):
        cleaned = super().clean()
        previous = cleaned.get("previous_edition")
        if previous and (mistake := mistake_in(self.instance, previous)):
            self.add_error("previous_edition", mistake)
        # What an import brought in as prose may stay; what is typed must be codes.
        if "ateco" in self.changed_data and (wrong := not_codes(cleaned.get("ateco") or "")):
            self.add_error(
                "ateco", _("“%(code)s” is no ATECO code: expected 59, 59.1, 59.14 or R.") % {"code": wrong[0]}
            )
        if (day := cleaned.get("verified_on")) and day > timezone.localdate():
            self.add_error("verified_on", _("Expected a day that is not in the future."))
        if not self.is_deferred_validation:
            for field, messages in gaps(self.cleaned_data).items():
                # A value that was typed and refused is no gap: its own message is there already.
                if field in self.fields and field not in self.errors:
                    self.add_error(field, messages)
        return cleaned
