"""Something that must not be overlooked."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class CalloutBlock(blocks.StructBlock):
    """A short text set apart: good to know, or to watch out for."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"), choices=[("note", _("Good to know")), ("warning", _("Watch out"))], default="note"
    )
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ul"])

    class Meta:
        icon = "info-circle"
        label = _("Call-out")
        template = "blocks/callout.html"
        description = _("One thing that must not be overlooked. Two on a page, and none of them is seen.")
        preview_value = {
            "kind": "warning",
            "title": _("Registration closes at noon"),
            "text": _("<p>Whatever arrives later goes to the next round.</p>"),
        }
