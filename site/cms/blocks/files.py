"""Documents to download."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from .examples import EXAMPLE_DOCUMENT
from .titled import TitledBlock


class FileBlock(blocks.StructBlock):
    """One document; without a title of its own it reads as the document is called."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=160)
    file = DocumentChooserBlock(label=_("Document"))


class FilesBlock(TitledBlock):
    """A list of documents."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    items = blocks.ListBlock(FileBlock(), label=_("Documents"))

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "blocks/files.html"
        description = _(
            "Documents to download, with kind and size. A single one may as well be a link in the text."
        )
        preview_value = {
            "title": _("Documents"),
            "items": [{"title": _("Rules of the laboratory"), "file": EXAMPLE_DOCUMENT}],
        }
