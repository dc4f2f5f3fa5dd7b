"""Sheets that nobody has compared with the official page lately."""

from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.admin.columns import DayColumn
from funding.models.queries import not_closed
from funding.presentation.verification import verification_days

from .base import SheetReport, sheet_columns
from .columns import VerifyColumn


class VerifiedColumn(DayColumn):
    empty_value_display = _("never")


class Unverified(SheetReport):
    """Those that are not closed and were verified longer ago than the site's setting (days) allows."""

    slug = "not-verified"
    page_title = _("Not verified lately")
    header_icon = "view"
    order = 40
    default_ordering = None
    columns = sheet_columns(
        VerifiedColumn("verified_on", label=_("Verified on"), sort_key="verified_on", width="16%"),
        VerifyColumn("verify", label=_("Verify"), width="14%"),
    )
    short = ("title", "verified_on", "verify")

    @classmethod
    def rows(cls, user):
        last = timezone.localdate() - timedelta(days=verification_days())
        due = Q(verified_on__isnull=True) | Q(verified_on__lt=last)
        return not_closed(cls.sheets(user).filter(due)).order_by(F("verified_on").asc(nulls_first=True), "pk")
