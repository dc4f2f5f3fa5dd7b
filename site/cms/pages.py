"""What every page of the site has: a summary, a picture, topics, related pages, a body, a search document."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Prefetch
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from .blocks import BodyBlock
from .forms.editing import EditorPageForm
from .forms.parent_field import OwnLanguageCopyForm
from .forms.revisions import KeyedVersionsMixin
from .page_content import DayToCheck
from .panels import name_panel
from .presentation import Badge, Fact
from .querysets import VisibleManager, any_restriction
from .searchable import SearchDocument
from .shared_facts.mixin import SharingMixin
from .snippets.topics import PageTopic

BODY_HELP = _("Made of blocks. The pattern library, under Help, shows each of them and says when to use it.")


class BasePage(SharingMixin, KeyedVersionsMixin, Page):
    """The abstract base of every page model (wagtail-localize does not support a custom Page).

    A subclass declares what kind of page it is, adds tabs with ``tabs()``, and tells the search more with
    ``search_details()``. A kind of page that no section has derives from ``GeneralPage``.
    """

    # What a kind of page declares of itself; a system check asks for what is None (``page_types``).
    search_type = None  # its name in the index and in addresses of the search
    search_label = None  # one page of the kind, on a result
    search_label_plural = None  # the kind, as a choice
    shows_search_day = (
        False  # whether the day by which results are sorted is one that the page tells of itself
    )
    search_keywords = None  # what people call such pages, by language: each word finds them all
    related_heading = None  # over such pages where they are related to another; empty keeps them out of there
    related_order = 100
    related_heading_beside = {}  # the same, where a page of another kind (``search_type``) has a better one
    home_section = ""  # the section of the home page that shows them
    section_title = section_address = ""  # of the list page that a new site begins with
    section_order = 100
    # Titles and addresses below the section, which the menu names beside it.
    section_tools: ClassVar[tuple[tuple[str, str], ...]] = ()
    written_by = ""  # the role that writes below this list page, in the source's language

    schema_type = "WebPage"
    changes_with_subpages = False  # a page that shows those below it: so does its day in the sitemap
    base_form_class = EditorPageForm
    copy_form_class = OwnLanguageCopyForm
    needs_summary = False  # to be published
    hours_with_days = ()  # fields of an hour, each with those of its day, the first that is given

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_(
            "One or two sentences that a newcomer understands. Shown in lists, searches and previews."
        ),
    )
    picture = models.ForeignKey(
        "media.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture_alt = models.CharField(
        _("picture description"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, in words, for those who cannot see it."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    # An address is no text: see translation.addresses.
    override_translatable_fields = [SynchronizedField("picture"), SynchronizedField("slug")]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]
    show_in_menus_default = False
    password_required_template = "private/password.html"
    objects = VisibleManager()

    class Meta:
        abstract = True

    intro_panels = [
        name_panel("title"),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel(
                    "picture", help_text=_("Optional; also shown in lists and where the page is shared.")
                ),
                FieldPanel("picture_alt"),
            ],
            heading=_("Picture and description"),
        ),
    ]
    links_panels = [
        InlinePanel(
            "topic_links",
            heading=_("Topics"),
            label=_("Topic"),
            help_text=_("What the page is about, in two or three topics: readers filter lists by them."),
        ),
        InlinePanel(
            "related_links",
            heading=_("Related pages"),
            label=_("Related page"),
            help_text=_("Enter a link on one of the two pages: it is shown on both, in every language."),
        ),
    ]

    @classmethod
    def tabs(cls, *extra: tuple[Any, list]) -> TabbedInterface:
        """The editor's tabs: text, then ``extra`` pairs of heading and panels, then those of every page."""
        content = [*cls.intro_panels, FieldPanel("body", help_text=BODY_HELP)]
        middle = [ObjectList(panels, heading=heading) for heading, panels in extra]
        return TabbedInterface([ObjectList(content, heading=_("Text")), *middle, *cls.last_tabs()])

    @classmethod
    def last_tabs(cls) -> list[ObjectList]:
        """The schedule and the comments have no tab in sight: they open beside the form."""
        return [
            ObjectList(cls.links_panels, heading=_("Links")),
            ObjectList(cls.promote_panels, heading=_("Promotion")),
            ObjectList(cls.settings_panels, heading=_("Schedule")),
        ]

    def known_parameters(self) -> tuple[str, ...]:
        """The names of the parameters that the page, and what is served beside it, does anything with.

        Others are taken out of the address before the page is made.
        """
        return ()

    # What lists, cards and the head of the page show; a section's models say more.
    @property
    def card_label(self) -> str:
        """What kind of page this is, in a word or two: "Article", "European project"."""
        return ""

    @property
    def card_meta(self) -> list[str]:
        """Short strings under the title: who, where, when."""
        return []

    @property
    def card_day(self) -> date | None:
        """The day that a list sets large at the side."""
        return None

    @property
    def display_title(self) -> str:
        """The title as lists tell it: behind what has become of the page's subject, where that counts."""
        return self.title

    @property
    def card_amount(self) -> str:
        """How much money it is about, at the end of a row."""
        return ""

    @property
    def badge(self) -> Badge | None:
        """The state of the page, where it has one."""
        return None

    @property
    def state_word(self) -> str:
        """What has become of the page's subject, where ``display_title`` begins with it."""
        return ""

    def note_expiry(self, request) -> None:
        """Note until when what is told of this page's state is true; nothing, where no clock changes it."""

    @property
    def facts(self) -> list[Fact]:
        """The facts, in the order in which people ask for them."""
        return []

    @property
    def fact_tables(self) -> list[tuple[str, tuple[Fact, ...]]]:
        """All facts by heading: what a visitor without the page's language can read."""
        return [(str(_("Facts")), tuple(self.facts))] if self.facts else []

    @classmethod
    def card_queryset(cls):
        """Pages of this kind with what a card shows, in two queries; without the text."""
        queryset = cls.objects.defer_streamfields().select_related("picture", "locale")
        return queryset.prefetch_related("picture__renditions")

    @classmethod
    def display_queryset(cls):
        """Pages of this kind with what their own template shows, in a fixed number of queries."""
        topics = PageTopic.objects.filter(topic__live=True).select_related("topic")
        return cls.objects.select_related("picture").prefetch_related(
            "picture__renditions", Prefetch("topic_links", queryset=topics)
        )

    def get_view_restrictions(self):
        """Who may see this page. Most sites restrict nothing, and then nothing is asked for each page."""
        if not any_restriction():
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def serve_password_required_response(self, request, form, action_url):
        """The form that asks for the password. Nothing of the page is told, not even to the template; where
        the form stands alone, it leads back to the page."""
        request.page_chain, request.form_address = [], action_url
        form.initial.setdefault("return_url", self.get_url(request))
        context = {"form": form, "action_url": action_url, "private_page": True}
        return TemplateResponse(request, self.password_required_template, context)

    def days_to_check(self) -> list[DayToCheck]:
        """The days filled in, for the checklist; a section says how far ahead they may lie."""
        fields = [field for field in self._meta.local_fields if field.get_internal_type() == "DateField"]
        return [
            DayToCheck(field.name, capfirst(str(field.verbose_name)), getattr(self, field.name))
            for field in fields
            if field.editable and getattr(self, field.name)
        ]

    def questions(self) -> list[str]:
        """What contradicts itself in what was filled in, each as a question to the editor."""
        return []

    def search_document(self) -> SearchDocument | None:
        """This page as the search sees it, in its own language; None keeps it out of the index."""
        details = {"type": self.search_type, "day": self.search_day(), **self.search_details()}
        facets = {"topic": tuple(link.topic.slug for link in self.topic_links.all())}
        facets |= details.pop("facets", {})
        return SearchDocument(
            page_id=self.pk,
            language=self.locale.language_code,
            title=self.title,
            url=self.url or "",
            summary=self.summary,
            body=self.plain_text(),
            updated=self.last_published_at,
            facets=facets,
            **details,
        )

    def search_details(self) -> dict[str, Any]:
        """Further arguments of ``SearchDocument``: facts, facets, numbers, moments, flags."""
        return {}

    def search_day(self):
        """The day that sorting by newest uses, and that a result shows with ``shows_search_day``."""
        return timezone.localdate(self.first_published_at) if self.first_published_at else None

    def plain_text(self) -> str:
        """All words of the body, without markup."""
        return "\n".join(self.body.stream_block.get_searchable_content(self.body)) if self.body else ""


class GeneralPage(BasePage):
    """The abstract base of pages that are of no kind of their own: home page, lists, pages of text."""

    search_type = "page"
    search_label = _("Page")
    search_label_plural = _("Pages")
    search_keywords = {}
    related_heading = ""

    class Meta:
        abstract = True
