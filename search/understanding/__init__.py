"""What the words of a question mean, before any engine sees them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from search.language.analysis import Analysis, analysis_of
from search.language.languages import language_of
from search.language.words import MAX_CLAUSES, Clause, ParsedWords, parse_words

from .editors_words import is_word, thesaurus
from .inflections import with_inflections
from .stop_phrases import mark_optional, set_aside_generic
from .synonyms import Thesaurus, with_synonyms
from .word_forms import with_codes, with_figures, with_spellings

# No clause needs more ways of being said, whatever a list of synonyms holds.
MAX_ALTERNATIVES = 24
# Nor does a question, whatever is typed: what an engine is asked for stays within bounds.
MAX_TOGETHER = 200


def expand(text: str, language: str, known: Thesaurus | None = None) -> ParsedWords:
    """The words of ``text`` with other ways of saying them. Any string can be understood.

    ``known`` are the synonyms; without them, those that editors keep for ``language``.
    """
    words, analysis = parse_words(text), analysis_of(language)
    synonyms = thesaurus(language) if known is None else known
    clauses = mark_optional(list(words.clauses), language)
    for step in (with_codes, with_figures, with_spellings):
        clauses = step(clauses)
    clauses = with_inflections(clauses, language_of(language), analysis)
    clauses = with_synonyms(clauses, synonyms, analysis)
    sound = (_sound(clause, analysis) for clause in clauses[:MAX_CLAUSES])
    clauses, should = set_aside_generic(list(_bounded(sound)), language)
    exists = partial(is_word, language=language, known=synonyms.words)
    return replace(words, clauses=tuple(clauses), should=should, exists=exists)


def _bounded(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The clauses with what there is room for of their alternatives."""
    left = MAX_TOGETHER
    for clause in clauses:
        kept = clause.alternatives[:left]
        left -= len(kept)
        yield replace(clause, alternatives=kept)


def _sound(clause: Clause, analysis: Analysis) -> Clause:
    """Without what is said already, without phrases of which stop words leave a single word, and without
    those around a word that will do by itself: no page has them and lacks the word."""
    stems = {one: analysis.stems.analyze(one.text) for one in clause.readings}
    typed = clause.readings[0]
    single = {
        found[0]
        for one, found in stems.items()
        if len(found) == 1 and (one == typed or len(one.text.split()) == 1)
    }
    kept = [
        one
        for one in dict.fromkeys(clause.alternatives)
        if len(one.text.split()) == 1 or (len(stems[one]) > 1 and not single.intersection(stems[one]))
    ]
    said = clause.words.casefold()
    new = (one for one in kept if one.phrase or one.weight > 1 or one.text.casefold() != said)
    return replace(clause, alternatives=tuple(new)[:MAX_ALTERNATIVES])
