"""Documents to download."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock


class FileBlock(blocks.StructBlock):
    """One document; without a title of its own it reads as the document is called."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=160)
    file = DocumentChooserBlock(label=_("Document"))


class FilesBlock(blocks.StructBlock):
    """A list of documents."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    items = blocks.ListBlock(FileBlock(), label=_("Documents"))

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "blocks/files.html"
