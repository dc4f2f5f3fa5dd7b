"""The grantor of a call: who gives the money, and where one applies."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from cms.snippets.editorial import if_live

from ..blocks import LegalActBlock, SheetDocumentBlock


class GrantorPart(models.Model):
    """Grantor and managing body, the fund, the acts and documents, the links and the office to ask."""

    grantor = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("grantor"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="granted_sheets",
        help_text=_("The body whose money it is."),
    )
    managing_body = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("managing body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="managed_sheets",
        help_text=_("The body that takes the applications, where it is another one."),
    )
    programme = models.CharField(
        _("fund or programme"), max_length=200, blank=True, help_text=_("Such as PNRR or PR FESR 2021-2027.")
    )
    legal_basis = StreamField(
        [("act", LegalActBlock())],
        verbose_name=_("legal basis"),
        blank=True,
        help_text=_("The laws, decrees or resolutions that the call rests on, one a row."),
    )
    official_page = models.URLField(
        _("official page"), max_length=500, blank=True, help_text=_("The issuer's own page about the call.")
    )
    application_link = models.URLField(
        _("where to apply"),
        max_length=500,
        blank=True,
        help_text=_("The portal or form itself: the sheet's main button leads there."),
    )
    contact_office = models.CharField(
        _("office"), max_length=200, blank=True, help_text=_("Who answers questions about the call.")
    )
    contact_email = models.EmailField(_("e-mail"), blank=True, help_text=_("Of the office, not of a person."))
    contact_phone = models.CharField(
        _("telephone"), max_length=60, blank=True, help_text=_("With the hours, if the source gives them.")
    )
    documents = StreamField(
        [("document", SheetDocumentBlock())],
        verbose_name=_("documents"),
        blank=True,
        help_text=_(
            "The text of the call, forms, questions and answers: one a row, with its file or its address."
        ),
    )

    grantor_panels = [
        FieldPanel("grantor"),
        FieldPanel("managing_body"),
        FieldPanel("programme"),
        MultiFieldPanel([FieldPanel("official_page"), FieldPanel("application_link")], heading=_("Links")),
        MultiFieldPanel(
            [FieldPanel("contact_office"), FieldPanel("contact_email"), FieldPanel("contact_phone")],
            heading=_("Contact"),
        ),
        FieldPanel("documents"),
        FieldPanel("legal_basis"),
    ]

    class Meta:
        abstract = True

    @property
    def public_grantor(self):
        """The grantor, if it is published."""
        return if_live(self.grantor)

    @property
    def public_managing_body(self):
        """The managing body, if it is published."""
        return if_live(self.managing_body)
