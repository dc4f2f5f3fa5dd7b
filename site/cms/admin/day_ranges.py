"""Filters by two days: written as the lists write days, and a range that ends before it begins is told."""

from collections.abc import Iterator

import django_filters
from django.utils.translation import gettext as _
from wagtail.admin.active_filters import DateFromToRangeFilterAdapter

from cms.formats import localized


def install() -> None:
    """Called once, when all apps are there."""
    DateFromToRangeFilterAdapter.format_value = _day


def reversed_ranges(filters) -> Iterator[str]:
    """A sentence for each filter of a list whose last day comes before its first; the list is empty then."""
    if not filters or not filters.is_valid():
        return
    for name, filter in filters.filters.items():
        if not isinstance(filter, django_filters.DateFromToRangeFilter):
            continue
        days = filters.form.cleaned_data.get(name)
        if days and days.start and days.stop and days.start > days.stop:
            values = {"label": filter.label, "first": localized.long_date(days.start)}
            values["last"] = localized.long_date(days.stop)
            yield _("“%(label)s”: %(last)s comes before %(first)s. Swap the two days.") % values


def _day(adapter, value) -> str:
    return localized.long_date(value) if value is not None else adapter.empty_value_label
