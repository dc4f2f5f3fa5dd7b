"""The parts of the home page, and which kind of page each of them shows."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.page_types import page_types
from cms.pages import BasePage


class HomeSection(models.TextChoices):
    """A part that an editor may fill by hand."""

    LEAD = "lead", _("Lead story")
    DEADLINES = "deadlines", _("Next deadlines")
    EVENTS = "events", _("Upcoming events")
    NEWS = "news", _("Latest news")
    PROJECTS = "projects", _("Projects")
    STORIES = "stories", _("Stories")


def section_models() -> dict[HomeSection, type[BasePage]]:
    """The kind of page that each section shows, in the order of the page."""
    models = {model.home_section: model for model in page_types()}
    return {section: models[section] for section in HomeSection if section in models}
