"""Where the finder and each sheet are asked whether they fit."""

from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from .links import ROUTE


class CatalogueFitMixin(RoutablePageMixin):
    """The questions for the whole catalogue."""

    @path(ROUTE, name="fit")
    def fit_page(self, request):
        # Imported late: the pages read the models.
        from .pages import ask_for_catalogue

        return ask_for_catalogue(self, request)


class SheetFitMixin(RoutablePageMixin):
    """The questions beside one sheet. ``fit`` is the verdict on its card, where answers are given."""

    fit = None

    @path(ROUTE, name="fit")
    def fit_page(self, request):
        from .pages import ask_for_sheet

        return ask_for_sheet(self, request)
