"""Changes of closing days as they were logged, to tell corrections of mistakes from extensions."""

import django_filters
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from cms.admin.columns import DayColumn, TextColumn, edit_address
from cms.admin.report import Report
from funding.editors.status_resolution import may_resolve_status
from funding.models import FundingSheetPage, SheetChange
from funding.presentation.changes import value_in_words

from .base import SheetReport
from .columns import ButtonColumn


class ChangeFilterSet(WagtailFilterSet):
    day = django_filters.DateFromToRangeFilter(label=_("Published between"), widget=DateRangePickerWidget)

    class Meta:
        model = SheetChange
        fields = ["day"]


class ClassifyColumn(ButtonColumn):
    """What the change was, for those who may publish the sheet."""

    cell_template_name = "funding/editors/reports/classification.html"
    url_name = "funding_correct"

    @staticmethod
    def offered(user, change) -> bool:
        return change.gives_more_time and may_resolve_status(user, change.sheet)


def _classification(change) -> str:
    if change.correction:
        return _("Correction")
    return _("Extension") if change.is_extension else _("New day")


def _closing(name: str):
    return lambda change: value_in_words("closes", getattr(change, name))


class ClosingChanges(Report):
    """Nothing here waits for anybody, so the first page does not show it."""

    slug = "closing-changes"
    page_title = _("Extensions and corrections of closing days")
    header_icon = "history"
    order = 45
    model = SheetChange
    filterset_class = ChangeFilterSet
    default_ordering = None
    columns = [
        TitleColumn(
            "title",
            label=_("Funding sheet"),
            accessor="sheet_title",
            get_url=lambda change: edit_address(change.sheet_pk),
        ),
        DayColumn("day", label=_("Published on"), width="14%"),
        Column("before", label=_("Was"), accessor=_closing("before"), width="18%"),
        Column("after", label=_("Now"), accessor=_closing("after"), width="18%"),
        TextColumn("classification", label=_("Told as"), accessor=_classification, width="10%"),
        ClassifyColumn("correct", label=_("What is right"), width="16%"),
    ]

    @classmethod
    def allows(cls, user) -> bool:
        return SheetReport.allows(user)

    @classmethod
    def rows(cls, user):
        sheets = SheetReport.sheets(user)
        own = sheets.filter(translation_key=OuterRef("sheet_key")).order_by()
        changes = SheetChange.objects.filter(field="closes", sheet_key__in=sheets.values("translation_key"))
        return changes.annotate(
            sheet_title=Subquery(own.values("title")[:1]), sheet_pk=Subquery(own.values("pk")[:1])
        )

    @classmethod
    def complete(cls, rows):
        sheets = FundingSheetPage.objects.defer_streamfields().in_bulk([row.sheet_pk for row in rows])
        for row in rows:
            row.sheet = sheets[row.sheet_pk]

    @classmethod
    def panels(cls, user):
        return []
