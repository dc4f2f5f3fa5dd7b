"""A link that asks for action."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .cross_field import CrossFieldBlock


class ButtonBlock(CrossFieldBlock):
    """Leads to a page of the site or to an address elsewhere: one of the two."""

    text = blocks.CharBlock(label=_("Text"), max_length=60)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Address elsewhere"), required=False)

    def missing_fields(self, value):
        if bool(value["page"]) == bool(value["url"]):
            yield "page", _("Give either a page of the site or an address elsewhere.")

    class Meta:
        icon = "link"
        label = _("Button")
        template = "blocks/button.html"
        description = _("The one thing that readers are asked to do. All other links belong in the text.")
        preview_value = {"text": _("Sign up for the laboratory"), "page": None, "url": "https://example.org/"}
