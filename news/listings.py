"""The editors' lists of news, events and projects, with the columns and filters that each needs."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views.pages.listing import PageFilterSet

from cms.admin.page_listing import FIRST_COLUMNS, LAST_COLUMNS, SectionListing

from .dates import long_day
from .models import ArticlePage, EventPage, ProjectPage
from .models.event_schedule import STATES


class ArticleFilterSet(PageFilterSet):
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=ArticlePage.Kind.choices)
    day = django_filters.DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)

    class Meta:
        model = ArticlePage
        fields = []


class EventFilterSet(PageFilterSet):
    start_day = django_filters.DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)
    state = django_filters.ChoiceFilter(label=_("State of the event"), choices=STATES[1:])
    town = django_filters.CharFilter(label=_("Town"), lookup_expr="icontains")

    class Meta:
        model = EventPage
        fields = []


class ProjectFilterSet(PageFilterSet):
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=ProjectPage.Kind.choices)
    state = django_filters.ChoiceFilter(label=_("State of the project"), choices=ProjectPage.State.choices)

    class Meta:
        model = ProjectPage
        fields = []


def _word(event) -> str:
    """The word of the event's badge."""
    return event.badge.label if event.badge else ""


class ArticleListing(SectionListing):
    model = ArticlePage
    filterset_class = ArticleFilterSet
    menu_label = _("Articles")
    icon = "doc-full"
    menu_order = 200
    columns = [
        *FIRST_COLUMNS,
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind", width="12%"),
        Column(
            "day",
            label=_("Day"),
            accessor=lambda article: long_day(article.day) if article.day else "",
            sort_key="day",
            width="14%",
        ),
        *LAST_COLUMNS,
    ]


class EventListing(SectionListing):
    model = EventPage
    filterset_class = EventFilterSet
    menu_label = _("Events")
    icon = "date"
    menu_order = 203
    columns = [
        *FIRST_COLUMNS,
        Column("start_day", label=_("Day"), accessor="period", sort_key="start_day", width="18%"),
        Column(
            "town",
            label=_("Place"),
            accessor=lambda event: event.town or event.place_name,
            sort_key="town",
            width="14%",
        ),
        Column("state", label=_("State of the event"), accessor=_word, sort_key="state", width="12%"),
        *LAST_COLUMNS,
    ]


class ProjectListing(SectionListing):
    model = ProjectPage
    filterset_class = ProjectFilterSet
    menu_label = _("Projects")
    icon = "group"
    menu_order = 206
    columns = [
        *FIRST_COLUMNS,
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind", width="14%"),
        StatusTagColumn(
            "state",
            label=_("State of the project"),
            accessor="get_state_display",
            primary=lambda project: project.state == ProjectPage.State.RUNNING,
            width="12%",
        ),
        *LAST_COLUMNS,
    ]
