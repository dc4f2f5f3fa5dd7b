"""The finder as open data: which files hold the whole catalogue, for those who describe or fetch them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.addresses import absolute

WHOLE = "?status=any"


@dataclass(frozen=True)
class OpenFile:
    """One file in one language. ``kind`` is its format in short: CSV, XLSX, JSON, RSS, ICS."""

    kind: str
    media_type: str
    name: str
    address: str
    page: str
    language: str
    title: Promise
    schema: str = ""


def files(index) -> list[OpenFile]:
    """The files beside the finder ``index``, with all sheets, the closed ones too."""
    language = index.locale.language_code
    base = absolute(index.url)
    rows = (
        ("CSV", "text/csv", "export.csv", _("All funding sheets as a table"), ""),
        (
            "XLSX",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "export.xlsx",
            _("All funding sheets as a workbook"),
            "",
        ),
        (
            "JSON",
            "application/json",
            "export.json",
            _("All funding sheets as data"),
            f"{base}export-schema.json",
        ),
        ("RSS", "application/rss+xml", "feed.rss", _("New and changed funding sheets as a feed"), ""),
        ("ICS", "text/calendar", "calendar.ics", _("Opening and closing days as a calendar"), ""),
    )
    return [
        OpenFile(kind, media_type, name, f"{base}{name}{WHOLE}", f"{base}{WHOLE}", language, title, schema)
        for kind, media_type, name, title, schema in rows
    ]
