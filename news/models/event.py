"""An event."""

from dataclasses import replace
from datetime import date

from django.db import models
from django.http import Http404
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.addresses import absolute
from cms.fields import LinkField
from cms.formats.calendars import calendar_response
from cms.formats.structured_data import breadcrumbs, graph
from cms.page_content import DayToCheck
from cms.pages import BasePage
from cms.presentation import Fact
from cms.related import related_pages

from .. import event_badges, facts, parties
from ..blocks import SessionBlock
from ..calendars import calendar_entry
from ..dates import event_period
from ..event_state import State
from ..forms import ONLINE_ADDRESS_MISSING, EventForm
from ..panels import EVENT_TABS
from ..programme import by_day
from ..structured_data import of_event
from ..validation import check_event
from .event_schedule import ANNOUNCED_FIELDS, EventSchedule

YEARS_AHEAD = 3  # an event that lies farther away is likely a slip


class EventPage(EventSchedule, RoutablePageMixin, BasePage):
    """One event. Days and times are Europe/Rome.

    A source may leave out the year: then ``year_known`` is off, the year stored only sorts, and pages
    show the days with "year not given by the source". Without any day the page says so too.
    """

    base_form_class = EventForm
    search_type = "event"
    shows_search_day = True
    search_label = _("Event")
    search_label_plural = _("Events")
    search_keywords = {"it": "evento", "en": "event", "fr": "événement"}
    related_heading = _("Events")
    related_heading_beside = {"funding": _("Events about it")}
    related_order = 50
    home_section = "events"
    needs_summary = True
    schema_type = "Event"
    hours_with_days = (("start_time", "start_day"), ("end_time", "end_day", "start_day"))

    start_day = models.DateField(
        _("first day"), null=True, blank=True, help_text=_("Leave empty when the source does not tell it.")
    )
    start_time = models.TimeField(_("starts at"), null=True, blank=True, help_text=_("Time in Italy."))
    end_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Only if the event lasts more than one day.")
    )
    end_time = models.TimeField(
        _("ends at"), null=True, blank=True, help_text=_("Time in Italy, on the last day.")
    )
    year_known = models.BooleanField(
        _("the source gives the year"),
        default=True,
        help_text=_("If not, choose any year above: the page shows day and month, and says so."),
    )
    programme = StreamField([("session", SessionBlock())], verbose_name=_("programme"), blank=True)
    place_name = models.CharField(
        _("place"), max_length=160, blank=True, help_text=_("The venue, as its sign says.")
    )
    address = models.CharField(_("address"), max_length=250, blank=True, help_text=_("Street and number."))
    town = models.CharField(_("town"), max_length=120, blank=True)
    map_link = LinkField(_("map"), blank=True, help_text=_("A link to a map that shows the place."))
    online_link = LinkField(_("online address"), blank=True, help_text=_("Where to follow it online."))
    registration_link = LinkField(_("registration"), blank=True, help_text=_("Where to sign up."))
    language = models.CharField(
        _("language of the event"), max_length=120, blank=True, help_text=_("Languages spoken, interpreters.")
    )
    accessibility_notes = models.TextField(
        _("accessibility notes"),
        blank=True,
        help_text=_("Step-free entrance, sign language, subtitles, whom to ask."),
    )

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("place_name"),
        SynchronizedField("address"),
        SynchronizedField("state", overridable=False),
    ]
    api_fields = [
        APIField(name)
        for name in (*ANNOUNCED_FIELDS, "state_note", "previous_start_time", "previous_end_day")
    ]
    exclude_fields_in_copy = ["calendar_sequence", "rearranged_at"]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("town"),
        index.FilterField("start_day"),
        index.FilterField("town"),
        index.FilterField("year_known"),
    ]
    parent_page_types = ["news.EventIndexPage"]
    subpage_types = []
    page_description = _("A meeting, a mission, a day of work: when, where, and with which programme.")
    edit_handler = BasePage.tabs(*EVENT_TABS)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self):
        super().clean()
        self.store_previous_days()
        check_event(self)

    @property
    def period(self) -> str:
        """When, in words."""
        if self.awaits_day:
            return gettext("new day to be announced")
        return event_period(
            self.start_day, self.end_day, self.start_time, self.end_time, year_known=self.year_known
        )

    @property
    def dated(self) -> bool:
        """Whether day, month and year are known: only then can a calendar or a list by month hold it."""
        return self.start_day is not None and self.year_known

    @property
    def in_calendar(self) -> bool:
        """Whether a calendar holds it: until a new day is known, it tells that the old one is void."""
        return self.dated or (self.awaits_day and self.previous_start_day is not None)

    @property
    def calendar_url(self) -> str:
        """The address of the calendar entry; empty where nothing is left to keep free."""
        return f"{self.url}calendar.ics" if self.dated and self.url and self.can_attend else ""

    @property
    def signup_link(self) -> str:
        """Where to sign up; empty for what is over or does not take place."""
        return self.registration_link if self.can_attend else ""

    @property
    def card_label(self) -> str:
        return str(self._meta.verbose_name).capitalize()

    @property
    def card_meta(self) -> list[str]:
        before = (
            gettext("first planned: %(when)s") % {"when": self.previous_period} if self.rescheduled else ""
        )
        location = gettext("Online") if self.online_only else self.town or self.place_name
        return [text for text in (self.period, before, location) if text]

    @property
    def card_day(self) -> date | None:
        return self.start_day if self.dated else None

    @property
    def facts(self) -> list[Fact]:
        return facts.of_event(self)

    def days_to_check(self) -> list[DayToCheck]:
        """Without the year's being known there is nothing to doubt."""
        if not self.year_known:
            return []
        days = [day for day in super().days_to_check() if not day.name.startswith("previous_")]
        return [replace(day, years_ahead=YEARS_AHEAD) for day in days]

    def questions(self) -> list[str]:
        asked = super().questions()
        if self.state == State.ONLINE and not self.online_link:
            asked.append(str(ONLINE_ADDRESS_MISSING))
        if stale := self.note_of_before():
            question = gettext("Does what visitors should know still hold? It was written for “%(state)s”.")
            asked.append(question % {"state": stale})
        return asked

    def search_day(self) -> date | None:
        return self.start_day if self.dated else None

    def search_details(self) -> dict:
        with override(self.locale.language_code):
            texts = (self.place_name, self.address, self.town, self.language, self.period, self.state_word)
            return {
                "facts": facts.searchable(self, texts),
                "moments": event_badges.moments(self.plan),
                "flags": event_badges.flags(self.plan),
            }

    def plain_text(self) -> str:
        return "\n".join(
            filter(None, [super().plain_text(), self.state_note, facts.stream_text(self.programme)])
        )

    @classmethod
    def display_queryset(cls):
        return parties.with_parties(super().display_queryset())

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        self.note_expiry(request)
        context["programme"] = by_day(self)
        context["parties"] = parties.grouped(self)
        context["related"] = related_pages(self, request)
        context["structured_data"] = graph(of_event(self), breadcrumbs(request))
        return context

    @path("calendar.ics/")
    def calendar(self, request):
        if not self.in_calendar:
            raise Http404
        address = absolute(f"{self.url}calendar.ics")
        return calendar_response([calendar_entry(self)], f"{self.slug}.ics", self.title, address)
