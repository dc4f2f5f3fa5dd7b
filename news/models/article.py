"""A piece of news."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.formats.structured_data import breadcrumbs, graph
from cms.pages import BasePage
from cms.presentation import Fact
from cms.related import related_pages

from .. import facts
from ..dates import long_day
from ..forms import ArticleForm
from ..structured_data import of_article


class ArticlePage(BasePage):
    """One piece of news. ``day`` is the day it bears; without one that of its publication here counts."""

    base_form_class = ArticleForm
    search_type = "news"
    shows_search_day = True
    search_label = pgettext_lazy("one piece of news", "News")
    search_label_plural = _("News")
    search_keywords = {"it": "notizia", "en": "news", "fr": "actualité"}
    related_heading = _("News")
    related_heading_beside = {"funding": _("News about it")}
    related_order = 40
    home_section = "news"
    needs_summary = True
    schema_type = "NewsArticle"

    class Kind(models.TextChoices):
        NEWS = "news", pgettext_lazy("kind of article", "News")
        ANNOUNCEMENT = "announcement", _("Announcement")
        INTERVIEW = "interview", _("Interview")
        OPINION = "opinion", _("Opinion")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.NEWS)
    day = models.DateField(
        _("day"),
        null=True,
        blank=True,
        help_text=_("The day the news bears. Without one it bears the day on which it is published here."),
    )
    author = models.CharField(
        _("author or office"), max_length=120, blank=True, help_text=_("Who wrote it: a person or an office.")
    )

    search_fields = [*BasePage.search_fields, index.FilterField("kind"), index.FilterField("day")]
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = []
    page_description = _("News, an announcement, an interview or an opinion.")
    edit_handler = BasePage.tabs(
        (
            _("Facts"),
            [
                FieldPanel("kind", help_text=_("It stands over the title in lists.")),
                FieldPanel("day"),
                FieldPanel("author"),
            ],
        )
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def card_label(self) -> str:
        return self.get_kind_display()

    @property
    def card_meta(self) -> list[str]:
        parts = [long_day(self.public_day)] if self.public_day else []
        return [*parts, self.author] if self.author else parts

    @property
    def public_day(self) -> date | None:
        """The day that readers see; None for a draft that bears none."""
        return self.day or super().search_day()

    @property
    def card_day(self) -> date | None:
        return self.public_day

    @property
    def facts(self) -> list[Fact]:
        return facts.of_article(self)

    def search_day(self) -> date | None:
        return self.public_day

    def search_details(self) -> dict:
        with override(self.locale.language_code):
            return {"facts": facts.searchable(self, (self.get_kind_display(), self.author))}

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["related"] = related_pages(self, request)
        context["structured_data"] = graph(of_article(self), breadcrumbs(request))
        return context
