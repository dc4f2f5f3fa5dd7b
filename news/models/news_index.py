"""The list of news."""

from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_lazy, gettext_noop

from cms.formats.feeds import FeedItem, page_item
from cms.list_page.filters import CodeFilter, Filter, TopicFilter
from cms.list_page.pages import ListPage

from .. import queries
from .article import ArticlePage


class NewsIndexPage(ListPage):
    """News, the newest first; by kind and by topic."""

    section_title, section_address = gettext_noop("News"), gettext_noop("news/")
    section_order = 10
    parameters = ("kind", "topic")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.ArticlePage"]
    max_count_per_parent = 1
    page_description = gettext_lazy("The list of all news.")
    edit_handler = ListPage.tabs()

    class Meta:
        verbose_name = gettext_lazy("news index")
        verbose_name_plural = gettext_lazy("news indexes")

    def listed(self) -> QuerySet:
        return queries.articles(self)

    def filters(self) -> list[Filter]:
        kind = CodeFilter("kind", gettext("Kind"), dict(ArticlePage.Kind.choices))
        return [kind, TopicFilter(self.locale_id)]

    def feed_item(self, page) -> FeedItem:
        return page_item(page, published=page.public_day)
