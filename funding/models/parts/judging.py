"""How applications are judged."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.vocabularies import PROCEDURES

from ..blocks import CriterionBlock, SheetStepBlock


class JudgingPart(models.Model):
    """The procedure, the criteria with their weight, the steps with their days."""

    procedure = models.CharField(
        _("procedure"),
        max_length=12,
        choices=PROCEDURES.choices,
        blank=True,
        help_text=_("How applications are chosen."),
    )
    criteria = StreamField(
        [("criterion", CriterionBlock())],
        verbose_name=_("criteria"),
        blank=True,
        help_text=_("What applications are judged by, one a row."),
    )
    steps = StreamField(
        [("step", SheetStepBlock())],
        verbose_name=_("steps"),
        blank=True,
        help_text=_("What happens after the application, one a row, with its day if it is known."),
    )

    judging_panels = [FieldPanel("procedure"), FieldPanel("criteria"), FieldPanel("steps")]

    class Meta:
        abstract = True
