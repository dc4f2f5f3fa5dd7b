"""A picture with its description and credit."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from .examples import EXAMPLE_PICTURE

EXAMPLE = {
    "image": EXAMPLE_PICTURE,
    "alt": _("Cloth with a twill pattern in two colours"),
    "decorative": False,
    "caption": _("Twill, four shafts"),
}


class PictureBlock(blocks.StructBlock):
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

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned["alt"] and not cleaned["decorative"]:
            message = _("Describe the picture, or mark it as decoration only.")
            raise blocks.StructBlockValidationError(block_errors={"alt": ValidationError(message)})
        return cleaned

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"
        description = _(
            "One picture that adds something to the text. Say what it shows, for those who cannot see it."
        )
        preview_value = EXAMPLE
