"""What the words of a question mean, before any engine sees them."""

from dataclasses import replace

from search.analysis import Analysis, analysis_of
from search.words import MAX_CLAUSES, Clause, Words, parse_words

from .forms import with_codes, with_figures, with_spellings
from .kept import thesaurus
from .politeness import mark_idle
from .synonyms import Thesaurus, with_synonyms

# No clause needs more ways of being said, whatever a list of synonyms holds.
MOST_ALTERNATIVES = 24


def understand(text: str, language: str, known: Thesaurus | None = None) -> Words:
    """The words of ``text`` with other ways of saying them. Any string can be understood.

    ``known`` are the synonyms; without them, those that editors keep for ``language``.
    """
    words, analysis = parse_words(text), analysis_of(language)
    clauses = mark_idle(list(words.clauses), language)
    for step in (with_codes, with_figures, with_spellings):
        clauses = step(clauses)
    clauses = with_synonyms(clauses, thesaurus(language) if known is None else known, analysis)
    return replace(words, clauses=tuple(_sound(clause, analysis) for clause in clauses[:MAX_CLAUSES]))


def _sound(clause: Clause, analysis: Analysis) -> Clause:
    """Without what it says already, and without phrases of which stop words leave a single word."""
    kept = {
        one: None
        for one in clause.alternatives
        if (one.phrase or one.weight > 1 or one.text.casefold() != clause.words.casefold())
        and (" " not in one.text or len(analysis.stems.analyze(one.text)) > 1)
    }
    return replace(clause, alternatives=tuple(kept)[:MOST_ALTERNATIVES])
