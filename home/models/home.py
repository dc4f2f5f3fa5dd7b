"""The home page: live content, arranged by the editors."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from cms.blocks import FigureBlock
from cms.pages import GeneralPage
from delivery.expiry import expires_at_midnight
from home.deadlines import coming_deadlines
from home.queries import home_sections, is_to_come
from home.sections import HomeSection, section_models


class HomePage(GeneralPage):
    """Each section of the page is drawn from live content; a list of picks overrides it."""

    headline = models.CharField(_("headline"), max_length=80, help_text=_("The large words at the top."))
    figures_title = models.CharField(_("title of the figures"), max_length=80, blank=True)
    figures = StreamField([("figure", FigureBlock())], verbose_name=_("figures"), blank=True)

    changes_with_subpages = True
    parent_page_types = ["wagtailcore.Page"]
    page_description = _("The first page of a language.")

    edit_handler = GeneralPage.tabs(
        (
            _("Arrangement"),
            [
                FieldPanel("headline"),
                InlinePanel(
                    "picks",
                    heading=_("Hand-picked pages"),
                    label=_("Pick"),
                    help_text=_("A section without a pick shows what is newest, or closes next."),
                ),
                FieldPanel("figures_title", help_text=_("Shown over the figures.")),
                FieldPanel("figures", help_text=_("Two to four numbers, shown in a row.")),
            ],
        )
    )

    @classmethod
    def display_queryset(cls):
        """Without the renditions and topics: the renditions of all pictures are fetched together."""
        return cls.objects.select_related("picture", "locale")

    def get_context(self, request, *args, **kwargs):
        """The pages of each section, and the index page that lists them all."""
        context = super().get_context(request, *args, **kwargs)
        sections = home_sections(self)
        expires_at_midnight(request)
        for pages in sections.values():
            for page in pages:
                page.note_expiry(request)
        to_come = any(is_to_come(event) for event in sections[HomeSection.EVENTS])
        data = self.structured_data()
        return {
            **context,
            "sections": sections,
            "to_come": to_come,
            "deadline_months": coming_deadlines(request, self.locale),
            "structured_data": data,
        }

    def structured_data(self) -> dict:
        """The site as search engines read it, with the address of its search."""
        search = f"{settings.BASE_URL}{reverse('search')}?q={{words}}"
        action = {"@type": "SearchAction", "target": search, "query-input": "required name=words"}
        return {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": "Intreccio",
            "url": self.full_url,
            "description": self.summary,
            "inLanguage": self.locale.language_code,
            "potentialAction": action,
        }

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")


class HomePick(Orderable):
    """A page that an editor puts into a section of the home page, instead of what the clock would choose."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="picks")
    section = models.CharField(_("section"), max_length=12, choices=HomeSection.choices)
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [
        FieldPanel("section", help_text=_("Where on the home page it is shown.")),
        FieldPanel("page", help_text=_("Only a kind of page that the section shows.")),
    ]

    def clean(self):
        """A section shows one kind of page; the lead story may be of any of those kinds."""
        super().clean()
        if self.page_id is None or not self.section:
            return
        models = section_models()
        allowed = [models[self.section]] if self.section in models else list(models.values())
        if not issubclass(self.page.specific_class or type(None), tuple(allowed)):
            names = ", ".join(str(model._meta.verbose_name) for model in allowed)
            message = _("“%(section)s” takes pages of this kind: %(kinds)s.")
            details = {"section": self.get_section_display(), "kinds": names}
            raise ValidationError({"page": message % details})

    class Meta(Orderable.Meta):
        verbose_name = _("pick")
