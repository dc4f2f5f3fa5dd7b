"""Sheets that close these days, and those whose results are awaited."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from funding.conditions import closing_within, under_evaluation

from .base import SheetWorklist, sheet_columns

WEEK = 7


class ClosingSoon(SheetWorklist):
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
        return (
            cls.sheets(user).filter(closing_within(timezone.now(), WEEK)).order_by("closes_on", "closes_at")
        )


class Awaited(SheetWorklist):
    slug = "results-awaited"
    page_title = _("Closed, results awaited")
    header_icon = "clipboard-list"
    order = 30
    columns = sheet_columns()
    short = ("title", "grantor", "closes_on")

    @classmethod
    def rows(cls, user):
        return cls.sheets(user).filter(under_evaluation(timezone.now())).order_by("closes_on", "pk")
