"""The open vocabulary of the glossary: words of public funding, explained in plain ones."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from ..fields import CodesField
from ..panels import name_panel
from ..vocabularies import FACTS
from . import editorial


@editorial.register
class GlossaryTerm(editorial.EditorialMixin, TranslatableMixin, index.Indexed, models.Model):
    """One entry a language. The slug is its anchor on the glossary page, the same in all languages."""

    term = models.CharField(_("term"), max_length=80)
    slug = models.SlugField(
        _("slug"), max_length=80, help_text=_("Used in addresses; the same in all languages.")
    )
    forms = models.CharField(
        _("other forms"),
        max_length=300,
        blank=True,
        help_text=_(
            "Plurals, abbreviations and other ways to say it, with commas between. The first use in a text "
            "is linked to the glossary; an abbreviation in capitals only where it is written in capitals."
        ),
    )
    explanation = models.TextField(
        _("explanation"), max_length=600, help_text=_("One to three sentences that a newcomer understands.")
    )
    facts = CodesField(
        vocabulary=FACTS,
        verbose_name=_("explains these facts"),
        help_text=_("The labels of a funding sheet at which this explanation is offered."),
    )

    panels = [
        name_panel("term", help_text=_("As it stands in texts, in the singular.")),
        *(FieldPanel(name) for name in ("slug", "forms", "explanation", "facts")),
        PublishingPanel(),
    ]
    translatable_fields = [
        TranslatableField("term"),
        TranslatableField("forms"),
        TranslatableField("explanation"),
        SynchronizedField("slug"),
        SynchronizedField("facts"),
    ]
    search_fields = [
        index.SearchField("term"),
        index.AutocompleteField("term"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        ordering = ["term"]
        constraints = [
            models.UniqueConstraint(fields=["locale", "slug"], name="one_term_a_slug_and_language")
        ]

    def __str__(self):
        return self.term
