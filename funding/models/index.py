"""The finder: the list of sheets."""

from django.utils.translation import gettext_lazy as _
from portal.core.pages import BasePage

from funding.compare.route import CompareMixin
from funding.finder.files import FinderFiles
from funding.fit.routes import CatalogueFitMixin

from .index_feed import FeedPart


class FundingIndexPage(CatalogueFitMixin, FeedPart, FinderFiles, CompareMixin, BasePage):
    """The page at which sheets are searched and filtered, with its list as files beside it."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["funding.FundingSheetPage"]
    max_count_per_parent = 1
    schema_type = "CollectionPage"
    show_in_menus_default = True
    edit_handler = BasePage.tabs()

    class Meta:
        verbose_name = _("funding finder")
        verbose_name_plural = _("funding finders")

    def get_context(self, request, *args, **kwargs):
        # Imported late: the finder reads the models.
        from funding.finder.page import finder_context

        return super().get_context(request, *args, **kwargs) | finder_context(self, request)
