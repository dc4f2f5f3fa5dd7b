"""Pages of plain text: about, accessibility, privacy, what the funding sheets are."""

from django.utils.translation import gettext_lazy as _
from portal.core.pages import BasePage


class StandardPage(BasePage):
    """Title, summary, picture and body; nothing else."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    page_description = _("A page of text, such as “About us”.")

    edit_handler = BasePage.tabs()

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
