"""Pictures and documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


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
