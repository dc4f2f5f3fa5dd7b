"""A whole number inside a block, written as in every other field of the admin."""

from wagtail import blocks

from ..forms.written_numbers import WholeNumberField


class WholeNumberBlock(blocks.IntegerBlock):
    """What is no whole number stays in the field and is refused there."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plain = self.field
        self.field = WholeNumberField(
            required=plain.required,
            help_text=plain.help_text,
            min_value=plain.min_value,
            max_value=plain.max_value,
        )
