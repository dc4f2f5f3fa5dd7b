"""Sheets whose status this version of the site tells otherwise than the one before."""

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column

from cms.admin.columns import PageColumn
from funding.domain.status import Status
from funding.editors.status_resolution import may_resolve_status
from funding.presentation.badges import LABELS

from .base import SheetReport
from .columns import here


class ResolveStatusColumn(BaseColumn):
    """What the days of the sheet are, by one click and without JavaScript; only for those who may publish
    it."""

    cell_template_name = "funding/editors/reports/resolve_status.html"

    def get_cell_context_data(self, sheet, parent_context):
        context = super().get_cell_context_data(sheet, parent_context)
        request = context["request"]
        if may_resolve_status(request.user, sheet):
            context["url"] = reverse("funding_resolve_status", args=[sheet.pk])
            context["next"] = here(request)
            context["csrf_token"] = get_token(request)
        return context


class StatusChanged(SheetReport):
    slug = "status-changed"
    page_title = _("Sheets whose status changed with this version")
    header_icon = "history"
    order = 15
    default_ordering = None
    columns = [
        PageColumn(label=_("Funding sheet"), sort_key="title"),
        Column(
            "before",
            label=_("Status before"),
            accessor=lambda sheet: _label(sheet.status_review),
            width="12%",
        ),
        Column("now", label=_("Status now"), accessor=lambda sheet: sheet.badge.label, width="12%"),
        Column("dates_note", label=_("Note on dates"), accessor="dates_note", width="20%"),
        ResolveStatusColumn("resolve_status", label=_("What is right"), width="30%"),
    ]
    short = ("title", "before", "now")

    @classmethod
    def rows(cls, user):
        sheets = (
            cls.sheets(user).filter(status_review__isnull=False).select_related("grantor", "status_review")
        )
        return sheets.order_by("status_review__after", "title")


def _label(review) -> str:
    return str(LABELS[Status(review.before)])
