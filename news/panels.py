"""The editor's tabs of events and projects, between the text and the links."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

PARTIES_HELP = _("Who takes part, in which role. A new organisation is made under Snippets, once.")

EVENT_WHEN = [
    FieldRowPanel([FieldPanel("start_day"), FieldPanel("start_time")]),
    FieldRowPanel([FieldPanel("end_day"), FieldPanel("end_time")]),
    FieldPanel(
        "year_known",
        help_text=_(
            "If not, write the days without a year, as 05/12: the page shows day and month, and says so."
        ),
    ),
]
EVENT_WHERE = [
    FieldPanel("place_name"),
    FieldRowPanel([FieldPanel("address"), FieldPanel("town")]),
    FieldPanel("map_link"),
    FieldPanel("online_link"),
]
EVENT_VISIT = [FieldPanel("registration_link"), FieldPanel("language"), FieldPanel("accessibility_notes")]
EVENT_STATE = [
    FieldPanel(
        "state",
        help_text=_(
            "Say here what has become of an event that was announced, and leave it published: its page, "
            "lists, calendars and search engines tell it. For a new day, change “When” as well; leave the "
            "first day empty while it is not known."
        ),
    ),
    FieldPanel("state_note"),
    FieldRowPanel([FieldPanel("previous_start_day"), FieldPanel("previous_start_time")]),
    FieldPanel("previous_end_day"),
]
EVENT_TABS = (
    (
        _("When and where"),
        [
            MultiFieldPanel(EVENT_WHEN, heading=_("When")),
            MultiFieldPanel(EVENT_WHERE, heading=_("Where")),
            MultiFieldPanel(EVENT_VISIT, heading=_("Taking part")),
        ],
    ),
    (_("State of the event"), [MultiFieldPanel(EVENT_STATE, heading=_("State of the event"))]),
    (
        _("Programme"),
        [
            FieldPanel(
                "programme", help_text=_("Session by session: day, hour, what it is about and who speaks.")
            )
        ],
    ),
    (
        _("Parties"),
        [
            InlinePanel(
                "parties",
                heading=_("Organisers and partners"),
                label=_("Organisation"),
                help_text=PARTIES_HELP,
            )
        ],
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
            FieldRowPanel(
                [
                    FieldPanel(
                        "kind",
                        help_text=_("What sort of undertaking it is: it stands over the title in lists."),
                    ),
                    FieldPanel("state"),
                ]
            ),
            MultiFieldPanel(PROJECT_WHEN, heading=_("When")),
            MultiFieldPanel(
                [
                    FieldPanel("places"),
                    FieldPanel(
                        "regions",
                        help_text=_("Where it works, for filters. Leave empty when it is tied to no region."),
                    ),
                ],
                heading=_("Where"),
            ),
            MultiFieldPanel(PROJECT_PLAN, heading=_("Recovery and resilience plan (PNRR)")),
        ],
    ),
    (
        _("Work"),
        [
            FieldPanel("objectives", help_text=_("What it is to achieve, one sentence each.")),
            FieldPanel("phases", help_text=_("Its stages in order, with when each of them takes place.")),
            FieldPanel("key_figures", help_text=_("Two to four numbers that tell the project at a glance.")),
            FieldPanel("tracks", help_text=_("The strands that run side by side, if there are any.")),
            FieldPanel("services", help_text=_("What it offers to those who take part.")),
            FieldPanel("results", help_text=_("What has come of it so far; nothing that is only hoped for.")),
        ],
    ),
    (
        _("Parties"),
        [
            InlinePanel(
                "parties",
                heading=_("Promoters, partners, funders"),
                label=_("Organisation"),
                help_text=PARTIES_HELP,
            )
        ],
    ),
)
