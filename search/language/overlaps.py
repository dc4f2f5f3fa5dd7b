"""What the terms of a group of synonyms meet: names of places, other groups, other forms on the site."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from ..engines import get_engine
from ..engines.base import EngineUnavailable
from ..index.keywords import type_keywords
from ..query import SearchQuery
from ..understanding.synonyms import names_in
from .analysis import analysis_of
from .inflections import same_word
from .place_names import REGIONS, words_of
from .words import Clause, ParsedWords

# So many pages are looked at for the forms of a term.
LOOKED_AT = 50
_MARKED = re.compile(r"<mark>(.+?)</mark>")


@dataclass(frozen=True)
class TermGroup:
    """A group as it is kept; its first term finds the others, and unless it goes one way, each finds all."""

    words: tuple[str, ...]
    one_way: bool = False

    def __str__(self):
        return ", ".join(self.words)

    def leads(self, one: str, other: str) -> bool:
        """Whether a question for one term finds the other by this group."""
        start = self.words[:1] if self.one_way else self.words
        return one != other and one in start and other in self.words


def faults(group: TermGroup, others: Iterable[TermGroup], language: str) -> Iterator[str]:
    """What makes a group senseless, for those who keep it."""
    analysis, others = analysis_of(language), list(others)
    said = [analysis.content_words(word) for word in group.words]
    if len(said) > 1 and all(_same(said[0], one, language) for one in said[1:]):
        yield _("These are forms of one word, which find each other anyway.")
    pairs = [(group.words[0], word) for word in group.words[1:]]
    if twin := next((one for one in others if all(one.leads(*pair) for pair in pairs)), None):
        yield _("These terms find each other already: “%(group)s”.") % {"group": twin}
    back = (one for one in others if one.one_way and group.one_way)
    if twin := next((one for one in back if any(one.leads(other, first) for first, other in pairs)), None):
        yield _("“%(group)s” leads back to “%(term)s”: make one list of both that goes both ways.") % {
            "group": twin,
            "term": group.words[0],
        }
    for word in group.words:
        if word.islower() and set(analysis.content_words(word)) & words_of(REGIONS):
            yield _("“%(term)s” is the name of a region: write it with a capital, or leave it out.") % {
                "term": word
            }


def kinds_said(term: str, language: str) -> list[str]:
    """The words for kinds of pages that hold all words of a phrase, as if each page of a kind had it."""
    analysis, lines = analysis_of(language), type_keywords(language).values()
    words = analysis.content_words(term)
    if len(words) < 2:
        return []
    return [
        line
        for line in lines
        if all(any(_same([word], [one], language) for one in analysis.content_words(line)) for word in words)
    ]


def notes(group: TermGroup, others: Iterable[TermGroup], language: str) -> Iterator[str]:
    """What may surprise those who have just saved a group."""
    analysis = analysis_of(language)
    for word in group.words:
        if names_in(word) and not word.isupper():
            yield _("“%(term)s” has a capital, as names have: it is found only as it is written.") % {
                "term": word
            }
        elif set(analysis.content_words(word)) & analysis.language.place_names:
            yield _("“%(term)s” is also the name of a place.") % {"term": word}
        joined = [str(one) for one in others if word in one.words]
        if joined:
            text = _("“%(term)s” is also in another list: “%(group)s”.")
            yield text % {"term": word, "group": joined[0]}
        if met := forms_on_the_site(word, language):
            yield _("“%(term)s” also meets: %(words)s.") % {"term": word, "words": ", ".join(met)}


def forms_on_the_site(term: str, language: str) -> list[str]:
    """Other forms of a term that extracts of pages show; none where the search does not answer."""
    query = SearchQuery(language, term, per=LOOKED_AT, expanded=ParsedWords((Clause(term),), given=True))
    try:
        hits = get_engine().search(query).hits
    except EngineUnavailable:
        return []
    marked = (strip_tags(one).lower() for hit in hits for one in _MARKED.findall(hit.highlight))
    own = set(analysis_of(language).plain.analyze(term))
    return sorted({one for one in marked if not own.issuperset(analysis_of(language).plain.analyze(one))})


def _same(one: list[str], other: list[str], language: str) -> bool:
    table = analysis_of(language).language
    return len(one) == len(other) and all(same_word(*pair, table) for pair in zip(one, other, strict=True))
