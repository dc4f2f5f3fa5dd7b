"""The glossary of a language as pages use it: read once a cache version, with two queries."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.apps import apps

from .. import cache_version
from ..sorting import alphabetical
from .glossary_terms import GlossaryTerm
from .term_linker import TermLinker

# By name, because this layer knows no page.
GLOSSARY_PAGE = "home.GlossaryPage"


@dataclass(frozen=True)
class GlossaryEntry:
    """One term. ``url`` is its place on the glossary page; empty where the language has no such page."""

    term: str
    slug: str
    explanation: str
    forms: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True)
class Glossary:
    """All terms of a language from A to Z, those that explain a fact by its key, and what links texts."""

    entries: tuple[GlossaryEntry, ...] = ()
    by_fact: Mapping[str, GlossaryEntry] = field(default_factory=dict)
    term_linker: TermLinker = field(default_factory=lambda: TermLinker({}))


def glossary(language: str) -> Glossary:
    """The glossary of ``language``; an empty one where nobody has written any."""
    return cache_version.memoize(f"glossary:{language}", lambda: _read(language))


def _read(language: str) -> Glossary:
    rows = list(GlossaryTerm.objects.filter(locale__language_code=language, live=True))
    if not rows:
        return Glossary()
    address = _address(language)
    entries, by_fact = [], {}
    for row in sorted(rows, key=lambda row: alphabetical(row.term)):
        forms = tuple(form.strip() for form in row.forms.split(",") if form.strip())
        url = f"{address}#{row.slug}" if address else ""
        entries.append(GlossaryEntry(row.term, row.slug, row.explanation, forms, url))
        by_fact |= {key: entries[-1] for key in row.facts if key not in by_fact}
    links = {form: entry.url for entry in entries if entry.url for form in (entry.term, *entry.forms)}
    return Glossary(tuple(entries), by_fact, TermLinker(links))


def _address(language: str) -> str:
    pages = apps.get_model(GLOSSARY_PAGE).objects.defer_streamfields().select_related("locale")
    page = pages.visible().filter(locale__language_code=language).first()
    return (page.url or "") if page else ""
