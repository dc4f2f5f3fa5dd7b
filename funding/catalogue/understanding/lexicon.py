"""The lexicon of a language as the site is now: read once for each state of the site, with one query."""

from collections.abc import Iterator

from django.utils.translation import override

from cms import cache_version
from funding.catalogue.facets import FACETS
from funding.models.queries import sheet_pages

from .names import Names
from .phrases import Phrases
from .places import towns
from .reading import Lexicon
from .table import Pairs, WordTable
from .tables import table_of
from .tokens import folded_words

# Statuses and missions are told by the tables: their labels are words or whole sentences.
UNLABELLED = ("status",)
NAMES = (
    "title",
    "programme",
    "grantor__name",
    "grantor__short_name",
    "managing_body__name",
    "managing_body__short_name",
)


def lexicon(language: str) -> Lexicon | None:
    """What questions in a language are read by; None where it has no table."""
    return cache_version.memoize(f"finder lexicon {language}", lambda: _read(language, table_of(language)))


def _read(language: str, table: WordTable | None) -> Lexicon | None:
    if table is None:
        return None
    with override(language):
        meanings = dict(_labels()) | table.meanings
    words = {word for phrase in meanings for word in phrase.split()} - table.linking_words
    places = {word for name, place in towns().values.items() if place.main for word in name.split()}
    regions = {phrase for phrase, pairs in meanings.items() if pairs and pairs[0][0] == "region"}
    names = Names.of(
        _names(language),
        table,
        is_filter=(words | places).__contains__,
        is_place=lambda phrase: phrase in regions or phrase in towns(),
    )
    return Lexicon(table, Phrases(meanings), names)


def _labels() -> Iterator[tuple[str, Pairs]]:
    """The labels of the closed lists, whole, and regions by the names of their sources."""
    for facet in FACETS:
        if facet.vocabulary is None or facet.name in UNLABELLED:
            continue
        for term in facet.vocabulary:
            names = (str(term.label), *(term.source_names if facet.name == "region" else ()))
            for name in names:
                if words := folded_words(name):
                    yield " ".join(words), ((facet.name, term.code),)


def _names(language: str) -> Iterator[str]:
    """The titles of the calls, their programmes, and the names of who gives and manages them."""
    rows = sheet_pages().visible().filter(locale__language_code=language).values_list(*NAMES)
    for row in rows.order_by():
        yield from filter(None, row)
