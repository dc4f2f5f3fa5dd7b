"""The editors' list of sheets: kind, status, deadline and grantor at a glance."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views.pages.listing import PageFilterSet

from cms.admin.page_listing import FIRST_COLUMNS, LAST_COLUMNS, SectionIndexView, SectionListing
from cms.models import Organisation

from ..domain.status import Status
from ..models import FundingSheetPage
from ..models.queries import ids_by_status
from ..presentation.badges import LABELS
from .reports.columns import ClosingColumn, DayAndVerifyColumn

# What an editor has to look after stands out.
URGENT = (Status.CLOSING, Status.SUSPENDED)


class SheetListingFilterSet(PageFilterSet):
    """Wagtail's own filters, and those by what a sheet says."""

    status = django_filters.ChoiceFilter(
        label=_("State of the call"),
        choices=[(status.value, label) for status, label in LABELS.items()],
        method="by_status",
    )
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=FundingSheetPage.Kind.choices)
    grantor = django_filters.ModelChoiceFilter(
        label=_("Grantor"), queryset=Organisation.objects.filter(granted_sheets__isnull=False).distinct()
    )

    class Meta:
        model = FundingSheetPage
        fields = []

    def by_status(self, queryset, name, value):
        """The status is computed, so the dates of all sheets are read."""
        return queryset.filter(pk__in=ids_by_status(FundingSheetPage.objects.all(), [Status(value)]))


class SheetIndexView(SectionIndexView):
    """Without a query a row."""

    def annotate_queryset(self, pages):
        return super().annotate_queryset(pages).prefetch_related("grantor")


class SheetListingViewSet(SectionListing):
    model = FundingSheetPage
    index_view_class = SheetIndexView
    filterset_class = SheetListingFilterSet
    menu_label = _("Funding sheets")
    icon = "tasks"
    menu_order = 210
    columns = [
        *FIRST_COLUMNS,
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind", width="8%"),
        StatusTagColumn(
            "state",
            label=_("State of the call"),
            accessor=lambda sheet: sheet.badge.label,
            primary=lambda sheet: sheet.status in URGENT,
            width="9%",
        ),
        ClosingColumn(width="9%"),
        Column("grantor", label=_("Grantor"), accessor="grantor", width="13%"),
        DayAndVerifyColumn("verified_on", label=_("Verified"), sort_key="verified_on", width="12%"),
        *LAST_COLUMNS,
    ]
