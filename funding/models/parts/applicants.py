"""Who may apply, and where."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from cms.fields import CodesField
from cms.vocabularies import BENEFICIARIES, REGIONS, SECTORS, SIZES, TERRITORIES

from ..blocks import RequirementBlock


class ApplicantsPart(models.Model):
    """Kinds of body, sizes, sectors, places, and what else an applicant must have."""

    beneficiaries = CodesField(
        _("who may apply"),
        vocabulary=BENEFICIARIES,
        help_text=_("Tick every kind of body that the call names; none if it does not say."),
    )
    sizes = CodesField(
        _("company size"),
        vocabulary=SIZES,
        help_text=_("Only if the call limits the size; tick all if it admits all."),
    )
    sectors = CodesField(
        _("sectors"),
        vocabulary=SECTORS,
        help_text=_("Leave empty if the call names none; tick all if it does."),
    )
    ateco = models.CharField(
        _("ATECO codes"),
        max_length=500,
        blank=True,
        help_text=_("Only if the call lists them, separated by commas: 59.14, 90, R."),
    )
    whole_country = models.BooleanField(
        _("the whole country"),
        default=False,
        help_text=_("Found under every region. Then tick no region."),
    )
    regions = CodesField(
        _("regions"), vocabulary=REGIONS, help_text=_("Where the applicant or the project must be.")
    )
    territories = CodesField(
        _("territories"),
        vocabulary=TERRITORIES,
        help_text=_("Only if the call is reserved to such areas or prefers them."),
    )
    municipalities = models.TextField(
        _("only in these places"),
        blank=True,
        help_text=_(
            "Provinces, municipalities or areas, if the call is for only a part of the regions ticked above."
        ),
    )
    requirements = StreamField(
        [("requirement", RequirementBlock())],
        verbose_name=_("further requirements"),
        blank=True,
        help_text=_("One a row: what is needed, and what is preferred."),
    )

    applicants_panels = [
        FieldPanel("beneficiaries"),
        FieldPanel("sizes"),
        FieldPanel("sectors"),
        FieldPanel("ateco"),
        MultiFieldPanel(
            [
                FieldPanel("whole_country"),
                FieldPanel("regions"),
                FieldPanel("territories"),
                FieldPanel("municipalities"),
            ],
            heading=_("Where"),
        ),
        FieldPanel("requirements"),
    ]

    class Meta:
        abstract = True
