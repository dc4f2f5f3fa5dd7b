"""What the lists of news, events and projects show, each in a number of queries that does not grow."""

from datetime import date, datetime, timedelta

from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.functions import Coalesce, TruncDate
from wagtail.models import Page

from cms.constants import ROME
from cms.sorting import by_name

from .event_state import EVENT_FIELDS, State, next_change, plan, wall_clock
from .models.article import ArticlePage
from .models.event import EventPage
from .models.project import ProjectPage

EVENT_END = Coalesce("end_day", "start_day")
# When the list last had something new to say of an event: it appeared, or was cancelled or moved.
LAST_ANNOUNCED = Case(
    When(~Q(state=State.SCHEDULED), then=Coalesce("rearranged_at", "first_published_at")),
    default=F("first_published_at"),
)
BY_START = ("start_day", F("start_time").asc(nulls_first=True), by_name("title"))


def articles(index: Page) -> QuerySet[ArticlePage]:
    """The live news below ``index``, the newest first; without a day by the one of their appearance here."""
    return _visible(ArticlePage, index).order_by(
        Coalesce("day", TruncDate("first_published_at", tzinfo=ROME)).desc(nulls_last=True),
        F("first_published_at").desc(nulls_last=True),
        "pk",
    )


def projects(index: Page) -> QuerySet[ProjectPage]:
    """The live projects below ``index``: those that run, those planned, the others; the latest first."""
    rank = Case(When(state="running", then=0), When(state="planned", then=1), default=2)
    return _visible(ProjectPage, index).order_by(rank, F("starts_on").desc(nulls_last=True), by_name("title"))


def events(index: Page) -> QuerySet[EventPage]:
    """The live events below ``index``."""
    return _visible(EventPage, index)


def to_come(now: datetime) -> Q:
    """Events with a day that are not over at ``now``: the rule of ``event_state``, put to the database."""
    today, clock = wall_clock(now)
    later = Q(end_day__gt=today) | Q(end_day=None, start_day__gt=today)
    ends_today = Q(end_day=today) | Q(end_day=None, start_day=today)
    still = Q(end_time=None) | Q(end_time__gt=clock) | Q(state=State.CANCELLED)
    return later | (ends_today & still)


def upcoming(queryset: QuerySet[EventPage], now: datetime) -> QuerySet[EventPage]:
    """Those that go on or are to come at ``now``, the nearest first."""
    return _dated(queryset).filter(to_come(now)).order_by(*BY_START)


def past(queryset: QuerySet[EventPage], now: datetime) -> QuerySet[EventPage]:
    """Those that are over at ``now``, the latest first."""
    latest = ("-start_day", F("start_time").desc(nulls_last=True), by_name("title"))
    return _dated(queryset).filter(~to_come(now)).order_by(*latest)


def next_turn(queryset: QuerySet[EventPage], now: datetime) -> datetime | None:
    """The next moment before midnight at which one of the events starts or ends."""
    today, _clock = wall_clock(now)
    rows = _dated(queryset).filter(Q(start_day=today) | Q(last=today)).order_by().values(*EVENT_FIELDS)
    turns = (next_change(plan(**row), now) for row in rows)
    return min((turn for turn in turns if turn), default=None)


def undated(queryset: QuerySet[EventPage]) -> QuerySet[EventPage]:
    """Those of which the source tells no day or no year."""
    return queryset.filter(Q(start_day=None) | Q(year_known=False)).order_by(by_name("title"))


def in_month(queryset: QuerySet[EventPage], month: date) -> QuerySet[EventPage]:
    """Those that touch the month that starts on ``month``."""
    return _dated(queryset).filter(start_day__lt=_next_month(month), last__gte=month).order_by(*BY_START)


def months(queryset: QuerySet[EventPage]) -> list[date]:
    """The months in which events start, in order."""
    return list(queryset.filter(start_day__isnull=False, year_known=True).dates("start_day", "month"))


def _visible(model: type, index: Page) -> QuerySet:
    return model.card_queryset().visible().child_of(index)


def _dated(queryset: QuerySet[EventPage]) -> QuerySet[EventPage]:
    return queryset.filter(start_day__isnull=False, year_known=True).annotate(last=EVENT_END)


def _next_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
