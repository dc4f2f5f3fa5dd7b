"""A list in short, on the first page of the admin."""

from django.db.models import Count, QuerySet, Window
from django.utils.functional import cached_property
from django.utils.text import slugify
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Table

SHORT = 5


class ReportPanel(Component):
    """The first rows of ``rows``, how many there are in all, and the way to them; one query for both."""

    template_name = "dashboard/panel.html"

    def __init__(self, report, rows: QuerySet, title, address: str):
        self.report, self.title, self.address = report, title, address
        self.order = report.order
        self._rows = rows

    @cached_property
    def rows(self) -> list:
        found = list(self._rows.annotate(rows_in_all=Window(Count("pk")))[:SHORT])
        self.report.complete(found)
        return found

    @property
    def total(self) -> int:
        return self.rows[0].rows_in_all if self.rows else 0

    @property
    def columns(self) -> list:
        return [column for column in self.report.columns if column.name in self.report.short]

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        context["request"] = parent_context["request"]
        context["csrf_token"] = parent_context.get("csrf_token")
        context["table"] = Table(self.columns, self.rows)
        context["panel"] = self
        context["id"] = slugify(f"report {self.address}")
        return context


class NothingToDoPanel(Component):
    """When nothing waits."""

    template_name = "dashboard/empty.html"
    order = 10
