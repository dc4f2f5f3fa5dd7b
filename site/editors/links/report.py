"""The report on broken links."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.models import Locale

from cms.admin.columns import LanguageColumn, PageColumn
from cms.admin.permissions import changeable, may_change_any
from cms.admin.report import Report

from .models import LinkUse
from .results import PROBLEMS, ROBOTS, reason


class LinkFilterSet(WagtailFilterSet):
    locale = django_filters.ModelChoiceFilter(
        label=_("Language"), field_name="page__locale", queryset=Locale.objects.all()
    )
    problem = django_filters.ChoiceFilter(
        label=_("Reason"),
        field_name="link__problem",
        choices=[(code, words) for code, words in PROBLEMS.items() if code != ROBOTS],
    )
    url = django_filters.CharFilter(label=_("Address"), field_name="link__url", lookup_expr="icontains")

    class Meta:
        model = LinkUse
        fields = ["locale", "problem", "url"]


class AddressColumn(Column):
    cell_template_name = "links/address.html"


class BrokenLinks(Report):
    """A line for each page and address that ``check_links`` has found broken."""

    slug = "broken-links"
    model = LinkUse
    page_title = _("Broken links")
    header_icon = "link-external"
    order = 60
    filterset_class = LinkFilterSet
    default_ordering = "link__first_failed_at"
    columns = [
        PageColumn(page=lambda use: use.page),
        LanguageColumn(page=lambda use: use.page),
        AddressColumn("address", label=_("Address"), accessor="link.url", sort_key="link__url", width="36%"),
        Column(
            "reason",
            label=_("Reason"),
            accessor=lambda use: str(reason(use.link.status, use.link.problem)),
            width="18%",
        ),
        DateColumn(
            "since",
            label=_("Since"),
            accessor="link.first_failed_at",
            sort_key="link__first_failed_at",
            width="12%",
        ),
    ]
    short = ("title", "address", "reason", "since")

    @classmethod
    def allows(cls, user) -> bool:
        return may_change_any(user)

    @classmethod
    def rows(cls, user):
        pages = changeable(user).filter(live=True).order_by()
        uses = LinkUse.objects.filter(link__broken=True, page__in=pages.values("pk"))
        return uses.select_related("link", "page").order_by("link__first_failed_at", "pk")
