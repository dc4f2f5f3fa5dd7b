"""Open vocabularies that editors keep: topics and organisations."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from ..panels import name_panel
from ..vocabularies import ORGANISATION_KINDS, REGIONS, ROLES, SECTORS
from . import editorial

EARLIEST_YEAR = 1000


@editorial.register
class Topic(editorial.EditorialMixin, TranslatableMixin, index.Indexed, models.Model):
    """What a page is about. One entry a language; the slug is the finder's parameter."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(
        _("slug"), max_length=80, help_text=_("Used in addresses; the same in all languages.")
    )

    panels = [
        name_panel("name", help_text=_("A word or two, as readers would say it.")),
        FieldPanel("slug"),
        PublishingPanel(),
    ]
    # Said before it is deleted.
    pages_after_deletion = _("they stay, without this topic, and are no longer found by it.")
    translatable_fields = [TranslatableField("name"), SynchronizedField("slug")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["locale", "slug"], name="one_topic_a_slug_and_language")
        ]

    def __str__(self):
        return self.name


class PageTopic(TranslatableMixin, Orderable):
    """Joins a page to a topic. Translatable, because wagtail-localize skips many-to-many fields."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, related_name="page_links", verbose_name=_("topic")
    )

    panels = [FieldPanel("topic")]
    translatable_fields = [TranslatableField("topic")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("topic")


@editorial.register
class Organisation(editorial.EditorialMixin, index.Indexed, models.Model):
    """A body that gives, promotes or receives: ministry, region, foundation, cooperative.

    Not translated: an official name is the same in every language. ``since`` is a year.
    """

    name = models.CharField(_("official name"), max_length=255, unique=True)
    slug = models.SlugField(_("slug"), max_length=120, unique=True, help_text=_("Used in addresses."))
    short_name = models.CharField(_("short name"), max_length=120, blank=True)
    kind = models.CharField(_("kind"), max_length=30, choices=ORGANISATION_KINDS.choices, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True, help_text=_("Town or city."))
    region = models.CharField(_("region"), max_length=4, choices=REGIONS.choices, blank=True)
    sector = models.CharField(_("sector"), max_length=30, choices=SECTORS.choices, blank=True)
    since = models.PositiveSmallIntegerField(_("founded in"), null=True, blank=True, help_text=_("Year."))
    website = models.URLField(_("website"), blank=True)

    panels = [
        name_panel("name", help_text=_("In full, as its own papers say it; never translated.")),
        FieldPanel("slug"),
        FieldPanel("short_name", help_text=_("As people call it, such as MiC. Shown where room is scarce.")),
        FieldPanel("kind", help_text=_("What sort of body it is.")),
        FieldPanel("place"),
        FieldPanel("region", help_text=_("Where its seat is.")),
        FieldPanel("sector", help_text=_("What it mainly works in.")),
        FieldPanel("since"),
        FieldPanel("website", help_text=_("Its own site, for readers who want to know more.")),
        PublishingPanel(),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("short_name"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        latest = timezone.localdate().year + 1
        if self.since is not None and not EARLIEST_YEAR <= self.since <= latest:
            message = _("Write a year of four digits, from %(first)s to %(last)s.")
            limits = {"first": str(EARLIEST_YEAR), "last": str(latest)}
            raise ValidationError({"since": ValidationError(message, "year", limits)})


class PageParty(Orderable):
    """An organisation's part in a project or an event: promoter, partner, funder and so on."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="parts", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=20, choices=ROLES.choices)

    panels = [FieldPanel("organisation"), FieldPanel("role", help_text=_("What it does here."))]

    class Meta(Orderable.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("parties")


class RelatedPage(Orderable):
    """A link between two pages, entered once and shown on both sides, in every language."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="related_links")
    target = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="related_from", verbose_name=_("page")
    )

    panels = [FieldPanel("target")]

    class Meta(Orderable.Meta):
        verbose_name = _("related page")
        verbose_name_plural = _("related pages")
