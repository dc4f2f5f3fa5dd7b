"""What changed on a live sheet. The rows are written by the system; later only ``correction`` changes."""

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from funding.presentation import change_values, sheet_fields


class SheetChangeManager(models.Manager):
    """Each with the ``opening`` that was changed at the same time, if one was."""

    def get_queryset(self):
        together = SheetChange._base_manager.filter(
            sheet_key=OuterRef("sheet_key"), noted_at=OuterRef("noted_at"), field="opens"
        )
        return super().get_queryset().annotate(opening=Subquery(together.order_by().values("after")[:1]))


class SheetChange(models.Model):
    """One fact that changed on one day. Bound to the sheet in all languages by its translation key.

    ``before`` and ``after`` are data as in ``funding.presentation.change_values``; ``note`` is the
    editor's, in the language ``note_language``. With ``correction`` it puts a mistake of ours right: the call
    itself has not changed.
    """

    class Kind(models.TextChoices):
        DATES = sheet_fields.DATES, _("Dates")
        AMOUNTS = sheet_fields.AMOUNTS, _("Amounts")
        BENEFICIARIES = sheet_fields.BENEFICIARIES, _("Who may apply")
        DOCUMENTS = sheet_fields.DOCUMENTS, _("Documents")

    sheet_key = models.UUIDField(db_index=True, editable=False)
    kind = models.CharField(max_length=16, choices=Kind.choices, editable=False)
    field = models.CharField(max_length=32, editable=False)
    before = models.JSONField(null=True, editable=False)
    after = models.JSONField(null=True, editable=False)
    day = models.DateField(editable=False)
    noted_at = models.DateTimeField(db_index=True, editable=False)
    note = models.CharField(_("note"), max_length=250, blank=True)
    note_language = models.CharField(max_length=10, blank=True, editable=False)
    correction = models.BooleanField(default=False, editable=False)

    opening = None
    objects = SheetChangeManager()

    class Meta:
        ordering = ["-noted_at", "-pk"]
        verbose_name = _("change of a sheet")
        verbose_name_plural = _("changes of sheets")

    def __str__(self):
        return f"{self.field}: {self.before} → {self.after}"

    @property
    def is_extension(self) -> bool:
        """Whether applicants were given more time, as far as it is told."""
        return self.gives_more_time and not self.correction

    @property
    def gives_more_time(self) -> bool:
        """Whether the day moved later, whyever; the next window of a call gives no more time."""
        if not change_values.is_extension(self.field, self.before, self.after):
            return False
        return not change_values.is_next_window(self.before, self.opening)


class LastPublicFacts(models.Model):
    """The facts of a sheet when it was last public, to compare with when it is published again."""

    page = models.OneToOneField(
        "funding.FundingSheetPage", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    facts = models.JSONField()

    class Meta:
        db_table = "funding_withdrawnfacts"

    def __str__(self):
        return f"{self.page_id}"
