"""The list of projects."""

from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_lazy, gettext_noop

from cms.list_page.filters import CodeFilter, Filter, TopicFilter
from cms.list_page.pages import ListPage

from .. import queries
from ..weave import weave
from .project import ProjectPage


class ProjectIndexPage(ListPage):
    """Projects, those that run first; by kind, state and topic."""

    parameters = ("kind", "state", "topic")
    per_page = 18
    section_title, section_address = gettext_noop("Projects"), gettext_noop("projects/")
    section_order = 30
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.ProjectPage"]
    max_count_per_parent = 1
    page_description = gettext_lazy("The list of all projects.")
    edit_handler = ListPage.tabs()

    class Meta:
        verbose_name = gettext_lazy("project index")
        verbose_name_plural = gettext_lazy("project indexes")

    def listed(self) -> QuerySet:
        return queries.projects(self)

    def get_context(self, request, *args, **kwargs):
        """The list, with the threads of those who work in its projects."""
        context = super().get_context(request, *args, **kwargs)
        return context | {"weave": weave(context["listed"])}

    def filters(self) -> list[Filter]:
        return [
            CodeFilter("kind", gettext("Kind"), dict(ProjectPage.Kind.choices)),
            CodeFilter("state", gettext("State"), dict(ProjectPage.State.choices)),
            TopicFilter(self.locale_id),
        ]
