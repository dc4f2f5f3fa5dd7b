"""A part of a project's time."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class PhaseBlock(blocks.StructBlock):
    """One phase of the timeline; ``period`` is text, as precise as the source is."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    period = blocks.CharBlock(
        label=_("Period"),
        required=False,
        max_length=80,
        help_text=_("As the source tells it: “first year”, “January to June 2012”. Empty if it does not."),
    )
    text = blocks.TextBlock(label=_("Text"), required=False)

    class Meta:
        icon = "date"
        label = _("Phase")
