"""Events: the list and the event."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from portal.core.pages import BasePage
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField


class SessionBlock(blocks.StructBlock):
    """One session of the programme. Without a day it stands under the whole event."""

    day = blocks.DateBlock(label=_("Day"), required=False)
    starts = blocks.TimeBlock(label=_("Starts at"), required=False)
    ends = blocks.TimeBlock(label=_("Ends at"), required=False)
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.TextBlock(label=_("Text"), required=False)
    people = blocks.CharBlock(label=_("People"), required=False, max_length=250)

    class Meta:
        icon = "time"
        label = _("Session")


class EventIndexPage(BasePage):
    """The list of events: upcoming first, past ones by year."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.EventPage"]
    max_count_per_parent = 1
    show_in_menus_default = True
    edit_handler = BasePage.tabs()

    class Meta:
        verbose_name = _("event index")
        verbose_name_plural = _("event indexes")


class EventPage(BasePage):
    """One event. Days and times are Europe/Rome.

    A source may leave out the year: then ``year_known`` is off, the year stored only sorts, and pages
    show the days with "year not given by the source". Without any day the page says so too.
    """

    search_type = "event"
    schema_type = "Event"

    start_day = models.DateField(_("first day"), null=True, blank=True)
    start_time = models.TimeField(_("starts at"), null=True, blank=True)
    end_day = models.DateField(_("last day"), null=True, blank=True)
    end_time = models.TimeField(_("ends at"), null=True, blank=True)
    year_known = models.BooleanField(_("the source gives the year"), default=True)
    programme = StreamField([("session", SessionBlock())], verbose_name=_("programme"), blank=True)
    place_name = models.CharField(_("place"), max_length=160, blank=True)
    address = models.CharField(_("address"), max_length=250, blank=True)
    town = models.CharField(_("town"), max_length=120, blank=True)
    map_link = models.URLField(_("map"), blank=True)
    online_link = models.URLField(_("online address"), blank=True)
    registration_link = models.URLField(_("registration"), blank=True)
    language = models.CharField(_("language of the event"), max_length=120, blank=True)
    accessibility_notes = models.TextField(_("accessibility notes"), blank=True)

    parent_page_types = ["news.EventIndexPage"]
    subpage_types = []
    edit_handler = BasePage.tabs(
        (
            _("When and where"),
            [
                FieldPanel("start_day"),
                FieldPanel("start_time"),
                FieldPanel("end_day"),
                FieldPanel("end_time"),
                FieldPanel("year_known"),
                FieldPanel("place_name"),
                FieldPanel("address"),
                FieldPanel("town"),
                FieldPanel("map_link"),
                FieldPanel("online_link"),
                FieldPanel("registration_link"),
                FieldPanel("language"),
                FieldPanel("accessibility_notes"),
            ],
        ),
        (_("Programme"), [FieldPanel("programme")]),
        (_("Parties"), [InlinePanel("parties", heading=_("Organisers and partners"))]),
    )

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
