"""What the call is called, and what kind of call it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from funding.presentation import choices


class IdentityPart(models.Model):
    """``title`` of the page is our short title; the official one is carried unaltered."""

    Kind = choices.SheetKind

    official_title = models.TextField(
        _("official title"), blank=True, help_text=_("Exactly as the issuer writes it.")
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=Kind.choices,
        default=Kind.CALL,
        help_text=_("As the issuer calls it; “call” if in doubt."),
    )
    code = models.CharField(
        _("code given by the issuer"),
        max_length=80,
        blank=True,
        help_text=_("Such as the number of the notice or of the resolution."),
    )

    identity_panels = [FieldPanel("official_title"), FieldPanel("kind"), FieldPanel("code")]

    class Meta:
        abstract = True
