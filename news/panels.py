"""The editor's tabs of events and projects, between the text and the links."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

EVENT_WHEN = [
    FieldRowPanel([FieldPanel("start_day"), FieldPanel("start_time")]),
    FieldRowPanel([FieldPanel("end_day"), FieldPanel("end_time")]),
    FieldPanel("year_known"),
]
EVENT_WHERE = [
    FieldPanel("place_name"),
    FieldRowPanel([FieldPanel("address"), FieldPanel("town")]),
    FieldPanel("map_link"),
    FieldPanel("online_link"),
]
EVENT_VISIT = [FieldPanel("registration_link"), FieldPanel("language"), FieldPanel("accessibility_notes")]
EVENT_TABS = (
    (
        _("When and where"),
        [
            MultiFieldPanel(EVENT_WHEN, heading=_("When")),
            MultiFieldPanel(EVENT_WHERE, heading=_("Where")),
            MultiFieldPanel(EVENT_VISIT, heading=_("Taking part")),
        ],
    ),
    (_("Programme"), [FieldPanel("programme")]),
    (
        _("Parties"),
        [InlinePanel("parties", heading=_("Organisers and partners"), label=_("Organisation"))],
    ),
)

PROJECT_WHEN = [
    FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    FieldPanel("duration_months"),
]
PROJECT_PLAN = [FieldPanel("mission"), FieldPanel("component"), FieldPanel("cup")]
PROJECT_TABS = (
    (
        _("Facts"),
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("state")]),
            MultiFieldPanel(PROJECT_WHEN, heading=_("When")),
            MultiFieldPanel([FieldPanel("places"), FieldPanel("regions")], heading=_("Where")),
            MultiFieldPanel(PROJECT_PLAN, heading=_("Recovery and resilience plan (PNRR)")),
        ],
    ),
    (
        _("Work"),
        [
            FieldPanel("objectives"),
            FieldPanel("phases"),
            FieldPanel("key_figures"),
            FieldPanel("tracks"),
            FieldPanel("services"),
            FieldPanel("results"),
        ],
    ),
    (
        _("Parties"),
        [InlinePanel("parties", heading=_("Promoters, partners, funders"), label=_("Organisation"))],
    ),
)
