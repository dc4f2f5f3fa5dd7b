"""The editors' list of stories."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageListingViewSet

from cms.admin.page_listing import SectionIndexView
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


class StoryListing(PageListingViewSet):
    """A list in the admin's menu."""

    model = StoryPage
    index_view_class = StoryIndexView
    filterset_class = StoryFilterSet
    menu_label = _("Stories")
    icon = "openquote"
    add_to_admin_menu = True
    menu_order = 213
    columns = [
        *IndexView.base_columns[:2],
        Column("organisation", label=_("Cooperative"), accessor="organisation", width="20%"),
        *IndexView.base_columns[3:],
    ]
