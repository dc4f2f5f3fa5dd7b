"""What the lists of sheets share: whose they are, and how they are narrowed down."""

import django_filters
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column

from cms import cache_version
from cms.admin.columns import PageColumn
from cms.admin.permissions import changeable, may_change_below
from cms.admin.report import Report
from cms.models import Organisation
from funding.models import FundingIndexPage, FundingSheetPage

from .columns import ClosingColumn


class SheetReportFilterSet(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=FundingSheetPage.Kind.choices)
    grantor = django_filters.ModelChoiceFilter(
        label=_("Grantor"), queryset=Organisation.objects.filter(granted_sheets__isnull=False).distinct()
    )
    closes_on = django_filters.DateFromToRangeFilter(label=_("Closes between"), widget=DateRangePickerWidget)

    class Meta:
        model = FundingSheetPage
        fields = ["kind", "grantor", "closes_on"]


class SheetReport(Report):
    """Live sheets that the user may change, in the language that facts are kept in."""

    model = FundingSheetPage
    header_icon = "tasks"
    filterset_class = SheetReportFilterSet
    default_ordering = "closes_on"

    @classmethod
    def allows(cls, user) -> bool:
        return may_change_below(user, cache_version.memoize("funding-branches", _branches))

    @classmethod
    def sheets(cls, user):
        sheets = changeable(user, FundingSheetPage).defer_streamfields().select_related("grantor")
        return sheets.filter(live=True, locale__language_code=settings.LANGUAGE_CODE)


def sheet_columns(*further: Column) -> list[Column]:
    """Those of every list of sheets, and ``further`` ones."""
    return [
        PageColumn(label=_("Funding sheet"), sort_key="title"),
        Column("grantor", label=_("Grantor"), accessor=lambda sheet: str(sheet.grantor or ""), width="20%"),
        ClosingColumn(width="16%"),
        *further,
    ]


def _branches() -> list[str]:
    indexes = FundingIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    return list(indexes.values_list("path", flat=True))
