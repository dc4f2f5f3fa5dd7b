"""A heading inside the body: second level, with an address of its own."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class HeadingBlock(blocks.CharBlock):
    """One line of text."""

    def __init__(self, **kwargs):
        super().__init__(max_length=120, **kwargs)

    def outline(self, value) -> list[tuple[int, str]]:
        """The headings that the block shows: level and text."""
        return [(2, value)]

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"
        description = _("Opens a part of the text. Readers and screen readers jump from heading to heading.")
        preview_value = _("Who can take part")
