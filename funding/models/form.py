"""The editor's form of a sheet."""

from wagtail.admin.forms import WagtailAdminPageForm

from funding.editions import mistake_in
from funding.rules import gaps


class SheetForm(WagtailAdminPageForm):
    """A draft may have gaps, as Wagtail allows; what is published may not."""

    def clean(self):
        cleaned = super().clean()
        previous = cleaned.get("previous_edition")
        if previous and (mistake := mistake_in(self.instance, previous)):
            self.add_error("previous_edition", mistake)
        if not self.is_deferred_validation:
            for field, messages in gaps(self.cleaned_data).items():
                # A value that was typed and refused is no gap: its own message is there already.
                if field in self.fields and field not in self.errors:
                    self.add_error(field, messages)
        return cleaned
