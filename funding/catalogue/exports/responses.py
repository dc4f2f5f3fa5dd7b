"""The files as answers to requests."""

from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.list_page.names import file_name
from cms.list_page.params import query_pairs
from search.engines.base import EngineUnavailable
from search.unavailable import RETRY_AFTER

from .data import data
from .deadlines_file import deadlines
from .export_request import ExportRequest
from .schema import schema
from .table import COMMAS, SEMICOLONS, table
from .workbook import workbook

SEPARATOR = "separator"  # the parameter; `semicolon` is its one value that counts
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_response(index, request: HttpRequest) -> HttpResponseBase:
    """``?separator=semicolon`` lays the table out as Excel expects it where commas belong to numbers."""
    # Not from request.GET, which refuses more than some thousands of values.
    pairs = query_pairs(request)
    layout = SEMICOLONS if (SEPARATOR, "semicolon") in pairs else COMMAS
    return _file(
        index, request, lambda export: table(export, layout), "text/csv; charset=utf-8; header=present", "csv"
    )


def workbook_response(index, request: HttpRequest) -> HttpResponseBase:
    return _file(index, request, workbook, WORKBOOK, "xlsx")


def json_response(index, request: HttpRequest) -> HttpResponseBase:
    return _file(index, request, data, "application/json", "json")


def calendar_response(index, request: HttpRequest) -> HttpResponseBase:
    return _file(index, request, deadlines, "text/calendar; charset=utf-8", "ics")


def schema_response(index) -> JsonResponse:
    answer = JsonResponse(schema(index), json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Type"] = "application/schema+json"
    return answer


def _file(
    index, request: HttpRequest, make: Callable[[ExportRequest], Iterator[bytes]], kind: str, ending: str
) -> HttpResponseBase:
    """A file that is sent while it is made; 503 while the search cannot answer."""
    export = ExportRequest.of(index, request)
    try:
        pieces = make(export)
    except EngineUnavailable:
        return _unavailable(export)
    response = StreamingHttpResponse(pieces, content_type=kind)
    name = file_name([index.slug, *export.choices], ending, timezone.localdate(export.clock.now))
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Language"] = export.language
    return response


def _unavailable(export: ExportRequest) -> HttpResponse:
    text = _("The search is being repaired, so the file cannot be made now. Please try again in a moment.")
    response = HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=503)
    response["Retry-After"] = RETRY_AFTER
    response["Content-Language"] = export.language
    return response
