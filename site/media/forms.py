"""The forms with which editors keep pictures and documents."""

from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from .tasks import make_sizes
from .uploads.duplicates import DuplicateCheckMixin
from .uploads.fields import AttachmentField, PictureField, replace_file_field
from .uploads.storing import StorageErrorMixin

PUBLIC = _(
    "A picture is a public file: in a private collection or on a private page, too, whoever knows its "
    "address can open it. What must stay private belongs into a document."
)
DOCUMENT = _(
    "Whoever knows its address can open a document, even before a page links to it. Only in a private "
    "collection is it shut."
)


class PictureForm(DuplicateCheckMixin, StorageErrorMixin, BaseImageForm):
    """Wagtail drops all renditions of a replaced file after saving; the site's are made anew here."""

    # Where pictures are uploaded in several or chosen, Wagtail asks in its own way.
    asks_about_duplicates = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        replace_file_field(self, PictureField)
        if "collection" in self.fields:  # it is not, where there is only one
            self.fields["collection"].help_text = PUBLIC

    def save(self, commit=True):
        picture = super().save(commit=commit)
        if commit and "file" in self.changed_data:
            make_sizes.enqueue(picture.pk)
        return picture


class AttachmentForm(DuplicateCheckMixin, StorageErrorMixin, BaseDocumentForm):
    """A document that is what its name says, and not here already."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        replace_file_field(self, AttachmentField)
        if "file" in self.fields:  # it is not, where several have just been uploaded
            self.fields["file"].help_text = DOCUMENT
