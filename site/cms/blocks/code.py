"""A code inside a block: the same in every language."""

from wagtail import blocks


class CodeBlock(blocks.CharBlock):
    """A short text that stands for something, such as ``it``; wagtail-localize carries it over as it is."""

    def get_translatable_segments(self, value) -> list:
        return []

    def restore_translated_segments(self, value, segments):
        return value
