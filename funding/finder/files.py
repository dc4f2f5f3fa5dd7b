"""The finder's list as files, beside its page and under the same parameters."""

from django.utils.translation import gettext as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from .addresses import address
from .parameters import FinderParameters


class FinderFiles(RoutablePageMixin):
    """The files of a finder. What makes them is imported late: it reads the models."""

    @path("export.csv/")
    def csv_file(self, request):
        from funding.exports.responses import csv_response

        return csv_response(self, request)

    @path("export.xlsx/")
    def workbook_file(self, request):
        from funding.exports.responses import workbook_response

        return workbook_response(self, request)

    @path("export.json/")
    def json_file(self, request):
        from funding.exports.responses import json_response

        return json_response(self, request)

    @path("export-schema.json/")
    def schema_file(self, request):
        from funding.exports.responses import schema_response

        return schema_response(self)

    @path("calendar.ics/")
    def calendar_file(self, request):
        from funding.exports.responses import calendar_response

        return calendar_response(self, request)


def file_links(base: str, parameters: FinderParameters) -> list[dict[str, str]]:
    """The files of the list at ``base`` that answers ``parameters``, each with its name and address."""
    wanted = parameters.whole_list()
    return [
        {"label": _("Workbook (XLSX)"), "url": address(f"{base}export.xlsx", wanted)},
        {"label": _("Table (CSV)"), "url": address(f"{base}export.csv", wanted)},
        {"label": _("Data (JSON)"), "url": address(f"{base}export.json", wanted)},
    ]
