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
