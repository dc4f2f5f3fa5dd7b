"""What happens in which order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .titled import TitledBlock


class StepBlock(blocks.StructBlock):
    """One step: a title and what happens in it."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False)


class StepsBlock(TitledBlock):
    """An ordered list of steps."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    items = blocks.ListBlock(StepBlock(), label=_("Steps"))

    def outline(self, value) -> list[tuple[int, str]]:
        """Under a title each step has a heading of its own."""
        titled = super().outline(value)
        return titled + [(3, item["title"]) for item in value["items"]] if titled else []

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "blocks/steps.html"
        description = _(
            "What happens, or what to do, in this order. A list in the text does where order is all the same."
        )
        preview_value = {
            "title": _("How to apply"),
            "items": [
                {"title": _("Write to us"), "text": _("A few lines on who you are and what you would make.")},
                {"title": _("Come and see"), "text": _("We answer within a week and show you the workshop.")},
            ],
        }
