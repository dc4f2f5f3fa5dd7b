"""A list of what waits for somebody: a report with filters and export, told in short on the first page."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from cms.admin.deny import refused
from cms.admin.mobile_rows import CardsMixin
from cms.formats.spreadsheets import DefusedExportMixin

from .panels import ReportPanel


class Report(CardsMixin, DefusedExportMixin, ReportView):
    """A subclass says what is on the list (``rows``), for whom (``allows``), and shows it in ``columns``.

    ``slug`` makes its address and names; ``short`` are the columns that the first page has room for. What
    the table shows is what the export holds. Those who may not see it get a 403 where they are: Wagtail's
    own answer would send them elsewhere.
    """

    slug: str
    order = 100
    columns: list = []
    short: tuple[str, ...] = ()
    paginate_by = 50

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if slug := getattr(cls, "slug", ""):
            cls.index_url_name = f"report_{slug}"
            cls.index_results_url_name = f"report_{slug}_results"
            cls.export_filename = slug

    @classmethod
    def allows(cls, user) -> bool:
        """Whether ``user`` has anything to do with this list; without a query a call."""
        raise NotImplementedError

    @classmethod
    def rows(cls, user) -> QuerySet:
        """What waits for ``user``, in the order of the list."""
        raise NotImplementedError

    @classmethod
    def complete(cls, rows: Iterable) -> None:
        """Give the rows what the columns need beyond the query; all at once, in a fixed number of queries."""

    @classmethod
    def panels(cls, user) -> list[ReportPanel]:
        """What the first page shows of it."""
        return [ReportPanel(cls, cls.rows(user), cls.page_title, cls.address())]

    @classmethod
    def address(cls) -> str:
        return reverse(cls.index_url_name)

    def dispatch(self, request, *args, **kwargs):
        if not self.allows(request.user):
            return refused(request)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return self.rows(self.request.user)

    def get_filtered_queryset(self):
        """``get_queryset`` has narrowed it down already."""
        return self.get_queryset()

    def decorate_paginated_queryset(self, rows):
        self.complete(rows)
        return rows

    @cached_property
    def exported(self) -> dict[str, Column]:
        """Columns with a value, by name; buttons have none."""
        return {column.name: column for column in self.columns if isinstance(column, Column)}

    @property
    def list_export(self):
        return list(self.exported)

    def get_heading(self, queryset, field):
        return str(self.exported[field].label)

    def stream_csv(self, queryset):
        """Written while the user's language is spoken: it is another one when the answer is sent."""
        return iter(list(super().stream_csv(queryset)))

    def to_row_dict(self, item):
        return {name: column.get_value(item) for name, column in self.exported.items()}
