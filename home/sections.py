"""The parts of the home page, and which kind of page each of them shows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HomeSection(models.TextChoices):
    """A part that an editor may fill by hand."""

    LEAD = "lead", _("Lead story")
    DEADLINES = "deadlines", _("Next deadlines")
    EVENTS = "events", _("Upcoming events")
    NEWS = "news", _("Latest news")
    PROJECTS = "projects", _("Projects")
    STORIES = "stories", _("Stories")


# By name: the model is looked up when it is needed.
MODELS = {
    HomeSection.DEADLINES: "funding.FundingSheetPage",
    HomeSection.EVENTS: "news.EventPage",
    HomeSection.NEWS: "news.ArticlePage",
    HomeSection.PROJECTS: "news.ProjectPage",
    HomeSection.STORIES: "stories.StoryPage",
}
