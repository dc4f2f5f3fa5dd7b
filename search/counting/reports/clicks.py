"""Which positions are opened: a good order has most clicks at its head."""

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from search.counting.models import ClickCount
from search.counting.queries import by_position

from .base import CountFilterSet, CountReport


class ClicksFilterSet(CountFilterSet):
    class Meta:
        model = ClickCount
        fields = ["language", "day"]


class ClicksReport(CountReport):
    """A line for each position."""

    model = ClickCount
    page_title = _("Clicks by position")
    header_icon = "list-ol"
    filterset_class = ClicksFilterSet
    index_url_name = "click_report"
    index_results_url_name = "click_report_results"
    default_ordering = "position"
    export_filename = "clicks"
    columns = [
        Column("position", label=_("Position"), accessor="position", sort_key="position"),
        Column("opened", label=_("Clicks"), accessor="opened", sort_key="opened"),
        Column("share", label=_("Share"), accessor=lambda row: f"{row['share']:.0%}"),
    ]
    list_export = ["position", "opened", "share"]
    export_headings = {"position": _("Position"), "opened": _("Clicks"), "share": _("Share")}

    def get_queryset(self):
        self.counts = self.filter_queryset(ClickCount.objects.all())
        return by_position(self.counts).order_by(self.ordering)

    def decorate_paginated_queryset(self, rows):
        """Each with its share of all clicks, from 0 to 1."""
        total = self.counts.aggregate(total=Sum("clicks"))["total"]
        for row in rows:
            row["share"] = row["opened"] / total
        return rows
