"""Help for words that find little or nothing."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language_info, ngettext, override
from django.utils.translation import gettext as _

from .engines.base import EngineUnavailable
from .query import SearchResults
from .question import FACETS, Question
from .service import total


@dataclass(frozen=True)
class Offer:
    """Something else to try: a sentence that links to it, in another language perhaps."""

    text: str
    url: str
    language: str = ""
    total: int = 0


@dataclass(frozen=True)
class SearchHints:
    """What to tell beside the results, or in their place."""

    did_you_mean: Offer | None
    offers: tuple[Offer, ...]
    elsewhere: tuple[Offer, ...] = ()


def advice(question: Question, results: SearchResults) -> SearchHints:
    """A spelling that finds something; where nothing was found, which part of the question to drop."""
    meant = results.did_you_mean
    url = question.params.url
    return SearchHints(
        did_you_mean=Offer(meant, url(q=meant, **dict.fromkeys(FACETS))) if meant else None,
        offers=() if results.total else tuple(_offers(question)),
        elsewhere=elsewhere(question, results),
    )


def _offers(question: Question):
    url, words = question.params.url, question.words
    if question.narrowed:
        count = total(replace(question.query, filters={}))
        if count:
            text = ngettext("Without filters: %(count)d result", "Without filters: %(count)d results", count)
            yield Offer(text % {"count": count}, url(**dict.fromkeys(FACETS)))
    if words.excluded and words.required:
        remaining = " ".join(str(clause) for clause in words.required)
        yield Offer(_("Without what you excluded: %(words)s") % {"words": remaining}, url(q=remaining))
    if any(clause.phrase for clause in words.required):
        loose = " ".join(str(replace(clause, phrase=False)) for clause in words.clauses)
        yield Offer(_("The words in any order: %(words)s") % {"words": loose}, url(q=loose))


def elsewhere(question: Question, results: SearchResults) -> tuple[Offer, ...]:
    """The same question in the other languages, where this one has no page with all the words as typed and
    they have."""
    if not question.words.required or (results.total and not (results.relaxed or results.corrected_from)):
        return ()
    return tuple(_elsewhere(question))


def _elsewhere(question: Question):
    for code, _name in settings.LANGUAGES:
        if code == question.language:
            continue
        try:
            count = total(replace(question.query, language=code, any_word=False))
        except EngineUnavailable:  # of that language alone: this one has answered
            continue
        if count:
            name = get_language_info(code)["name_translated"]
            text = ngettext("%(count)d result in %(language)s", "%(count)d results in %(language)s", count)
            with override(code):
                url = reverse("search") + question.params.url(lang=None)
            yield Offer(text % {"count": count, "language": name}, url, code, count)
