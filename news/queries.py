"""What the lists of news, events and projects show, each in a number of queries that does not grow."""

from datetime import date, timedelta

from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from portal.core.sorting import by_name
from wagtail.models import Page

from .models.article import ArticlePage
from .models.event import EventPage
from .models.project import ProjectPage

EVENT_END = Coalesce("end_day", "start_day")


def articles(index: Page) -> QuerySet[ArticlePage]:
    """The live news below ``index``, the newest first; those without a day by when they appeared here."""
    return _visible(ArticlePage, index).order_by(
        F("day").desc(nulls_last=True), F("first_published_at").desc(nulls_last=True), "pk"
    )


def projects(index: Page) -> QuerySet[ProjectPage]:
    """The live projects below ``index``: those that run, those planned, the others; the latest first."""
    rank = Case(When(state="running", then=0), When(state="planned", then=1), default=2)
    return _visible(ProjectPage, index).order_by(rank, F("starts_on").desc(nulls_last=True), by_name("title"))


def events(index: Page) -> QuerySet[EventPage]:
    """The live events below ``index``."""
    return _visible(EventPage, index)


def upcoming(queryset: QuerySet[EventPage], today: date | None = None) -> QuerySet[EventPage]:
    """Those that go on or are to come, the nearest first."""
    today = today or timezone.localdate()
    return _dated(queryset).filter(last__gte=today).order_by("start_day", "start_time", by_name("title"))


def past(queryset: QuerySet[EventPage], today: date | None = None) -> QuerySet[EventPage]:
    """Those that are over, the latest first."""
    today = today or timezone.localdate()
    return _dated(queryset).filter(last__lt=today).order_by("-start_day", by_name("title"))


def undated(queryset: QuerySet[EventPage]) -> QuerySet[EventPage]:
    """Those of which the source tells no day or no year."""
    return queryset.filter(Q(start_day=None) | Q(year_known=False)).order_by(by_name("title"))


def in_month(queryset: QuerySet[EventPage], month: date) -> QuerySet[EventPage]:
    """Those that touch the month that starts on ``month``."""
    return (
        _dated(queryset)
        .filter(start_day__lt=_next_month(month), last__gte=month)
        .order_by("start_day", "start_time", by_name("title"))
    )


def months(queryset: QuerySet[EventPage]) -> list[date]:
    """The months in which events start, in order."""
    return list(queryset.filter(start_day__isnull=False, year_known=True).dates("start_day", "month"))


def _visible(model: type, index: Page) -> QuerySet:
    return model.card_queryset().visible().child_of(index)


def _dated(queryset: QuerySet[EventPage]) -> QuerySet[EventPage]:
    return queryset.filter(start_day__isnull=False, year_known=True).annotate(last=EVENT_END)


def _next_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
