"""A film that plays only when asked for."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class VideoBlock(blocks.StructBlock):
    """A link to a film. Nothing is fetched from the film's site before the visitor clicks."""

    url = blocks.URLBlock(label=_("Address"))
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    transcript = blocks.RichTextBlock(
        label=_("What is said"), required=False, features=["bold", "italic", "ul"]
    )

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"
        description = _("A film elsewhere, played only when asked for. Write down what is said in it.")
        preview_value = {
            "url": "https://vimeo.com/76979871",
            "title": _("The loom explained in three minutes"),
            "transcript": _("<p>The warp is what is stretched; the weft is what goes through it.</p>"),
        }
