"""What imports have brought and nobody has published yet, with what is different."""

import django_filters
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from cms.admin.columns import PageColumn
from cms.admin.permissions import changeable
from funding.imports.differences import note_differences
from funding.models import FundingSheetPage, ImportRecord

from .base import SheetReport


class ImportFilterSet(WagtailFilterSet):
    source = django_filters.AllValuesFilter(label=_("Source"))
    live = django_filters.BooleanFilter(label=_("Already published once"), field_name="page__live")
    imported_at = django_filters.DateFromToRangeFilter(
        label=_("Imported between"), widget=DateRangePickerWidget
    )

    class Meta:
        model = ImportRecord
        fields = ["source", "live", "imported_at"]


class DifferencesColumn(Column):
    """Field by field: what is live, what was imported, what an editor's hand keeps."""

    cell_template_name = "funding/editors/reports/differences.html"

    def get_value(self, record):
        return "; ".join(str(difference) for difference in record.differences)


class ImportedDrafts(SheetReport):
    slug = "imported-drafts"
    model = ImportRecord
    page_title = _("Imported drafts to review")
    header_icon = "download"
    order = 50
    filterset_class = ImportFilterSet
    default_ordering = "-imported_at"
    columns = [
        PageColumn(label=_("Funding sheet"), page=lambda record: record.page),
        Column("source", label=_("Source"), sort_key="source", width="12%"),
        DateColumn("imported_at", label=_("Imported"), sort_key="imported_at", width="12%"),
        Column("summary", label=_("Fields"), accessor=lambda record: record.summary, width="16%"),
        DifferencesColumn("differences", label=_("Differences"), width="36%"),
    ]
    short = ("title", "summary", "imported_at")

    @classmethod
    def rows(cls, user):
        """Records whose sheet has a draft that is newer than what was published last."""
        sheets = changeable(user, FundingSheetPage).filter(has_unpublished_changes=True)
        newer = Q(page__last_published_at=None) | Q(page__last_published_at__lt=F("imported_at"))
        records = ImportRecord.objects.filter(newer, page__in=sheets.order_by().values("pk"))
        return records.select_related("page", "page__latest_revision").order_by("-imported_at", "-pk")

    @classmethod
    def complete(cls, rows):
        note_differences(rows)
