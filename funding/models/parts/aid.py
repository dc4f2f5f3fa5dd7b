"""What is paid: what for, in which form, how much of what."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cms.fields import CodesField
from cms.vocabularies import AID_FORMS, COSTS, PURPOSES
from funding.presentation import choices


def euro(label, **kwargs):
    """An amount in euro, to the cent; empty means not indicated."""
    return models.DecimalField(label, max_digits=15, decimal_places=2, null=True, blank=True, **kwargs)


def percent(label, **kwargs):
    """A share in hundredths; empty means not indicated."""
    return models.DecimalField(label, max_digits=5, decimal_places=2, null=True, blank=True, **kwargs)


class AidPart(models.Model):
    """Amounts are euro. An empty one reads "not indicated"."""

    Cumulation = choices.Cumulation
    AidRegime = choices.AidRegime

    purposes = CodesField(
        _("purposes"), vocabulary=PURPOSES, help_text=_("What the money is meant to bring about.")
    )
    aid_forms = CodesField(
        _("forms of aid"),
        vocabulary=AID_FORMS,
        help_text=_("Tick all that make up the aid, such as a grant and a loan."),
    )
    costs = CodesField(_("eligible costs"), vocabulary=COSTS, help_text=_("What the money may be spent on."))
    intensity_min = percent(
        _("intensity from (%)"), help_text=_("The lowest share, if it differs from case to case.")
    )
    intensity_max = percent(
        _("intensity to (%)"), help_text=_("The highest share of the eligible spending that is paid.")
    )
    grant_min = euro(_("least grant"), help_text=_("In euro, for one applicant."))
    grant_max = euro(_("highest grant"), help_text=_("In euro, for one applicant."))
    spend_min = euro(_("least eligible spending"), help_text=_("In euro: smaller projects are refused."))
    spend_max = euro(_("highest eligible spending"), help_text=_("In euro: more than that is not counted."))
    budget = euro(_("budget"), help_text=_("In euro, for the whole call."))
    budget_left = euro(_("budget left"), help_text=_("In euro, if the issuer tells; give the day too."))
    budget_left_on = models.DateField(
        _("budget left, as of"),
        null=True,
        blank=True,
        help_text=_("The day to which the amount left refers."),
    )
    cumulation = models.CharField(
        _("cumulation"),
        max_length=8,
        choices=Cumulation.choices,
        blank=True,
        help_text=_("Whether it may be added to other aid for the same costs."),
    )
    cumulation_note = models.CharField(
        _("note on cumulation"),
        max_length=250,
        blank=True,
        help_text=_("With which aid, and up to which share."),
    )
    aid_regime = models.CharField(
        _("State aid regime"),
        max_length=12,
        choices=AidRegime.choices,
        blank=True,
        help_text=_("As the call says; it decides what counts towards a cooperative’s ceiling."),
    )
    aid_regulation = models.CharField(
        _("regulation"), max_length=200, blank=True, help_text=_("Such as Regulation (EU) 2023/2831.")
    )

    aid_panels = [
        FieldPanel("purposes"),
        FieldPanel("aid_forms"),
        FieldPanel("costs"),
        FieldRowPanel([FieldPanel("grant_min"), FieldPanel("grant_max")], heading=_("Grant")),
        FieldRowPanel([FieldPanel("intensity_min"), FieldPanel("intensity_max")], heading=_("Intensity")),
        FieldRowPanel([FieldPanel("spend_min"), FieldPanel("spend_max")], heading=_("Eligible spending")),
        FieldRowPanel(
            [FieldPanel("budget"), FieldPanel("budget_left"), FieldPanel("budget_left_on")],
            heading=_("Budget"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("cumulation"),
                FieldPanel("cumulation_note"),
                FieldPanel("aid_regime"),
                FieldPanel("aid_regulation"),
            ],
            heading=_("Other aid"),
        ),
    ]

    class Meta:
        abstract = True
