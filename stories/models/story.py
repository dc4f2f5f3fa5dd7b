"""Success stories of cooperatives: the list and the story."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from portal.core.blocks import FigureBlock
from portal.core.pages import BasePage
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class StoryIndexPage(BasePage):
    """The list of stories, with an introduction."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.StoryPage"]
    max_count_per_parent = 1
    show_in_menus_default = True
    edit_handler = BasePage.tabs()

    class Meta:
        verbose_name = _("story index")
        verbose_name_plural = _("story indexes")


class StoryPage(BasePage):
    """One cooperative: the challenge it met, what it did, what came of it."""

    search_type = "story"
    schema_type = "Article"

    organisation = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("cooperative"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="stories",
    )
    challenge = RichTextField(_("the challenge"), blank=True, features=TEXT_FEATURES)
    action = RichTextField(_("what was done"), blank=True, features=TEXT_FEATURES)
    results = RichTextField(_("results"), blank=True, features=TEXT_FEATURES)
    key_figures = StreamField([("figure", FigureBlock())], verbose_name=_("figures"), blank=True)
    quotation = models.TextField(_("quotation"), blank=True)
    quotation_name = models.CharField(_("who said it"), max_length=120, blank=True)
    quotation_role = models.CharField(_("role"), max_length=160, blank=True)
    video_link = models.URLField(_("video"), blank=True, help_text=_("Loaded only when the visitor clicks."))

    parent_page_types = ["stories.StoryIndexPage"]
    subpage_types = []
    edit_handler = BasePage.tabs(
        (
            _("Story"),
            [
                FieldPanel("organisation"),
                FieldPanel("challenge"),
                FieldPanel("action"),
                FieldPanel("results"),
                FieldPanel("key_figures"),
                MultiFieldPanel(
                    [FieldPanel("quotation"), FieldPanel("quotation_name"), FieldPanel("quotation_role")],
                    heading=_("Quotation"),
                ),
                FieldPanel("video_link"),
            ],
        )
    )

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
