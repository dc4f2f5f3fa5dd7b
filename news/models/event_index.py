"""The list of events."""

from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy, gettext_noop
from wagtail.contrib.routable_page.models import path

from cms.addresses import absolute
from cms.formats.calendars import calendar_response
from cms.formats.feeds import FeedItem, page_item
from cms.list_page.choices import Pager, chips
from cms.list_page.filters import Filter, TopicFilter
from cms.list_page.names import file_name, list_name
from cms.list_page.pages import ListPage
from cms.list_page.params import ListParams
from delivery.expiry import expires_at, expires_at_midnight

from .. import queries
from ..calendars import calendar_entry
from ..dates import long_month
from ..event_state import State
from .event import EventPage


class EventIndexPage(ListPage):
    """Events: what is to come first, then what waits for a new day or has no year, then the past by year.

    ``?month=2026-12`` shows one month instead.
    """

    section_title, section_address = gettext_noop("Events"), gettext_noop("events/")
    section_order = 20
    parameters = ("month", "topic")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.EventPage"]
    max_count_per_parent = 1
    page_description = gettext_lazy("The list of all events.")
    edit_handler = ListPage.tabs()

    class Meta:
        verbose_name = gettext_lazy("event index")
        verbose_name_plural = gettext_lazy("event indexes")

    def listed(self) -> QuerySet:
        return queries.events(self)

    def filters(self) -> list[Filter]:
        return [TopicFilter(self.locale_id)]

    def list_context(self, request, params: ListParams) -> dict[str, Any]:
        now = timezone.now()
        expires_at_midnight(request)
        expires_at(request, queries.next_turn(self.listed(), now))
        narrowing = self.narrowing(params)
        pages, month, facets = narrowing.pages(), params.month(), narrowing.facets()
        months = queries.months(pages)
        context = {
            "facets": [each for each in facets if each.options],
            "chips": chips(params, facets),
            # Without a dated event there is nothing that a calendar could hold.
            "calendar_url": f"{self.url}calendar.ics{params.query_string(*self.parameters)}"
            if months
            else "",
            "month": month,
            "months": _month_links(_from_now_on(months, localdate(now)), month, params),
            "all_url": params.url(month=None),
        }
        return context | (_of_month(pages, month) if month else _of_all(pages, params, self.per_page, now))

    def choices(self, params: ListParams) -> list[str]:
        month = params.month()
        return [*super().choices(params), *([long_month(month)] if month else [])]

    def pairs(self, params: ListParams) -> list[tuple[str, str]]:
        month = params.month()
        return [*super().pairs(params), *([("month", f"{month:%Y-%m}")] if month else [])]

    @path("feed.rss/")
    def feed(self, request):
        """It says which events are over."""
        now = timezone.now()
        expires_at_midnight(request)
        expires_at(request, queries.next_turn(self.listed(), now))
        return super().feed(request)

    def feed_pages(self, params: ListParams) -> QuerySet:
        return self._matching_events(params).order_by(queries.LAST_ANNOUNCED.desc(nulls_last=True), "pk")

    def feed_item(self, page) -> FeedItem:
        """An event that was cancelled or moved is an entry of its own: readers have seen the one before."""
        told = ", ".join(
            [*([str(page.badge.label)] if page.is_over and not page.cancelled else []), *page.card_meta]
        )
        item = page_item(page, summary=". ".join([told, page.summary]))
        if page.state == State.SCHEDULED:
            return item
        return replace(
            item,
            title=page.display_title,
            summary=" ".join(filter(None, [page.state_note, item.summary])),
            published=page.rearranged_at or item.published,
            key=f"{item.key}-{page.state}-{page.calendar_sequence}",
        )

    @path("calendar.ics/")
    def calendar(self, request):
        """Every event whose day and year are known, and those whose known day is void."""
        params = ListParams(request.GET)
        events = self._matching_events(params).order_by("start_day", "pk")
        entries = [calendar_entry(event) for event in events if event.in_calendar]
        choices = self.choices(params)
        name = list_name(self.title, choices)
        query = urlencode(self.pairs(params))
        address = absolute(f"{self.url}calendar.ics{'?' if query else ''}{query}")
        return calendar_response(entries, file_name([self.slug, *choices], "ics"), name, address)

    def _matching_events(self, params: ListParams) -> QuerySet[EventPage]:
        pages = self.narrowing(params).pages()
        month = params.month()
        return queries.in_month(pages, month) if month else pages


def _of_month(pages: QuerySet, month: date) -> dict[str, Any]:
    events = list(queries.in_month(pages, month))
    return {"month_title": long_month(month), "of_month": events, "listed": events}


def _of_all(pages: QuerySet, params: ListParams, per_page: int, now: datetime) -> dict[str, Any]:
    """What is to come stands on the first page only; the past goes on over the others."""
    past = params.page(Paginator(queries.past(pages, now), per_page))
    first = past.number == 1
    upcoming = list(queries.upcoming(pages, now)) if first else []
    postponed, undated = [], []
    for event in queries.undated(pages) if first else ():
        (postponed if event.awaits_day else undated).append(event)
    gone = list(past.object_list)
    years = [(year, list(events)) for year, events in groupby(gone, lambda event: event.start_day.year)]
    return {
        "upcoming": upcoming,
        "postponed": postponed,
        "undated": undated,
        "past_years": years,
        "pager": Pager(past, params.page_url),
        "listed": [*upcoming, *postponed, *undated, *gone],
    }


def _from_now_on(months: list[date], today: date) -> list[date]:
    """This month and those to come, then the past, the latest first."""
    first = today.replace(day=1)
    return [month for month in months if month >= first] + [month for month in months[::-1] if month < first]


def _month_links(months: list[date], current: date | None, params: ListParams) -> list[dict]:
    """The months that have events, as links."""
    return [
        {
            "label": long_month(month),
            "machine": f"{month:%Y-%m}",
            "url": params.url(month=f"{month:%Y-%m}"),
            "current": month == current,
        }
        for month in months
    ]
