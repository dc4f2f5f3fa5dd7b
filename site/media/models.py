"""Pictures and documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from .extraction import EXTENSIONS, Reason


class Picture(AbstractImage):
    """An image with its credit. What it shows is told by the page that uses it, in the page's language."""

    credit = models.CharField(
        _("credit"), max_length=160, blank=True, help_text=_("Who made it, and its licence.")
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class Rendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter"
            )
        ]


class Attachment(AbstractDocument):
    """A file to download, with its language."""

    language = models.CharField(
        _("language"), max_length=10, blank=True, help_text=_("Code, such as it or en.")
    )

    admin_form_fields = (*Document.admin_form_fields, "language")

    def clean(self):
        """Wagtail's would find fault with the name of a file that has been refused already."""
        if self.file:
            super().clean()

    @property
    def kind(self) -> str:
        """The ending of the file's name, in lower case; empty for kinds whose text is not read."""
        extension = self.file_extension.lower()
        return extension if extension in EXTENSIONS else ""


class DocumentText(models.Model):
    """What a file says, read once for each content and kind; or why it could not be read.

    A document has its text by ``file_hash``: one whose file is replaced has none until the new one is read.
    """

    class State(models.TextChoices):
        DONE = "done", _("Text read")
        REFUSED = "refused", _("Not read")

    class Why(models.TextChoices):
        """Told to editors: what is wrong, and where it helps, what to do."""

        TOO_LARGE = Reason.TOO_LARGE, _("The file is larger than 25 MB.")
        EMPTY = Reason.EMPTY, _("The file is empty.")
        ENCRYPTED = Reason.ENCRYPTED, _("The file asks for a password.")
        BROKEN = Reason.BROKEN, _("The file is damaged.")
        MISMATCH = Reason.MISMATCH, _("The file is not what its name says.")
        BOMB = Reason.BOMB, _("The file unpacks to far too much.")
        ENTITIES = Reason.ENTITIES, _("The file defines XML entities, which no office program does.")
        TOO_LONG = Reason.TOO_LONG, _("The file has more than 2,000 pages.")
        TOO_SLOW = Reason.TOO_SLOW, _("The file takes too long to read.")
        TOO_HEAVY = Reason.TOO_HEAVY, _("The file takes too much memory to read.")

    file_hash = models.CharField(_("file hash"), max_length=40)
    kind = models.CharField(_("kind"), max_length=8)
    state = models.CharField(_("state"), max_length=8, choices=State.choices)
    reason = models.CharField(_("reason"), max_length=12, choices=Why.choices, blank=True)
    text = models.TextField(_("text"), blank=True)
    cut = models.BooleanField(_("cut"), default=False)
    extracted_at = models.DateTimeField(_("read at"), auto_now=True)

    class Meta:
        verbose_name = _("document text")
        verbose_name_plural = _("document texts")
        constraints = [
            models.UniqueConstraint(fields=["file_hash", "kind"], name="one_text_a_content_and_kind")
        ]

    def __str__(self):
        return f"{self.file_hash[:12]}.{self.kind}"
