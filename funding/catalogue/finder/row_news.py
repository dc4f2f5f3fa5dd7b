"""What is new about a call of the list: that it was extended, or has only just been added."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from cms.formats import localized
from funding.catalogue.added import added_on

from .filters.quick_filters import NEW_DAYS


def add_news(sheets: Iterable, today: date) -> None:
    """Gives each of the sheets ``news`` in words, empty where there is none."""
    for sheet in sheets:
        sheet.news = _news(sheet, today)


def _news(sheet, today: date) -> str:
    if extended := getattr(sheet, "extended_on", None):
        return _("Extended on %(day)s") % {"day": localized.short_date(extended)}
    added = added_on(sheet)
    if added and (today - added).days <= NEW_DAYS[-1]:
        return _("Added on %(day)s") % {"day": localized.short_date(added)}
    return ""
