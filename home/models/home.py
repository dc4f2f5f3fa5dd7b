"""The home page: live content, arranged by the editors."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from portal.core.blocks import FigureBlock
from portal.core.pages import BasePage
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail_localize.fields import SynchronizedField


class HomePage(BasePage):
    """Each section of the page is drawn from live content; a list of picks overrides it."""

    headline = models.CharField(_("headline"), max_length=80, help_text=_("The large words at the top."))
    figures_title = models.CharField(_("title of the figures"), max_length=80, blank=True)
    figures = StreamField([("figure", FigureBlock())], verbose_name=_("figures"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    page_description = _("The first page of a language.")
    override_translatable_fields = [*BasePage.override_translatable_fields, SynchronizedField("slug")]

    edit_handler = BasePage.tabs(
        (
            _("Arrangement"),
            [
                FieldPanel("headline"),
                InlinePanel("picks", heading=_("Hand-picked pages"), label=_("Pick")),
                FieldPanel("figures_title"),
                FieldPanel("figures"),
            ],
        )
    )

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")


class HomePick(Orderable):
    """A page that an editor puts into a section of the home page, instead of what the clock would choose."""

    class Section(models.TextChoices):
        LEAD = "lead", _("Lead story")
        DEADLINES = "deadlines", _("Next deadlines")
        EVENTS = "events", _("Upcoming events")
        NEWS = "news", _("Latest news")
        PROJECTS = "projects", _("Projects")
        STORIES = "stories", _("Stories")

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="picks")
    section = models.CharField(_("section"), max_length=12, choices=Section.choices)
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [FieldPanel("section"), FieldPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = _("pick")
