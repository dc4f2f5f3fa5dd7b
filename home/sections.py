"""The parts of the home page, and which kind of page each of them shows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Section(models.TextChoices):
    """A part that an editor may fill by hand."""

    LEAD = "lead", _("Lead story")
    DEADLINES = "deadlines", _("Next deadlines")
    EVENTS = "events", _("Upcoming events")
    NEWS = "news", _("Latest news")
    PROJECTS = "projects", _("Projects")
    STORIES = "stories", _("Stories")


# By name: the model is looked up when it is needed.
MODELS = {
    Section.DEADLINES: "funding.FundingSheetPage",
    Section.EVENTS: "news.EventPage",
    Section.NEWS: "news.ArticlePage",
    Section.PROJECTS: "news.ProjectPage",
    Section.STORIES: "stories.StoryPage",
}
