"""Sheets whose status a new version of the site tells otherwise, until an editor has looked at them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StatusReview(models.Model):
    """``before`` is the status as the version before told it on the day of the upgrade, ``after`` the new
    one. The rows are written by a migration and go as soon as somebody settles or changes the days of the
    sheet."""

    page = models.OneToOneField(
        "funding.FundingSheetPage", on_delete=models.CASCADE, primary_key=True, related_name="status_review"
    )
    before = models.CharField(_("status before"), max_length=16)
    after = models.CharField(_("status since"), max_length=16)
    noted_at = models.DateTimeField(_("noted at"), auto_now_add=True)

    class Meta:
        verbose_name = _("status to review")
        verbose_name_plural = _("statuses to review")

    def __str__(self):
        return f"{self.page_id}: {self.before} → {self.after}"
