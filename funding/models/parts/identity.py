"""What the call is called, and what kind of call it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class IdentityPart(models.Model):
    """``title`` of the page is our short title; the official one is carried unaltered."""

    class Kind(models.TextChoices):
        CALL = "call", _("Call")
        NOTICE = "notice", _("Public notice")
        INCENTIVE = "incentive", _("Incentive")
        PNRR = "pnrr", _("PNRR measure")
        PRIZE = "prize", _("Prize")
        EU_CALL = "eu-call", _("European call")

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
