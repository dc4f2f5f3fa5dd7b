"""The page of a funding sheet: its addresses, and what its template shows."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from cms.addresses import absolute
from cms.formats.calendars import calendar_response
from funding.catalogue import search_document
from funding.models.sheet import FundingSheet
from funding.models.sheet_change import SheetChange
from funding.presentation import calendar_entries

from .routes import ELIGIBILITY_PARAMETERS, SheetEligibility
from .sheet_context import sheet_context


class FundingSheetPage(SheetEligibility, RoutablePageMixin, FundingSheet):
    """One edition of one call, at an address of its own."""

    class Meta:
        verbose_name = _("funding sheet")
        verbose_name_plural = _("funding sheets")

    def known_parameters(self):
        return ELIGIBILITY_PARAMETERS

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | sheet_context(self, request)

    def search_details(self):
        return search_document.search_details(self)

    def search_day(self):
        return search_document.known_since(self)

    @path("calendar.ics/")
    def calendar_file(self, request):
        """Opening and closing, to keep in one's own calendar."""
        address = absolute(f"{self.url}calendar.ics")
        return calendar_response(calendar_entries.events([self]), f"{self.slug}.ics", self.title, address)

    @cached_property
    def date_changes(self) -> int:
        """How often its days have changed in public: by this number calendars know a newer entry."""
        return SheetChange.objects.filter(sheet_key=self.translation_key, kind=SheetChange.Kind.DATES).count()
