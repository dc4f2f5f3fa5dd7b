"""Somebody's words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuotationBlock(blocks.StructBlock):
    """A quotation with the name and the role of who said it."""

    text = blocks.TextBlock(label=_("Words"))
    name = blocks.CharBlock(label=_("Name"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quotation.html"
        description = _("Somebody’s own words, with the name. Not for words that the text itself should say.")
        preview_value = {
            "text": _("We bought the looms together, and now nobody has to weave alone."),
            "name": "Anna Ferri",
            "role": _("president of the cooperative"),
        }
