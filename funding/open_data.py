"""The finder as open data: which files hold the whole catalogue, for those who describe or fetch them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override
from portal.core.addresses import absolute

WHOLE = "?status=any"


@dataclass(frozen=True)
class OpenFile:
    """One file in one language. ``kind`` is its format in short: CSV, JSON, RSS, ICS."""

    kind: str
    media_type: str
    name: str
    address: str
    page: str
    language: str
    title: str
    schema: str = ""


def files(index) -> list[OpenFile]:
    """The files beside the finder ``index``, with all sheets, the closed ones too; titles in its language."""
    language = index.locale.language_code
    base = absolute(index.url)
    with override(language):
        rows = (
            ("CSV", "text/csv", "export.csv", _("All funding sheets as a table"), ""),
            (
                "JSON",
                "application/json",
                "export.json",
                _("All funding sheets as data"),
                f"{base}export-schema.json",
            ),
            ("RSS", "application/rss+xml", "feed.rss", _("New and changed funding sheets as a feed"), ""),
            ("ICS", "text/calendar", "calendar.ics", _("Deadlines as a calendar"), ""),
        )
    return [
        OpenFile(kind, media_type, name, f"{base}{name}{WHOLE}", f"{base}{WHOLE}", language, title, schema)
        for kind, media_type, name, title, schema in rows
    ]
