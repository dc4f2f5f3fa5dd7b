"""What editors keep to steer the search: words that mean the same, and pages that lead an answer."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from search.language.analysis import analysis_of

from .language.overlaps import TermGroup, faults
from .language.text import clean

MAX_TERMS = 30
MAX_TERM_LENGTH = 80
LANGUAGE_HELP = _("The language that the words are searched for in.")


def languages() -> list[tuple[str, str]]:
    """The languages of the site, to choose from."""
    return settings.LANGUAGES


def terms_of(text: str) -> tuple[str, ...]:
    """The terms of a text that has one on each line, or several apart by commas or semicolons; each once."""
    terms = (clean(part) for line in text.splitlines() for part in re.split("[,;]", line))
    return tuple(dict.fromkeys(term for term in terms if term))


class Terms(models.Model):
    """Words of one language, one term a line."""

    language = models.CharField(_("language"), max_length=10, choices=languages)
    terms = models.TextField(_("words"))

    class Meta:
        abstract = True

    def __str__(self):
        return ", ".join(self.words)

    @property
    def words(self) -> tuple[str, ...]:
        """The terms."""
        return terms_of(self.terms)

    def clean(self):
        """No list too long, no term that holds no word."""
        super().clean()
        if len(self.words) > MAX_TERMS or any(len(word) > MAX_TERM_LENGTH for word in self.words):
            text = _("At most %(most)d terms, each of at most %(longest)d characters.")
            raise ValidationError({"terms": text % {"most": MAX_TERMS, "longest": MAX_TERM_LENGTH}})
        analysis = analysis_of(self.language)
        if empty := [word for word in self.words if not analysis.stems.analyze(word)]:
            text = _("There is nothing to search for in “%(term)s”.")
            raise ValidationError({"terms": text % {"term": empty[0]}})


class SynonymGroup(Terms):
    """Terms that mean the same. Whoever searches for one finds the others, too."""

    one_way = models.BooleanField(
        _("one way"),
        default=False,
        help_text=_("The first term finds the others as well, but they do not find it."),
    )

    panels = [
        FieldPanel("language", help_text=LANGUAGE_HELP),
        FieldPanel(
            "terms", help_text=_("One term a line, such as “SMEs” and “small and medium enterprises”.")
        ),
        FieldPanel("one_way"),
    ]

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["language", "terms"]

    def clean(self):
        """A term alone has no synonym, and what is found anyway needs none."""
        super().clean()
        if len(self.words) < 2:
            raise ValidationError({"terms": _("Give at least two terms that mean the same.")})
        if found := list(faults(self.term_group, self.others, self.language)):
            raise ValidationError({"terms": found})

    @property
    def term_group(self) -> TermGroup:
        """The group without its row."""
        return TermGroup(self.words, self.one_way)

    @property
    def others(self) -> list[TermGroup]:
        """All other groups of the language."""
        rows = SynonymGroup.objects.filter(language=self.language).exclude(pk=self.pk)
        return [row.term_group for row in rows]


class BestBet(Terms, ClusterableModel):
    """Pages that lead the answer to some searches."""

    panels = [
        FieldPanel("language", help_text=LANGUAGE_HELP),
        FieldPanel(
            "terms", help_text=_("One search a line. The form of the words and their order do not matter.")
        ),
        MultiFieldPanel(
            [
                InlinePanel(
                    "pins",
                    label=_("page"),
                    min_num=1,
                    max_num=5,
                    help_text=_("Shown above all other results, in this order."),
                )
            ],
            _("pages"),
        ),
    ]

    class Meta:
        verbose_name = _("pinned pages")
        verbose_name_plural = _("pinned pages")
        ordering = ["language", "terms"]


class Pin(Orderable):
    """One page, in its place."""

    best_bet = ParentalKey(BestBet, on_delete=models.CASCADE, related_name="pins")
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = [FieldPanel("page")]
