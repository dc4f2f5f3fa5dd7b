"""The editor's form of a sheet."""

from datetime import date

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.formats import localized
from cms.forms.editing import EditorPageForm
from funding.domain.ateco import not_codes
from funding.models.editions import mistake_in
from funding.models.validation import missing_fields


class SheetForm(EditorPageForm):
    """A draft may have gaps, as Wagtail allows; what is published may not."""

    verification_seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._verified_on, self._verified_by = self._verification()
        self.initial["verification_seen"] = self._day()
        self._ask_about_days()
        self._ask_about_change()

    def _ask_about_days(self) -> None:
        """Note beside the field what the note on dates contradicts, and which day a midnight belongs to."""
        dates = self.instance.dates
        # An empty place is kept: checklist.js fills it after each saving.
        questions = " ".join(self.instance.questions())
        for name in ("closes_on", "dates_note"):
            self._note_at(name, format_html('<span class="question" data-question>{}</span>', questions))
        if dates.until_midnight and dates.closing_day:
            words = _(
                "00:00 is the end of %(day)s. If the source means the end of the closing day, empty the hour."
            )
            text = words % {"day": localized.long_date(dates.closing_day)}
            self._note_at("closes_at", format_html("{} ", text))

    def _ask_about_change(self) -> None:
        """What a changed closing day means: of a sheet that was public, in the version that has the day."""
        if "closing_change" not in self.fields:
            return
        was_public = self.instance.live or self.instance.first_published_at
        if not was_public or ("closes_on" in self.fields and self.fields["closes_on"].disabled):
            del self.fields["closing_change"]
        else:
            field = self.fields["closing_change"]
            field.required = False  # what a form does not send stays as it was
            field.help_text = format_html(
                '{} <a href="{}">{}</a>',
                field.help_text,
                reverse("report_closing-changes"),
                _("What was published as an extension by mistake is put right here."),
            )

    def _note_at(self, name: str, text: SafeString) -> None:
        if name in self.fields:
            self.fields[name].help_text = format_html("{}{}", text, self.fields[name].help_text)

    def _verification(self) -> tuple[date | None, str]:
        """The verification that the public reads, whatever the draft says."""
        rows = type(self.instance).objects.filter(pk=self.instance.pk)
        return (self.instance.pk and rows.values_list("verified_on", "verified_by").first()) or (None, "")

    def _day(self) -> str:
        return self._verified_on.isoformat() if self._verified_on else ""

    def _keep_later_verification(self, cleaned: dict) -> None:
        """Somebody may have pressed "verified today" since this form was opened."""
        seen = self.data.get("verification_seen")
        if seen is None or seen == self._day() or not self._verified_on:
            return
        if not cleaned.get("verified_on") or cleaned["verified_on"] < self._verified_on:
            cleaned |= {"verified_on": self._verified_on, "verified_by": self._verified_by}

    def clean(self):
        cleaned = super().clean()
        self._keep_later_verification(cleaned)
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
            for field, messages in missing_fields(self.cleaned_data).items():
                # A value that was typed and refused is no gap: its own message is there already.
                if field in self.fields and field not in self.errors:
                    self.add_error(field, messages)
        return cleaned
