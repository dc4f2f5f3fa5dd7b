"""Text for the cells of a table that a spreadsheet opens: none is taken for a formula."""

import re
import unicodedata

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


class DefusedExportMixin:
    """For Wagtail's views that give tables away. Of its two formats only CSV is read for formulas."""

    def preprocess_field_value(self, field, value, export_format):
        value = super().preprocess_field_value(field, value, export_format)
        return defused(value) if export_format == self.FORMAT_CSV and isinstance(value, str) else value
