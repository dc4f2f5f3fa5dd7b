"""Why the sheet can be believed: who checked it when, and where it comes from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel


class TrustPart(models.Model):
    """The source and its licence are always shown; each edition is a sheet, linked to the one before."""

    verified_on = models.DateField(
        _("verified on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last compared this sheet with the official page."),
    )
    verified_by = models.CharField(
        _("verified by"),
        max_length=120,
        blank=True,
        help_text=_("A person or an office; shown beside the day."),
    )
    source_name = models.CharField(
        _("source"),
        max_length=120,
        blank=True,
        help_text=_("Where these facts come from, such as incentivi.gov.it."),
    )
    source_link = models.URLField(
        _("address of the source"),
        max_length=500,
        blank=True,
        help_text=_("The page or record of this very call in the source."),
    )
    source_licence = models.CharField(
        _("licence of the source"), max_length=80, blank=True, help_text=_("Such as IODL 2.0 or CC BY 4.0.")
    )
    source_id = models.CharField(
        _("identifier in the source"),
        max_length=120,
        blank=True,
        help_text=_("By which an import knows the call again."),
    )
    source_updated_on = models.DateField(
        _("updated by the source on"),
        null=True,
        blank=True,
        help_text=_("The day that the source itself gives."),
    )
    imported_at = models.DateTimeField(_("imported at"), null=True, blank=True, editable=False)
    previous_edition = models.ForeignKey(
        "self",
        verbose_name=_("previous edition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="next_editions",
        help_text=_("The sheet of the same call a year or a round ago: it will say that this one exists."),
    )

    trust_panels = [
        FieldPanel("verified_on"),
        FieldPanel("verified_by"),
        MultiFieldPanel(
            [
                FieldPanel("source_name"),
                FieldPanel("source_link"),
                FieldPanel("source_licence"),
                FieldPanel("source_id"),
                FieldPanel("source_updated_on"),
            ],
            heading=_("Source"),
        ),
        PageChooserPanel("previous_edition", "funding.FundingSheetPage"),
    ]

    class Meta:
        abstract = True
