"""Where in Italy's recovery and resilience plan the money comes from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.vocabularies import COMPONENTS, MISSIONS
from funding.presentation import choices


class PnrrPart(models.Model):
    """Empty for a call that is not of the PNRR."""

    YesNo = choices.YesNo
    CupIssuer = choices.CupIssuer

    mission = models.CharField(
        _("PNRR mission"),
        max_length=2,
        choices=MISSIONS.choices,
        blank=True,
        help_text=_("Filled in by itself from the component or the measure."),
    )
    component = models.CharField(
        _("PNRR component"),
        max_length=4,
        choices=COMPONENTS.choices,
        blank=True,
        help_text=_("Filled in by itself from the measure."),
    )
    measure = models.CharField(
        _("PNRR measure"),
        max_length=16,
        blank=True,
        help_text=_("Such as M1C3I1.3; mission and component follow from it."),
    )
    sub_measure = models.CharField(
        _("sub-measure"),
        max_length=80,
        blank=True,
        help_text=_("Its code or name, where the measure has parts."),
    )
    dnsh = models.CharField(
        _("DNSH needed"),
        max_length=3,
        choices=YesNo.choices,
        blank=True,
        help_text=_("Whether applicants must show that they do no significant harm to the environment."),
    )
    cup_by = models.CharField(
        _("CUP given by"),
        max_length=16,
        choices=CupIssuer.choices,
        blank=True,
        help_text=_("Who asks for the project’s unique code."),
    )

    pnrr_panels = [
        FieldPanel("measure"),
        FieldPanel("mission"),
        FieldPanel("component"),
        FieldPanel("sub_measure"),
        FieldPanel("dnsh"),
        FieldPanel("cup_by"),
    ]

    class Meta:
        abstract = True
