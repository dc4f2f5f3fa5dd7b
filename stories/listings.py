"""The editors' list of stories."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import PageFilterSet

from cms.admin.page_listing import FIRST_COLUMNS, LAST_COLUMNS, SectionIndexView, SectionListing
from cms.models import Organisation

from .models import StoryPage


class StoryFilterSet(PageFilterSet):
    organisation = django_filters.ModelChoiceFilter(
        label=_("Cooperative"), queryset=Organisation.objects.filter(stories__isnull=False).distinct()
    )

    class Meta:
        model = StoryPage
        fields = []


class StoryIndexView(SectionIndexView):
    """The cooperatives in one query, not in one a row."""

    def annotate_queryset(self, pages):
        return super().annotate_queryset(pages).prefetch_related("organisation")


class StoryListing(SectionListing):
    model = StoryPage
    index_view_class = StoryIndexView
    filterset_class = StoryFilterSet
    menu_label = _("Stories")
    icon = "openquote"
    menu_order = 213
    columns = [
        *FIRST_COLUMNS,
        Column("organisation", label=_("Cooperative"), accessor="organisation", width="20%"),
        *LAST_COLUMNS,
    ]
