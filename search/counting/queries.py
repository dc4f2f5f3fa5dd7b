"""What the reports ask of the counts: whatever the content, two or three queries."""

from datetime import date

from django.db.models import F, FloatField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Cast

from .models import ClickCount, SearchCount


def by_words(counts: QuerySet[SearchCount], first: date | None, last: date | None) -> QuerySet:
    """A row for words and language: ``total``, ``fruitless``, ``opened`` and the mean ``place`` of clicks.

    ``first`` and ``last`` are the days between which clicks are looked at, like the ``counts`` given.
    """
    clicks = in_days(ClickCount.objects, first, last)
    clicks = clicks.filter(words=OuterRef("words"), language=OuterRef("language")).values("words")
    opened = clicks.annotate(sum=Sum("clicks")).values("sum")
    places = clicks.annotate(sum=Cast(Sum(F("position") * F("clicks")), FloatField())).values("sum")
    rows = counts.order_by().values("words", "language")
    rows = rows.annotate(total=Sum("searches"), fruitless=Sum("without_results"), opened=Subquery(opened))
    return rows.annotate(place=Subquery(places) / F("opened"))


def by_position(counts: QuerySet[ClickCount]) -> QuerySet:
    """A row for each position, with all clicks on it as ``opened``."""
    return counts.order_by().values("position").annotate(opened=Sum("clicks"))


def in_days(counts, first: date | None, last: date | None) -> QuerySet:
    """The counts of the days from ``first`` to ``last``, both included; None does not limit."""
    if first:
        counts = counts.filter(day__gte=first)
    if last:
        counts = counts.filter(day__lte=last)
    return counts.all()
