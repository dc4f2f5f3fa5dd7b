"""News: the list and the article."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from portal.core.pages import BasePage
from wagtail.admin.panels import FieldPanel


class NewsIndexPage(BasePage):
    """The list of news."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.ArticlePage"]
    max_count_per_parent = 1
    show_in_menus_default = True
    edit_handler = BasePage.tabs()

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")


class ArticlePage(BasePage):
    """One piece of news. ``day`` is the day it bears; empty when the source does not tell one."""

    search_type = "news"
    schema_type = "NewsArticle"

    class Kind(models.TextChoices):
        NEWS = "news", _("News")
        ANNOUNCEMENT = "announcement", _("Announcement")
        INTERVIEW = "interview", _("Interview")
        OPINION = "opinion", _("Opinion")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.NEWS)
    day = models.DateField(_("day"), null=True, blank=True)
    author = models.CharField(_("author or office"), max_length=120, blank=True)

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = []
    edit_handler = BasePage.tabs((_("Facts"), [FieldPanel("kind"), FieldPanel("day"), FieldPanel("author")]))

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
