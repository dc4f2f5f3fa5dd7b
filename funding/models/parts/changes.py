"""The change log of a sheet: filled by the system, explained by the editor."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.shared_facts.save_hooks import sync_facts
from funding.models.change_log import log_changes
from funding.models.sheet_change import SheetChange


class ChangesPart(models.Model):
    """Saving a live sheet logs what changes of its dates, amounts, beneficiaries and documents.

    ``closing_change`` says what a change of the closing day is; like the note it goes with one publication.
    """

    class ClosingChange(models.TextChoices):
        EXTENDED = "extended", _("The deadline has been extended")
        CORRECTED = "corrected", _("It was a mistake: I correct the day")

    closing_change = models.CharField(
        _("if the closing day changes"),
        max_length=16,
        choices=ClosingChange.choices,
        default=ClosingChange.EXTENDED,
        help_text=_(
            "Counts when the closing day or hour of a live sheet is changed and published: a later one is "
            "then told as an extension, or as the correction of a mistake."
        ),
    )
    change_note = models.CharField(
        _("note for the change log"),
        max_length=250,
        blank=True,
        help_text=_(
            "Changed dates, amounts, beneficiaries and documents are logged by themselves when a live sheet "
            "is published. Say here why; the note goes with the next change and is then emptied."
        ),
    )

    closing_change_panel = FieldPanel("closing_change", widget=forms.RadioSelect)
    changes_panels = [FieldPanel("change_note")]

    class Meta:
        abstract = True

    def changes(self):
        """The log, the newest first; the same in every language."""
        return SheetChange.objects.filter(sheet_key=self.translation_key)

    def save(self, *args, **kwargs):
        update_fields = kwargs.get("update_fields")
        # A version that follows another takes its facts before they are compared.
        with sync_facts(self, update_fields) as before, log_changes(self, update_fields, before):
            return super().save(*args, **kwargs)
