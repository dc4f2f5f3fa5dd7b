"""A picture with its description and credit."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from .cross_field import CrossFieldBlock
from .examples import EXAMPLE_PICTURE

EXAMPLE = {
    "image": EXAMPLE_PICTURE,
    "alt": _("Cloth with a twill pattern in two colours"),
    "decorative": False,
    "caption": _("Twill, four shafts"),
}


class PictureBlock(CrossFieldBlock):
    """Either described in words for those who cannot see it, or marked as decoration."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Description"),
        required=False,
        max_length=250,
        help_text=_("What the picture shows, in words."),
    )
    decorative = blocks.BooleanBlock(label=_("Decoration only"), required=False)
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    def missing_fields(self, value):
        if not value["alt"] and not value["decorative"]:
            yield "alt", _("Describe the picture, or mark it as decoration only.")

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"
        description = _(
            "One picture that adds something to the text. Say what it shows, for those who cannot see it."
        )
        preview_value = EXAMPLE
