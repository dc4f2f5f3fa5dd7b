"""Several pictures together."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .picture import EXAMPLE, PictureBlock
from .titled import TitledBlock


class GalleryBlock(TitledBlock):
    """Two pictures or more, under an optional title."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "blocks/gallery.html"
        description = _("Two pictures or more that belong together, such as those of one day.")
        preview_value = {"title": _("A day at the loom"), "pictures": [EXAMPLE, EXAMPLE]}
