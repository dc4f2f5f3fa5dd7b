"""Text for the cells of a table that a spreadsheet opens: none is taken for a formula."""

import re
import unicodedata
from datetime import datetime

from django.utils import timezone
from wagtail.admin.views.mixins import SpreadsheetExportMixin

SIGNS = "=+-@＝＋－＠"
PARTING = ",;\t"


def defused(text: str, delimiter: str = ",") -> str:
    """``text``, which no spreadsheet takes for a formula, whatever invisible signs come before it.

    A table that is parted by ``delimiter`` may be opened as if another sign parted it: what would then begin
    a cell is defused as well.
    """
    if not text:
        return text
    others = re.escape(PARTING.replace(delimiter, ""))
    text = re.sub(rf"(?<=[{others}])([\"']*)(?=[{re.escape(SIGNS)}])", r"\1'", text)
    invisible = "".join(sign for sign in set(text) if unicodedata.category(sign) in ("Cf", "Zs"))
    seen = text.lstrip(invisible + "\t\r\n")
    return f"'{text}" if seen.startswith(tuple(SIGNS)) else text


def _site_time(moment: datetime) -> datetime:
    """As it stands on the screen: in the site's time zone, to the minute. Cells know no zones."""
    local = timezone.make_naive(moment) if timezone.is_aware(moment) else moment
    return local.replace(second=0, microsecond=0)


def export_in_site_time() -> None:
    """Called once. For all of Wagtail's lists that give tables away; they share these rules."""
    SpreadsheetExportMixin.custom_value_preprocess[datetime] = {
        SpreadsheetExportMixin.FORMAT_XLSX: _site_time,
        SpreadsheetExportMixin.FORMAT_CSV: lambda moment: f"{_site_time(moment):%Y-%m-%d %H:%M}",
    }


class DefusedExportMixin:
    """For Wagtail's views that give tables away. Of its two formats only CSV is read for formulas."""

    def preprocess_field_value(self, field, value, export_format):
        value = super().preprocess_field_value(field, value, export_format)
        return defused(value) if export_format == self.FORMAT_CSV and isinstance(value, str) else value
