"""The finder: the list of sheets."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from cms.pages import GeneralPage
from funding.catalogue.eligibility.links import ROUTE as ELIGIBILITY
from funding.catalogue.finder.page import finder_context

from .routes import FINDER_PARAMETERS, FinderComparison, FinderEligibility, FinderFiles


class FundingIndexPage(FinderEligibility, FinderFiles, FinderComparison, GeneralPage):
    """The page at which sheets are searched and filtered, with its list as files beside it."""

    section_title, section_address = gettext_noop("Funding"), gettext_noop("funding/")
    section_order = 40
    section_tools = ((_("Does it fit us?"), ELIGIBILITY),)
    written_by = "Funding expert"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["funding.FundingSheetPage"]
    max_count_per_parent = 1
    schema_type = "CollectionPage"
    changes_with_subpages = True
    show_in_menus_default = True
    edit_handler = GeneralPage.tabs()

    class Meta:
        verbose_name = _("funding finder")
        verbose_name_plural = _("funding finders")

    def known_parameters(self):
        return FINDER_PARAMETERS

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | finder_context(self, request)
