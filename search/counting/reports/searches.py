"""The most frequent searches, those that found nothing, and what can be done about them."""

import django_filters
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.formats import number_format
from django.utils.html import format_html_join
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.ui.tables import Column

from search.counting.models import SearchCount
from search.counting.queries import by_words

from .base import CountFilterSet, CountReport

# What can be added for the words of a line: the permission, the address, how it is called.
REMEDIES = (
    ("search.add_synonymgroup", "wagtailsnippets_search_synonymgroup:add", _("Add a synonym")),
    ("search.add_bestbet", "wagtailsnippets_search_bestbet:add", _("Pin a page")),
)


class SearchesFilterSet(CountFilterSet):
    """Also by whether nothing was found."""

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


class PlaceColumn(Column):
    def get_value(self, row):
        return "" if row["place"] is None else number_format(row["place"], 1)


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
    asked = urlencode({"words": row["words"], "language": row["language"]})
    for permission, name, label in REMEDIES:
        address = _address(name) if user.has_perm(permission) else ""
        if address:
            links.append((f"{address}?{asked}", label))
    return format_html_join(" · ", '<a href="{}">{}</a>', links)


def _address(name: str, row: dict | None = None, language: str = "") -> str:
    try:
        if not language:
            return reverse(name)
        with override(language):
            return reverse(name)
    except NoReverseMatch:
        return ""


class SearchesReport(CountReport):
    """A line for each words and language."""

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
        Column("opened", label=_("Clicks"), accessor=lambda row: row["opened"] or 0, width="9%"),
        PlaceColumn("place", label=_("Mean position"), width="9%"),
        RemediesColumn("remedies", label=_("What to do"), width="26%"),
    ]
    list_export = ["words", "language", "total", "fruitless", "opened", "place"]
    export_headings = {
        "words": _("Words"),
        "language": _("Language"),
        "total": _("Searches"),
        "fruitless": _("Found nothing"),
        "opened": _("Clicks"),
        "place": _("Mean position"),
    }

    def get_queryset(self):
        rows = by_words(self.filter_queryset(SearchCount.objects.all()), *self.days)
        if self.chosen("fruitless"):
            rows = rows.filter(fruitless__gt=0)
        return rows.order_by(*dict.fromkeys([self.ordering, "words", "language"]))
