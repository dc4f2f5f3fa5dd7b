"""What was imported, as the source told it last: the third side of every later comparison."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRecord(models.Model):
    """One call of one source. ``values`` are the sheet's fields as they were imported last.

    What the page says now and ``values`` does not is an editor's work. A record without a page belongs to
    a sheet that an editor has deleted: it stays away.
    """

    source = models.CharField(_("source"), max_length=30)
    identifier = models.CharField(_("identifier"), max_length=120)
    page = models.OneToOneField(
        "funding.FundingSheetPage",
        verbose_name=_("funding sheet"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="import_record",
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("imported version"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    values = models.JSONField(_("values"), default=dict)
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    imported_at = models.DateTimeField(_("imported at"))

    class Meta:
        verbose_name = _("import record")
        verbose_name_plural = _("import records")
        constraints = [models.UniqueConstraint(fields=["source", "identifier"], name="one_record_a_call")]

    def __str__(self):
        return f"{self.source} {self.identifier}"
