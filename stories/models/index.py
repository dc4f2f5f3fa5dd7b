"""The list of stories."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from cms.list_page.filters import Filter, TopicFilter
from cms.list_page.pages import ListPage

from .. import queries


class StoryIndexPage(ListPage):
    """An introduction, which is the page's text, and the stories."""

    section_title, section_address = gettext_noop("Stories"), gettext_noop("stories/")
    section_order = 50
    per_page = 18
    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.StoryPage"]
    max_count_per_parent = 1
    page_description = _("The list of all success stories, with an introduction.")
    edit_handler = ListPage.tabs()

    class Meta:
        verbose_name = _("story index")
        verbose_name_plural = _("story indexes")

    def listed(self) -> QuerySet:
        return queries.stories(self)

    def filters(self) -> list[Filter]:
        return [TopicFilter(self.locale_id)]
