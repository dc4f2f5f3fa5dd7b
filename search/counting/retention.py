"""How long the counts are kept."""

from datetime import date, timedelta

from django.db.models import OuterRef, Subquery, Sum

from .models import SearchCount

MONTHS = 13  # a year, to compare, and the month under way

# Words that fewer have asked for may tell of somebody: they are not shown, and not kept after a while.
MIN_SEARCHES = 3
RARE_DAYS = 7


def first_day_kept(today: date, months: int) -> date:
    """The first day of the month that lies ``months`` back."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, 1)


def forget_before(day: date) -> int:
    """Delete the counts of all days before ``day``; how many rows that were."""
    return SearchCount.objects.filter(day__lt=day).delete()[0]


def forget_rare(today: date) -> int:
    """Delete counts older than a week of words that were asked for less than ``MIN_SEARCHES`` times in all;
    how many rows that were."""
    same = SearchCount.objects.filter(words=OuterRef("words"), language=OuterRef("language")).order_by()
    total = same.values("words", "language").annotate(total=Sum("searches")).values("total")
    old = SearchCount.objects.filter(day__lt=today - timedelta(days=RARE_DAYS))
    rare = old.annotate(total=Subquery(total)).filter(total__lt=MIN_SEARCHES)
    return SearchCount.objects.filter(pk__in=list(rare.values_list("pk", flat=True))).delete()[0]
