"""How long the counts are kept."""

from datetime import date

from .models import SearchCount

MONTHS = 13  # a year, to compare, and the month under way


def first_day_kept(today: date, months: int) -> date:
    """The first day of the month that lies ``months`` back."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, 1)


def forget_before(day: date) -> int:
    """Delete the counts of all days before ``day``; how many rows that were."""
    return SearchCount.objects.filter(day__lt=day).delete()[0]
