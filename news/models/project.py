"""Projects: the list and the project."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from portal.core.blocks import FigureBlock, StepBlock
from portal.core.fields import CodesField
from portal.core.pages import BasePage
from portal.core.vocabularies import COMPONENTS, MISSIONS, REGIONS
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField


class PhaseBlock(blocks.StructBlock):
    """One phase of the timeline; ``period`` is text, as precise as the source is."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    period = blocks.CharBlock(label=_("Period"), required=False, max_length=80)
    text = blocks.TextBlock(label=_("Text"), required=False)

    class Meta:
        icon = "date"
        label = _("Phase")


class ProjectIndexPage(BasePage):
    """The list of projects."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.ProjectPage"]
    max_count_per_parent = 1
    show_in_menus_default = True
    edit_handler = BasePage.tabs()

    class Meta:
        verbose_name = _("project index")
        verbose_name_plural = _("project indexes")


class ProjectPage(BasePage):
    """One project. Start and end have the precision of a month; the duration is in months."""

    search_type = "project"
    schema_type = "Project"

    class Kind(models.TextChoices):
        PROGRAMME = "programme", _("Programme")
        NETWORK = "network", _("Network")
        LABORATORY = "laboratory", _("Laboratory")
        EUROPEAN = "european", _("European project")

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        RUNNING = "running", _("Running")
        COMPLETED = "completed", _("Completed")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, blank=True)
    starts_on = models.DateField(
        _("start"), null=True, blank=True, help_text=_("Only month and year are shown.")
    )
    ends_on = models.DateField(_("end"), null=True, blank=True, help_text=_("Only month and year are shown."))
    duration_months = models.PositiveSmallIntegerField(_("duration in months"), null=True, blank=True)
    objectives = StreamField([("objective", blocks.TextBlock())], verbose_name=_("objectives"), blank=True)
    phases = StreamField([("phase", PhaseBlock())], verbose_name=_("phases"), blank=True)
    key_figures = StreamField([("figure", FigureBlock())], verbose_name=_("key figures"), blank=True)
    tracks = StreamField([("track", StepBlock())], verbose_name=_("tracks of work"), blank=True)
    services = StreamField([("service", StepBlock())], verbose_name=_("services"), blank=True)
    results = StreamField([("result", StepBlock())], verbose_name=_("results"), blank=True)
    mission = models.CharField(_("PNRR mission"), max_length=2, choices=MISSIONS.choices, blank=True)
    component = models.CharField(_("PNRR component"), max_length=4, choices=COMPONENTS.choices, blank=True)
    cup = models.CharField(_("CUP"), max_length=15, blank=True, help_text=_("15 capital letters and digits."))
    regions = CodesField(_("regions"), vocabulary=REGIONS)
    places = models.CharField(_("places"), max_length=250, blank=True)

    parent_page_types = ["news.ProjectIndexPage"]
    subpage_types = []
    edit_handler = BasePage.tabs(
        (
            _("Facts"),
            [
                FieldPanel("kind"),
                FieldPanel("state"),
                FieldPanel("starts_on"),
                FieldPanel("ends_on"),
                FieldPanel("duration_months"),
                FieldPanel("regions"),
                FieldPanel("places"),
                FieldPanel("mission"),
                FieldPanel("component"),
                FieldPanel("cup"),
            ],
        ),
        (
            _("Work"),
            [
                FieldPanel("objectives"),
                FieldPanel("phases"),
                FieldPanel("key_figures"),
                FieldPanel("tracks"),
                FieldPanel("services"),
                FieldPanel("results"),
            ],
        ),
        (_("Parties"), [InlinePanel("parties", heading=_("Promoters, partners, funders"))]),
    )

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
