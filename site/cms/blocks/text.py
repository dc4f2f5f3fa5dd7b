"""Running text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]


class TextBlock(blocks.RichTextBlock):
    """Paragraphs and lists; headings of the third level and below."""

    def __init__(self, **kwargs):
        super().__init__(features=FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"
        description = _("Running text: paragraphs, lists, links, and headings of the third level and below.")
        preview_value = _(
            "<p>The laboratory is open to <b>people under 35</b> who live in the district, for one evening a "
            "week. There is no fee.</p><h3>What to bring</h3><ul><li>A sketch of an idea</li><li>An hour of "
            "patience at the loom</li></ul>"
        )
