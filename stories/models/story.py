"""The story of a cooperative."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.blocks import FigureBlock
from cms.fields import LinkField
from cms.formats.structured_data import breadcrumbs, graph
from cms.pages import BasePage
from cms.presentation import Fact
from cms.related import related_pages
from cms.snippets.editorial import if_live

from .. import facts
from ..structured_data import of_story
from ..validation import check_story

TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class StoryPage(BasePage):
    """One cooperative: the challenge it met, what it did, what came of it."""

    search_type = "story"
    search_label = _("Success story")
    search_label_plural = _("Success stories")
    search_keywords = {"it": "storia di successo", "en": "success story", "fr": "histoire de réussite"}
    related_heading = _("Stories")
    related_heading_beside = {"funding": _("Stories it made possible")}
    related_order = 30
    home_section = "stories"
    needs_summary = True
    schema_type = "Article"

    organisation = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("cooperative"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="stories",
        help_text=_("Its place, sector and year of foundation are shown from the list of organisations."),
    )
    challenge = RichTextField(
        _("the challenge"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("What was missing."),
    )
    solution = RichTextField(
        _("what was done"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("What the cooperative did."),
    )
    results = RichTextField(
        _("results"), blank=True, features=TEXT_FEATURES, help_text=_("What came of it, as the source tells.")
    )
    key_figures = StreamField([("figure", FigureBlock())], verbose_name=_("figures"), blank=True)
    quotation = models.TextField(
        _("quotation"), blank=True, help_text=_("The exact words, without quotation marks.")
    )
    quotation_name = models.CharField(_("who said it"), max_length=120, blank=True)
    quotation_role = models.CharField(_("role"), max_length=160, blank=True)
    video_link = LinkField(_("video"), blank=True, help_text=_("Loaded only when the visitor clicks."))

    # PO files from before 0.5.0 call the field so: its input hid the address of the editor's form.
    former_field_names = {"action": "solution"}
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("quotation_name"),
    ]
    search_fields = [*BasePage.search_fields, index.FilterField("organisation")]
    parent_page_types = ["stories.StoryIndexPage"]
    subpage_types = []
    page_description = _("How one cooperative met a challenge, and what came of it.")
    edit_handler = BasePage.tabs(
        (
            _("Story"),
            [
                FieldPanel("organisation"),
                FieldPanel("challenge"),
                FieldPanel("solution"),
                FieldPanel("results"),
                FieldPanel(
                    "key_figures", help_text=_("Two to four numbers that tell the story at a glance.")
                ),
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

    def clean(self):
        super().clean()
        check_story(self)

    @property
    def public_organisation(self):
        """The cooperative, if it is published."""
        return if_live(self.organisation)

    @property
    def card_label(self) -> str:
        return str(_("Success story"))

    @property
    def card_meta(self) -> list[str]:
        body = self.public_organisation
        return [text for text in (body.short_name or body.name, body.place) if text] if body else []

    @property
    def facts(self) -> list[Fact]:
        return facts.of_story(self)

    def search_details(self) -> dict:
        with override(self.locale.language_code):
            return {"facts": facts.searchable(self)}

    def plain_text(self) -> str:
        return "\n".join(filter(None, [facts.words_of(self), super().plain_text()]))

    @classmethod
    def card_queryset(cls):
        return super().card_queryset().select_related("organisation")

    @classmethod
    def display_queryset(cls):
        return super().display_queryset().select_related("organisation")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["figures"] = [block.value for block in self.key_figures]
        context["related"] = related_pages(self, request)
        context["structured_data"] = graph(of_story(self), breadcrumbs(request))
        return context
