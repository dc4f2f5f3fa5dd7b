"""A project."""

from datetime import date

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.blocks import FigureBlock, StepBlock
from cms.fields import CodesField
from cms.formats.structured_data import breadcrumbs, graph
from cms.pages import BasePage
from cms.presentation import Badge, Fact
from cms.related import related_pages
from cms.vocabularies import COMPONENTS, MISSIONS, REGIONS

from .. import facts, parties
from ..blocks import PhaseBlock
from ..dates import project_period
from ..panels import PROJECT_TABS
from ..structured_data import of_project
from ..validation import check_project, cup_pattern

# The streams that tell the work, in the order of the page.
WORK = ("objectives", "key_figures", "phases", "tracks", "services", "results")


class ProjectPage(BasePage):
    """One project. Start and end have the precision of a month; the duration is in months."""

    search_type = "project"
    shows_search_day = True
    search_label = _("Project")
    search_label_plural = _("Projects")
    search_keywords = {"it": "progetto", "en": "project", "fr": "projet"}
    related_heading = _("Projects")
    related_heading_beside = {"funding": _("Projects it paid for")}
    related_order = 20
    home_section = "projects"
    needs_summary = True
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
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, blank=True, help_text=_("Empty when not known.")
    )
    starts_on = models.DateField(
        _("start"), null=True, blank=True, help_text=_("Only month and year are shown.")
    )
    ends_on = models.DateField(_("end"), null=True, blank=True, help_text=_("Only month and year are shown."))
    duration_months = models.PositiveSmallIntegerField(
        _("duration in months"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1, _("Duration in months: give one month or more."))],
        help_text=_("As the source tells it."),
    )
    objectives = StreamField(
        [("objective", blocks.TextBlock(label=_("Objective")))], verbose_name=_("objectives"), blank=True
    )
    phases = StreamField([("phase", PhaseBlock())], verbose_name=_("phases"), blank=True)
    key_figures = StreamField([("figure", FigureBlock())], verbose_name=_("key figures"), blank=True)
    tracks = StreamField(
        [("track", StepBlock(label=_("Track")))], verbose_name=_("tracks of work"), blank=True
    )
    services = StreamField(
        [("service", StepBlock(label=_("Service")))], verbose_name=_("services"), blank=True
    )
    results = StreamField([("result", StepBlock(label=_("Result")))], verbose_name=_("results"), blank=True)
    mission = models.CharField(
        _("PNRR mission"),
        max_length=2,
        choices=MISSIONS.choices,
        blank=True,
        help_text=_("Only for projects paid for by the plan."),
    )
    component = models.CharField(
        _("PNRR component"),
        max_length=4,
        choices=COMPONENTS.choices,
        blank=True,
        help_text=_("One of the mission's own; without a mission, its mission is filled in."),
    )
    cup = models.CharField(
        _("CUP"),
        max_length=15,
        blank=True,
        validators=[cup_pattern],
        help_text=_("The project's unique code: 15 capital letters and digits."),
    )
    regions = CodesField(_("regions"), vocabulary=REGIONS)
    places = models.CharField(
        _("places"), max_length=250, blank=True, help_text=_("Towns, areas or countries, as the source says.")
    )

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("cup", overridable=False),
        SynchronizedField("mission", overridable=False),
        SynchronizedField("component", overridable=False),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("places"),
        index.FilterField("kind"),
        index.FilterField("state"),
    ]
    parent_page_types = ["news.ProjectIndexPage"]
    subpage_types = []
    page_description = _("A programme, a network, a laboratory or a European project.")
    edit_handler = BasePage.tabs(*PROJECT_TABS)

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def clean(self):
        super().clean()
        if self.component and not self.mission:
            self.mission = self.component[:2]
        check_project(self)

    @property
    def period(self) -> str:
        """From when to when, in words; empty when nothing is known."""
        return project_period(self.starts_on, self.ends_on, self.duration_months)

    @property
    def where(self) -> list[str]:
        """The places in the source's words, then the regions that these do not name already."""
        return facts.locations_of(self)

    @property
    def card_label(self) -> str:
        return self.get_kind_display()

    @property
    def card_meta(self) -> list[str]:
        promoters = parties.names(self, "promoter", "coordinator")[:2]
        return [*promoters, *self.where[:1], *([self.period] if self.period else [])]

    @property
    def badge(self) -> Badge | None:
        return Badge(self.state, self.get_state_display()) if self.state else None

    @property
    def facts(self) -> list[Fact]:
        return facts.of_project(self)

    def search_day(self) -> date | None:
        return self.starts_on

    def search_details(self) -> dict:
        with override(self.locale.language_code):
            texts = (self.get_kind_display(), *self.where, *facts.pnrr(self), self.cup)
            return {"facts": facts.searchable(self, texts)}

    def plain_text(self) -> str:
        streams = facts.stream_text(*(getattr(self, name) for name in WORK))
        return "\n".join(filter(None, [super().plain_text(), streams]))

    @classmethod
    def card_queryset(cls):
        return parties.with_parties(super().card_queryset())

    @classmethod
    def display_queryset(cls):
        return parties.with_parties(super().display_queryset())

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["work"] = {name: [block.value for block in getattr(self, name)] for name in WORK}
        context["parties"] = parties.grouped(self)
        context["related"] = related_pages(self, request)
        context["structured_data"] = graph(of_project(self), breadcrumbs(request))
        return context
