"""Numbers that tell the story."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .titled import TitledBlock


class FigureBlock(blocks.StructBlock):
    """One number with its unit and what it counts. The number is text: "141", "2,5"."""

    value = blocks.CharBlock(label=_("Figure"), max_length=20)
    unit = blocks.CharBlock(label=_("Unit"), required=False, max_length=20)
    label = blocks.CharBlock(label=_("What it counts"), max_length=120)

    class Meta:
        icon = "order"
        label = _("Figure")
        template = "blocks/figure.html"


class FiguresBlock(TitledBlock):
    """A row of figures under an optional title."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    items = blocks.ListBlock(FigureBlock(), label=_("Figures"))

    class Meta:
        icon = "order"
        label = _("Key figures")
        template = "blocks/figures.html"
        description = _("Two to four numbers that tell the story at a glance. More belong in a table.")
        preview_value = {
            "title": _("In figures"),
            "items": [
                {"value": "12", "unit": "", "label": _("looms at work")},
                {"value": "2,5", "unit": "km", "label": _("of cloth a year")},
            ],
        }
