"""Columns of lists of sheets: the last day to apply, and buttons on a row."""

from urllib.parse import urlencode

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column

from cms.admin.columns import DayColumn
from cms.formats import localized
from funding.editors.verifying import offers_verifying


class ClosingColumn(DayColumn):
    """The last day to apply as the status rule reads it: a placeholder of the source is none."""

    def __init__(self, **kwargs):
        day = {"accessor": lambda sheet: sheet.dates.last_day, "sort_key": "closes_on"}
        super().__init__("closes_on", label=_("Closes"), **day, **kwargs)


RESULTS = "results/"  # what a list's own script asks for; nobody wants to be sent there


class ButtonColumn(BaseColumn):
    """One click on a row, without JavaScript; only for those to whom ``offered`` offers it. The view comes
    back to the list as it was."""

    url_name = ""

    @staticmethod
    def offered(user, row) -> bool:
        raise NotImplementedError

    def get_cell_context_data(self, row, parent_context):
        context = super().get_cell_context_data(row, parent_context)
        request = context["request"]
        if self.offered(request.user, row):
            context["url"] = reverse(self.url_name, args=[row.pk])
            context["next"] = here(request)
            context["csrf_token"] = get_token(request)
        return context


class VerifyColumn(ButtonColumn):
    cell_template_name = "funding/editors/reports/verify.html"
    url_name = "funding_verify"
    offered = staticmethod(offers_verifying)


class DayAndVerifyColumn(VerifyColumn, Column):
    """The day of the last verification, where a list has no column for it, and the button. On a phone the
    label of a ``Column`` stands beside what it says."""

    def get_cell_context_data(self, sheet, parent_context):
        day = sheet.verified_on
        context = super().get_cell_context_data(sheet, parent_context)
        return context | {"day": localized.long_date(day) if day else ""}


def here(request) -> str:
    """The address of the list as it is shown, to come back to."""
    query = urlencode([(name, value) for name, value in request.GET.items() if not name.startswith("_w_")])
    path = request.path.removesuffix(RESULTS)
    return f"{path}?{query}" if query else path
