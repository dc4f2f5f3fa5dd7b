"""The glossary: the words of public funding from A to Z."""

from itertools import groupby

from django.utils.translation import gettext_lazy as _

from cms.addresses import absolute
from cms.formats import structured_data as schema
from cms.pages import GeneralPage
from cms.snippets.glossary import GlossaryEntry, glossary
from cms.sorting import alphabetical


class GlossaryPage(GeneralPage):
    """An introduction by the editors, then all glossary terms of the page's language."""

    schema_type = "WebPage"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    page_description = _("Shows all glossary terms, which are kept under Snippets.")
    edit_handler = GeneralPage.tabs()

    class Meta:
        verbose_name = _("glossary page")
        verbose_name_plural = _("glossary pages")

    @property
    def entries(self) -> tuple[GlossaryEntry, ...]:
        """The terms of this page's language, from A to Z."""
        return glossary(self.locale.language_code).entries

    def get_context(self, request, *args, **kwargs):
        """The terms by their first letter."""
        letters = [
            (letter, list(entries))
            for letter, entries in groupby(self.entries, lambda entry: alphabetical(entry.term)[:1].upper())
        ]
        data = schema.graph(schema.page(self), self.structured_terms(), schema.breadcrumbs(request))
        return super().get_context(request, *args, **kwargs) | {"letters": letters, "structured_data": data}

    def structured_terms(self) -> dict:
        """The glossary as schema.org tells it."""
        url = absolute(self.url)
        terms = [
            schema.known(
                type="DefinedTerm",
                id=f"{url}#{entry.slug}",
                name=entry.term,
                alternateName=list(entry.forms),
                description=entry.explanation,
                inDefinedTermSet=f"{url}#terms",
            )
            for entry in self.entries
        ]
        return schema.known(
            type="DefinedTermSet",
            id=f"{url}#terms",
            name=self.title,
            description=self.summary,
            url=url,
            inLanguage=self.locale.language_code,
            hasDefinedTerm=terms,
        )

    def plain_text(self) -> str:
        """The search finds the page by its terms as well."""
        terms = ("\n".join((entry.term, *entry.forms, entry.explanation)) for entry in self.entries)
        return "\n".join([super().plain_text(), *terms])
