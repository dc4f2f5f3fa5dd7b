"""Blocks that may have a title of their own."""

from wagtail import blocks


class TitledBlock(blocks.StructBlock):
    """Has a child block ``title``, shown as a heading of the second level where it is filled in."""

    def outline(self, value) -> list[tuple[int, str]]:
        """The headings that the block shows: level and text."""
        return [(2, value["title"])] if value["title"] else []
