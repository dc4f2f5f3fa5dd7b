"""A table that a screen reader can follow."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .cross_field import CrossFieldBlock


class TableValue(blocks.StructValue):
    """A table's content as its template shows it."""

    @property
    def labelled_rows(self) -> list[list[tuple[str, str]]]:
        """Each cell with its column's heading, which stands beside it on a narrow screen."""
        return [list(zip(self["columns"], row, strict=False)) for row in self["rows"]]


class TableBlock(CrossFieldBlock):
    """Caption, column headings and rows of text.

    Made of plain text blocks, because wagtail-localize does not translate Wagtail's own tables.
    """

    caption = blocks.CharBlock(label=_("Caption"), max_length=160, help_text=_("What the table tells."))
    columns = blocks.ListBlock(blocks.CharBlock(max_length=80), label=_("Column headings"), min_num=1)
    rows = blocks.ListBlock(
        blocks.ListBlock(blocks.CharBlock(required=False), label=_("Cells")), label=_("Rows"), min_num=1
    )
    row_headings = blocks.BooleanBlock(label=_("The first cell of a row is its heading"), required=False)

    def missing_fields(self, value):
        width = len(value["columns"])
        for number, row in enumerate(value["rows"], 1):
            if len(row) != width:
                message = _("Row %(number)d has %(cells)d cells; the table has %(width)d columns.")
                yield "rows", message % {"number": number, "cells": len(row), "width": width}

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"
        description = _("Facts to compare by row and column. On a phone each row reads as a list.")
        preview_value = {
            "caption": _("Opening hours of the workshop"),
            "columns": [_("Day"), _("Opens"), _("Closes")],
            "rows": [[_("Tuesdays"), "17:00", "20:00"], [_("Saturdays"), "9:00", "13:00"]],
            "row_headings": True,
        }
        value_class = TableValue
