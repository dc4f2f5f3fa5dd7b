"""Sheets whose status this version of the site tells otherwise than the one before."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from cms.admin.columns import PageColumn
from funding.domain.status import Status
from funding.editors.status_resolution import may_resolve_status
from funding.presentation.badges import LABELS

from .base import SheetReport
from .columns import ButtonColumn


class ResolveStatusColumn(ButtonColumn):
    """What the days of the sheet are."""

    cell_template_name = "funding/editors/reports/resolve_status.html"
    url_name = "funding_resolve_status"
    offered = staticmethod(may_resolve_status)


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
