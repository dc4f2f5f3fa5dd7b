"""A term of the glossary as a result of the search: who asks for a term reads what it means."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from cms import cache_version
from cms.snippets.glossary import GlossaryEntry, glossary
from search.language.analysis import Analysis, analysis_of
from search.section_offers import SectionAnswer, SectionOffer

Stems = tuple[str, ...]


def term_answer(words: str, language: str, now: datetime) -> SectionOffer | None:
    """The meaning of the term that the whole question names, such as "che cosa significa ATECO"."""
    terms = cache_version.memoize(f"glossary terms {language}", lambda: _terms(language))
    entry = terms.get(_stems(words, analysis_of(language)))
    if entry is None:
        return None
    answer = SectionAnswer(_("In the glossary"), entry.url, label=entry.term, text=entry.explanation)
    return SectionOffer(answer=answer)


def _terms(language: str) -> Mapping[Stems, GlossaryEntry]:
    """The terms that have a place on the glossary's page, by the stems of their words and of other forms."""
    analysis = analysis_of(language)
    found: dict[Stems, GlossaryEntry] = {}
    for entry in glossary(language).entries:
        for form in (entry.term, *entry.forms) if entry.url else ():
            if stems := _stems(form, analysis):
                found.setdefault(stems, entry)
    return found


def _stems(text: str, analysis: Analysis) -> Stems:
    words = (word for word in analysis.content_words(text) if not analysis.asks(word))
    return tuple(stem for word in words for stem in analysis.stems.analyze(word))
