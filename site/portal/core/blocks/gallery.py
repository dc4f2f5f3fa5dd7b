"""Several pictures together."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .picture import PictureBlock


class GalleryBlock(blocks.StructBlock):
    """Two pictures or more, under an optional title."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "blocks/gallery.html"
