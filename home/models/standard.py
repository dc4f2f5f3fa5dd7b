"""Pages of plain text: about, accessibility, privacy, what the funding sheets are."""

from django.utils.translation import gettext_lazy as _

from cms.pages import GeneralPage
from cms.related import related_pages


class StandardPage(GeneralPage):
    """Title, summary, picture and body; nothing else."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    page_description = _("A page of text, such as “About us”.")

    edit_handler = GeneralPage.tabs()

    def get_context(self, request, *args, **kwargs):
        """The headings of the text, for the list at its side, and the pages that belong to this one."""
        context = super().get_context(request, *args, **kwargs)
        contents = [block.value for block in self.body if block.block_type == "heading"]
        return {**context, "contents": contents, "related": related_pages(self, request)}

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
