"""The addresses beside a finder and a sheet: files, feed, comparison, eligibility check."""

from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from delivery.limits import limited
from funding.catalogue.comparison.choice import FROM_LIST
from funding.catalogue.comparison.choice import ROUTE as COMPARISON
from funding.catalogue.comparison.page import compare
from funding.catalogue.eligibility.address import NAMES
from funding.catalogue.eligibility.links import ROUTE as ELIGIBILITY
from funding.catalogue.eligibility.pages import SHOW, ask_for_catalogue, ask_for_sheet
from funding.catalogue.exports import responses
from funding.catalogue.exports.responses import SEPARATOR
from funding.catalogue.facets import FILTERS
from funding.catalogue.finder import feed as finder_feed
from funding.catalogue.finder.parameters import LITERAL, TYPED

# Of the questions, the form's button included; of the comparison; of the finder and its files.
ELIGIBILITY_PARAMETERS = (*NAMES, SHOW)
FINDER_PARAMETERS = (
    "q",
    LITERAL,
    *FILTERS,
    *TYPED,
    "sort",
    "per",
    "page",
    SEPARATOR,
    "s",
    "rows",
    FROM_LIST,
    *ELIGIBILITY_PARAMETERS,
)


class SheetEligibility(RoutablePageMixin):
    """The questions beside one sheet. ``fit`` is the verdict on its card, where answers are given."""

    fit = None

    @path(ELIGIBILITY, name="fit")
    @limited("comparisons")
    def fit_page(self, request):
        return ask_for_sheet(self, request)


class FinderEligibility(RoutablePageMixin):
    """The questions for the whole catalogue."""

    @path(ELIGIBILITY, name="fit")
    @limited("comparisons")
    def fit_page(self, request):
        return ask_for_catalogue(self, request)


class FinderComparison(RoutablePageMixin):
    """The comparison below a finder."""

    @path(COMPARISON, name="compare")
    @limited("comparisons")
    def compare_page(self, request):
        return compare(self, request)


class FinderFiles(RoutablePageMixin):
    """The list as files and as a feed, under the same parameters."""

    @path("feed.rss/")
    @limited("exports")
    def feed(self, request):
        """New sheets and what changed on the others."""
        return finder_feed.feed(self, request)

    @path("export.csv/")
    @limited("exports")
    def csv_file(self, request):
        return responses.csv_response(self, request)

    @path("export.xlsx/")
    @limited("exports")
    def workbook_file(self, request):
        return responses.workbook_response(self, request)

    @path("export.json/")
    @limited("exports")
    def json_file(self, request):
        return responses.json_response(self, request)

    @path("export-schema.json/")
    def schema_file(self, request):
        return responses.schema_response(self)

    @path("calendar.ics/")
    @limited("exports")
    def calendar_file(self, request):
        return responses.calendar_response(self, request)
