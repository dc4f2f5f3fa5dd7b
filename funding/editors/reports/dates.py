"""Sheets that close these days, those whose results are awaited, those whose days are in doubt."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from funding.models import queries
from funding.presentation.note_doubts import doubt, mentioned
from funding.presentation.reopening import read_steps, reopening, short

from .base import SheetReport, sheet_columns

WEEK = 7


class ClosingSoon(SheetReport):
    slug = "closing-this-week"
    page_title = _("Closing this week")
    header_icon = "time"
    order = 20
    columns = sheet_columns(
        Column("left", label=_("Left"), accessor=lambda sheet: sheet.badge.detail, width="16%")
    )
    short = ("title", "closes_on", "left")

    @classmethod
    def rows(cls, user):
        return queries.closing_within(cls.sheets(user), WEEK).order_by("closes_on", "closes_at")


class ResultsPending(SheetReport):
    slug = "results-awaited"
    page_title = _("Closed, results awaited")
    header_icon = "clipboard-list"
    order = 30
    columns = sheet_columns()
    short = ("title", "grantor", "closes_on")

    @classmethod
    def rows(cls, user):
        return queries.under_evaluation(cls.sheets(user)).order_by("closes_on", "pk")


def _noted(sheet) -> str:
    found, again = doubt(sheet.dates, sheet.dates_note), reopening(sheet.dates, read_steps(sheet.steps))
    return "; ".join([*([mentioned(found)] if found else []), *([short(again)] if again else [])])


class InDoubt(SheetReport):
    """Those whose note on dates names another end than the fields, or whose steps name another opening, as
    long as it matters."""

    slug = "days-in-doubt"
    page_title = _("Days that the note or a step contradicts")
    header_icon = "warning"
    order = 35
    columns = sheet_columns(Column("note", label=_("The note or a step says"), accessor=_noted, width="22%"))
    short = ("title", "closes_on", "note")

    @classmethod
    def rows(cls, user):
        return queries.in_doubt(cls.sheets(user)).order_by("closes_on", "pk")
