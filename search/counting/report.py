"""The report "Searches": the most frequent ones, those that found nothing, what can be done about them."""

import django_filters
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Sum
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html_join
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.defaults import permission_denied
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from cms.admin.mobile_rows import CardsMixin
from cms.formats.spreadsheets import DefusedExportMixin

from .models import SearchCount
from .retention import MIN_SEARCHES

POLICY = ModelPermissionPolicy(SearchCount)
# What can be added for the words of a line: the permission, the address, how it is called.
REMEDIES = (
    ("search.add_synonymgroup", "wagtailsnippets_search_synonymgroup:add", _("Add a synonym")),
    ("search.add_bestbet", "wagtailsnippets_search_bestbet:add", _("Pin a page")),
)


def may_see(user) -> bool:
    """Whether ``user`` may see what is searched for."""
    return POLICY.user_has_permission(user, "view")


class SearchesFilterSet(WagtailFilterSet):
    """By language, by days and by whether nothing was found."""

    language = django_filters.ChoiceFilter(label=_("Language"), choices=lambda: settings.LANGUAGES)
    day = django_filters.DateFromToRangeFilter(label=_("Period"), widget=DateRangePickerWidget)
    fruitless = django_filters.ChoiceFilter(
        label=_("Results"),
        choices=[("yes", _("Only searches that found nothing"))],
        # Told by the sum of the days, so not by a row: the report does it.
        method=lambda queryset, name, value: queryset,
    )

    class Meta:
        model = SearchCount
        fields = ["language", "day", "fruitless"]


class SearchLanguageColumn(Column):
    def get_value(self, row):
        return dict(settings.LANGUAGES).get(row["language"], row["language"])


class RemediesColumn(Column):
    """Links, for those who may follow them."""

    def get_cell_context_data(self, row, parent_context):
        context = super().get_cell_context_data(row, parent_context)
        context["value"] = _links(row, parent_context["request"].user)
        return context

    def get_value(self, row):
        return ""


def _links(row: dict, user) -> str:
    links = [(_address("search", row, row["language"]) + "?" + urlencode({"q": row["words"]}), _("Try it"))]
    query = urlencode({"words": row["words"], "language": row["language"]})
    for permission, name, label in REMEDIES:
        address = _address(name) if user.has_perm(permission) else ""
        if address:
            links.append((f"{address}?{query}", label))
    return format_html_join(" · ", '<a href="{}">{}</a>', links)


def _address(name: str, row: dict | None = None, language: str = "") -> str:
    try:
        if not language:
            return reverse(name)
        with override(language):
            return reverse(name)
    except NoReverseMatch:
        return ""


class SearchesReport(CardsMixin, DefusedExportMixin, ReportView):
    """A line for each words and language. Those who may not see it are told so where they are: 403."""

    permission_policy = POLICY
    permission_required = "view"
    paginate_by = 50
    model = SearchCount
    page_title = _("Searches")
    header_icon = "search"
    filterset_class = SearchesFilterSet
    index_url_name = "search_report"
    index_results_url_name = "search_report_results"
    default_ordering = "-total"
    export_filename = "searches"
    columns = [
        Column("words", label=_("Words"), accessor="words", sort_key="words"),
        SearchLanguageColumn("language", label=_("Language"), width="9%"),
        Column("total", label=_("Searches"), accessor="total", sort_key="total", width="9%"),
        Column("fruitless", label=_("Found nothing"), accessor="fruitless", sort_key="fruitless", width="9%"),
        RemediesColumn("remedies", label=_("What to do"), width="26%"),
    ]
    list_export = ["words", "language", "total", "fruitless"]
    export_headings = {
        "words": _("Words"),
        "language": _("Language"),
        "total": _("Searches"),
        "fruitless": _("Found nothing"),
    }

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except PermissionDenied as refusal:
            return permission_denied(request, refusal)

    def get_filtered_queryset(self):
        """Narrowed before it is added up, so not once more afterwards."""
        return self.get_queryset()

    def get_queryset(self):
        counts = self.filter_queryset(SearchCount.objects.all()).order_by()
        rows = counts.values("words", "language")
        rows = rows.annotate(total=Sum("searches"), fruitless=Sum("without_results"))
        rows = rows.filter(total__gte=MIN_SEARCHES)
        if self.filters.is_valid() and self.filters.form.cleaned_data["fruitless"]:
            rows = rows.filter(fruitless__gt=0)
        return rows.order_by(*dict.fromkeys([self.ordering, "words", "language"]))
